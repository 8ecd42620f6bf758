/** Tables of the network as a spreadsheet or as text: words stay words, and only whole numbers are numbers. */
import writeXlsxFile from 'write-excel-file/node';
import type { sheetFormats } from '#api/network.ts';
import { directionOf } from '#typesetting/font-catalogue.ts';
import type { Texts } from '../documents/texts.ts';
import { bold, textCell } from '../spreadsheets/text-cell.ts';
import { withoutTimes } from '../spreadsheets/without-times.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';

type Cell = string | number;

export interface SheetTable {
  title: string;
  header: string[];
  rows: Cell[][];
  /** Said below it. */
  note?: string;
}

/** What spreadsheet programs allow. */
const mostOfSheetName = 31;

const cellOf = (value: Cell) =>
  typeof value === 'number' ? { value, type: Number } : value === '' ? null : textCell(value);

const widthOf = (table: SheetTable, column: number) => {
  const lengths = table.rows.map((row) => String(row[column] ?? '').length);
  const longest = Math.max(table.header[column]?.length ?? 0, ...lengths);
  return { width: Math.min(60, Math.max(10, longest + 2)) };
};

async function xlsx(tables: readonly SheetTable[], texts: Texts): Promise<Uint8Array> {
  const rightToLeft = directionOf(texts.language) === 'rtl';
  const file = writeXlsxFile(
    tables.map((table) => ({
      data: [
        table.header.map((value) => ({ ...textCell(value), ...bold })),
        ...table.rows.map((row) => row.map(cellOf)),
        ...(table.note === undefined ? [] : [[], [textCell(table.note)]]),
      ],
      sheet: table.title.replace(/[:\\/?*[\]]/g, ' ').slice(0, mostOfSheetName),
      columns: table.header.map((_, column) => widthOf(table, column)),
      stickyRowsCount: 1,
      rightToLeft,
    })),
  );
  return withoutTimes(new Uint8Array(await file.toBuffer()));
}

function csv(tables: readonly SheetTable[], { language }: Texts): Uint8Array {
  const rows = tables.flatMap(({ title, header, rows: own, note }) => [
    [title],
    header,
    ...own,
    ...(note === undefined ? [] : [[note]]),
    [],
  ]);
  const usesComma = new Intl.NumberFormat(language).format(1.5).includes(',');
  return writeCsv(rows, usesComma ? ';' : ',');
}

export async function sheetFile(
  tables: readonly SheetTable[],
  format: (typeof sheetFormats)[number],
  texts: Texts,
): Promise<Uint8Array> {
  return format === 'csv' ? csv(tables, texts) : xlsx(tables, texts);
}
