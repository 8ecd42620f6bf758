import { unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import writeXlsxFile from 'write-excel-file/node';
import type { AssociationDetails } from '#domain/casework/association.ts';
import type { TypesetDocument } from '#typesetting/document.ts';
import { letterheadOf } from '../documents/letterhead.ts';
import type { Texts } from '../documents/texts.ts';
import type { SummarySheet } from './summary-sheet.ts';

/** All lines of the sheet as rows of cells, tables apart by an empty row. */
function rowsOf(sheet: SummarySheet): (string | number)[][] {
  return [
    [sheet.title],
    ...sheet.lines.map((line) => [line]),
    ...sheet.tables.flatMap((table) => [[], [table.title], table.header, ...table.rows]),
    [],
    ...sheet.notes.map((note) => [note]),
  ];
}

/**
 * UTF-8 with a mark so that spreadsheets read accents right, semicolons as Italian ones expect. Text that a
 * spreadsheet would run as a formula is prefixed, because labels can come from free text one day.
 */
export function summaryCsv(sheet: SummarySheet, texts: Texts): Uint8Array {
  const text = Papa.unparse(rowsOf(sheet), {
    delimiter: texts.language === 'it' ? ';' : ',',
    newline: '\r\n',
    escapeFormulae: true,
  });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

/** A spreadsheet is a ZIP, whose entries would say when it was made to two seconds. */
export function withoutTimes(zipped: Uint8Array): Uint8Array {
  return zipSync(unzipSync(zipped), { mtime: '1980-01-01T00:00:00' });
}

export async function summaryXlsx(sheet: SummarySheet, texts: Texts): Promise<Uint8Array> {
  const bold = { fontWeight: 'bold' as const };
  const tableRows = sheet.tables.flatMap((table) => [
    [],
    [{ value: table.title, ...bold }],
    table.header.map((value) => ({ value, ...bold })),
    ...table.rows.map((row) =>
      row.map((value) =>
        typeof value === 'number'
          ? { value, type: Number }
          : { value, type: String, align: value.length === 1 ? ('right' as const) : undefined },
      ),
    ),
  ]);
  const rows = [
    [{ value: sheet.title, ...bold, fontSize: 14 }],
    ...sheet.lines.map((value) => [{ value }]),
    ...tableRows,
    [],
    ...sheet.notes.map((value) => [{ value, wrap: false }]),
  ];
  const file = writeXlsxFile(rows, {
    sheet: texts.say('report.sheet'),
    columns: [
      { width: 34 },
      { width: 12 },
      { width: 12 },
      { width: 12 },
      { width: 14 },
      { width: 12 },
    ],
  });
  return withoutTimes(new Uint8Array(await file.toBuffer()));
}

export function summaryDocument(
  sheet: SummarySheet,
  association: AssociationDetails,
  texts: Texts,
): TypesetDocument {
  return {
    language: texts.language,
    letterhead: letterheadOf(association, texts),
    footer: { pageNumber: [texts.say('page')] },
    blocks: [
      { type: 'heading', level: 1, text: sheet.title },
      ...sheet.lines.map((text) => ({ type: 'paragraph' as const, text })),
      ...sheet.tables.flatMap((table) => [
        { type: 'heading' as const, level: 2 as const, text: table.title },
        {
          type: 'table' as const,
          headerRows: 1 as const,
          columns: table.header.map((header, index) => ({
            header,
            width: index === 0 ? 3 : 1,
            align: index === 0 ? ('start' as const) : ('end' as const),
          })),
          rows: table.rows.map((row) => row.map(String)),
        },
      ]),
      { type: 'heading', level: 2, text: texts.say('report.method') },
      ...sheet.notes.map((text) => ({ type: 'paragraph' as const, text })),
    ],
  };
}
