import writeXlsxFile from 'write-excel-file/node';
import type { AssociationDetails } from '#domain/casework/association.ts';

import type { Block, TypesetDocument } from '#typesetting/document.ts';
import { directionOf } from '#typesetting/font-catalogue.ts';
import { letterheadOf } from '../documents/letterhead.ts';
import type { Texts } from '../documents/texts.ts';
import { bold, textCell } from '../spreadsheets/text-cell.ts';
import { withoutTimes } from '../spreadsheets/without-times.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import type { ReportSheet, ReportSheetTable } from './report-sheet.ts';

/*
 * The files of a report, made from its sheet and from nothing else: what is hidden is not in the sheet, so that
 * no chart, order, cell or property of a file can hold it.
 */

/** All lines as rows of cells, tables apart by an empty row. */
function rowsOf(sheet: ReportSheet): (string | number)[][] {
  return [
    [sheet.title],
    ...sheet.cover.map(({ label, value }) => [label, value]),
    ...sheet.tables.flatMap((table) => [[], [table.title], table.header, ...table.rows]),
    [],
  ];
}

/** Semicolons where the decimal sign is a comma, as spreadsheets there expect them. */
export function reportCsv(sheet: ReportSheet, texts: Pick<Texts, 'language'>): Uint8Array {
  const usesComma = new Intl.NumberFormat(texts.language).format(1.5).includes(',');
  return writeCsv(rowsOf(sheet), usesComma ? ';' : ',');
}

function tableRows({ title, header, rows }: ReportSheetTable) {
  return [
    [],
    [{ ...textCell(title), ...bold }],
    header.map((value, at) => ({
      ...textCell(value),
      ...bold,
      ...(at === 0 ? {} : { align: 'right' as const }),
    })),
    ...rows.map((row) =>
      row.map((value, at) =>
        typeof value === 'number'
          ? { value, type: Number }
          : { ...textCell(value), ...(at === 0 ? {} : { align: 'right' as const }) },
      ),
    ),
  ];
}

/** Two sheets: the cover, and the tables. Sums are numbers: a formula over a hidden cell would be wrong. */
export async function reportXlsx(sheet: ReportSheet, texts: Texts): Promise<Uint8Array> {
  const rightToLeft = directionOf(texts.language) === 'rtl';
  const cover = [
    [{ ...textCell(sheet.title), ...bold, fontSize: 14 }],
    ...sheet.cover.map(({ label, value }) => [
      { ...textCell(label), ...bold, alignVertical: 'top' as const },
      { ...textCell(value), wrap: true },
    ]),
  ];
  const widest = Math.max(...sheet.tables.map(({ header }) => header.length));
  const file = writeXlsxFile([
    {
      data: cover,
      sheet: texts.say('report.coverSheet'),
      columns: [{ width: 34 }, { width: 90 }],
      rightToLeft,
    },
    {
      data: sheet.tables.flatMap(tableRows).slice(1),
      sheet: texts.say('report.sheet'),
      columns: [{ width: 34 }, ...Array.from({ length: widest - 1 }, () => ({ width: 14 }))],
      rightToLeft,
    },
  ]);
  return withoutTimes(new Uint8Array(await file.toBuffer()));
}

/** Bars of the last column, which is the total of each row. A hidden number has no bar and no length. */
function chartOf(table: ReportSheetTable, texts: Texts): Block[] {
  if (table.hasNoChart) return [];
  const rows = table.rows.slice(0, -1).map((row) => ({ label: String(row[0]), shown: row.at(-1) }));
  const shown = rows.flatMap((row) => (typeof row.shown === 'number' ? [row.shown] : []));
  const max = Math.max(0, ...shown);
  if (max === 0) return [];
  return [
    {
      type: 'keepTogether',
      blocks: [
        {
          type: 'chart',
          max,
          caption: texts.say('report.chart', { table: table.title }),
          rows: rows.map(({ label, shown: value }) => ({
            label,
            ...(typeof value === 'number' ? { value } : {}),
            valueText: String(value),
          })),
        },
      ],
    },
  ];
}

export function reportDocument(
  sheet: ReportSheet,
  association: AssociationDetails,
  texts: Texts,
): TypesetDocument {
  return {
    language: texts.language,
    title: sheet.title,
    letterhead: letterheadOf(association, texts),
    footer: { pageNumber: [texts.say('page')] },
    blocks: [
      { type: 'heading', level: 1, text: sheet.title },
      { type: 'facts', columns: 1, rows: sheet.cover },
      { type: 'pageBreak' },
      ...sheet.tables.flatMap((table): Block[] => [
        { type: 'heading', level: 2, text: table.title },
        {
          type: 'table',
          headerRows: 1,
          columns: table.header.map((header, at) => ({
            header,
            ...(at === 0 ? { width: 0.4 } : { align: 'end' as const }),
          })),
          rows: table.rows.map((row) => row.map(String)),
        },
        ...chartOf(table, texts),
      ]),
    ],
  };
}
