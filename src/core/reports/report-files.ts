import writeXlsxFile from 'write-excel-file/node';
import type { AssociationDetails } from '#domain/casework/association.ts';

import type { Block, TypesetDocument } from '#typesetting/document.ts';
import { directionOf } from '#typesetting/font-catalogue.ts';
import { letterheadOf } from '../documents/letterhead.ts';
import type { Texts } from '../documents/texts.ts';
import { bold, textCell } from '../spreadsheets/text-cell.ts';
import { withoutTimes } from '../spreadsheets/without-times.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import { inOneDirection } from './in-one-direction.ts';
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

const SENTENCE_WIDTH = 90;
const LINE_POINTS = 15;

/** A sentence in a wide column, in a row as high as it: not every program makes room for it by itself. */
function wrapped(value: string) {
  // Letters are wider than the digits that columns are measured in, here and there.
  const lines = Math.ceil(value.length / (SENTENCE_WIDTH * 0.9));
  const height = lines > 1 ? { height: lines * LINE_POINTS } : {};
  return { ...textCell(value), wrap: true, alignVertical: 'top' as const, ...height };
}

/** As wide as the names of what is counted, within what a screen shows. */
function nameWidth(tables: readonly ReportSheetTable[]): number {
  const lengths = tables.flatMap(({ rows }) => rows.map(([name]) => String(name ?? '').length));
  return Math.min(80, Math.max(34, ...lengths));
}

/** A sheet of its own: sentences would make the columns of numbers wide, or stand in them cut off. */
function wordSheets(tables: readonly ReportSheetTable[], rightToLeft: boolean) {
  return tables.map(({ title, header, rows }) => ({
    data: [
      header.map((value) => ({ ...textCell(value), ...bold })),
      ...rows.map((row) => row.map((value) => wrapped(String(value)))),
    ],
    sheet: title.replace(/[:\\/?*[\]]/g, ' ').slice(0, mostOfSheetName),
    columns: [{ width: 14 }, { width: SENTENCE_WIDTH }, { width: 20 }],
    rightToLeft,
  }));
}

/** What spreadsheet programs allow. */
const mostOfSheetName = 31;

/** The cover, the tables, and what is counted. Sums are numbers: a formula over a hidden cell would be wrong. */
export async function reportXlsx(sheet: ReportSheet, texts: Texts): Promise<Uint8Array> {
  const rightToLeft = directionOf(texts.language) === 'rtl';
  const cover = [
    [{ ...textCell(sheet.title), ...bold, fontSize: 14 }],
    ...sheet.cover.map(({ label, value }) => [
      { ...textCell(label), ...bold, alignVertical: 'top' as const },
      wrapped(value),
    ]),
  ];
  const words = sheet.tables.filter(({ isWords }) => isWords);
  const numbers = sheet.tables.filter(({ isWords }) => !isWords);
  const widest = Math.max(1, ...numbers.map(({ header }) => header.length));
  const file = writeXlsxFile([
    {
      data: cover,
      sheet: texts.say('report.coverSheet'),
      columns: [{ width: 34 }, { width: SENTENCE_WIDTH }],
      rightToLeft,
    },
    {
      data: numbers.flatMap(tableRows).slice(1),
      sheet: texts.say('report.sheet'),
      columns: [
        { width: nameWidth(numbers) },
        ...Array.from({ length: widest - 1 }, () => ({ width: 14 })),
      ],
      rightToLeft,
    },
    ...wordSheets(words, rightToLeft),
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
          caption: inOneDirection(
            texts.say('report.chart', { table: table.title }),
            texts.language,
          ),
          rows: rows.map(({ label, shown: value }) => ({
            label: inOneDirection(label, texts.language),
            ...(typeof value === 'number' ? { value } : {}),
            valueText: inOneDirection(String(value), texts.language),
          })),
        },
      ],
    },
  ];
}

/** Shares of the width for a code, sentences and a word; names take what numbers leave. */
const widthsOfWords = [0.14, 0.62, 0.24];

function columnOf({ isWords }: ReportSheetTable, at: number) {
  if (isWords) return { width: widthsOfWords[at] ?? 0.2 };
  return at === 0 ? { width: 0.4 } : { align: 'end' as const };
}

export function reportDocument(
  sheet: ReportSheet,
  association: AssociationDetails,
  texts: Texts,
): TypesetDocument {
  const words = (text: string) => inOneDirection(text, texts.language);
  return {
    language: texts.language,
    title: sheet.title,
    letterhead: letterheadOf(association, texts),
    footer: { pageNumber: [texts.say('page')] },
    blocks: [
      { type: 'heading', level: 1, text: words(sheet.title) },
      {
        type: 'facts',
        columns: 1,
        rows: sheet.cover.map(({ label, value }) => ({ label, value: words(value) })),
      },
      { type: 'pageBreak' },
      ...sheet.tables.flatMap((table): Block[] => [
        { type: 'heading', level: 2, text: words(table.title) },
        {
          type: 'table',
          headerRows: 1,
          columns: table.header.map((header, at) => ({
            header: words(header),
            ...columnOf(table, at),
          })),
          rows: table.rows.map((row) => row.map((cell) => words(String(cell)))),
        },
        ...chartOf(table, texts),
      ]),
    ],
  };
}
