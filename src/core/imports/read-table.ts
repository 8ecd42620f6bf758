/*
 * Reads somebody's spreadsheet as rows of text, whatever they send: nothing in it is computed, a formula stays
 * the text it shows, and a file that would unpack to more than an office laptop has is refused unopened.
 */
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { ProcedureError } from '#api/errors.ts';

const mostRows = 10_000;
const MOST_COLUMNS = 200;
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;
/** Longer than any field of the register, so that such a cell is still reported as too long. */
const LONGEST_CELL = 4_000;

export interface Table {
  sheets: string[];
  /** Which of them the rows are from, counted from 1. */
  sheet: number;
  /** Every row has the same number of cells. Trailing empty rows are gone. */
  rows: string[][];
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // Spreadsheets keep days as midnight, without a place on earth.
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  }
  return String(cell).slice(0, LONGEST_CELL);
}

function asTable(
  { sheets, sheet }: Pick<Table, 'sheets' | 'sheet'>,
  data: readonly (readonly unknown[])[],
): Table {
  const rows = data.map((row) => row.slice(0, MOST_COLUMNS).map(textOf));
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length === 0) throw new ProcedureError('import_empty');
  // One more for the headings.
  if (rows.length > mostRows + 1) throw new ProcedureError('import_too_large');
  const width = Math.max(...rows.map((row) => row.length));
  return {
    sheets,
    sheet,
    rows: rows.map((row) => [...row, ...Array(width - row.length).fill('')]),
  };
}

/** Sizes that the ZIP's list of contents states; nothing is unpacked for this. */
function unpackedBytes(file: Buffer): number {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > file.length) throw new ProcedureError('import_unreadable');
  let at = file.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = file.readUInt16LE(end + 10); entry > 0; entry--) {
    if (at + 46 > end || file.readUInt32LE(at) !== 0x02014b50) {
      throw new ProcedureError('import_unreadable');
    }
    total += file.readUInt32LE(at + 24);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return total;
}

const isFilled = (row: readonly unknown[]) => row.some((cell) => textOf(cell).trim() !== '');

async function readXlsx(file: Buffer, wanted: number | undefined): Promise<Table> {
  if (unpackedBytes(file) > MOST_UNPACKED_BYTES) throw new ProcedureError('import_too_large');
  const sheets = await readXlsxFile(file).catch(() => {
    throw new ProcedureError('import_unreadable');
  });
  const filled = sheets.findIndex((one) => one.data.some(isFilled));
  const sheet = wanted ?? Math.max(filled, 0) + 1;
  return asTable(
    { sheets: sheets.map((one) => one.sheet.slice(0, 100)), sheet },
    sheets[sheet - 1]?.data ?? [],
  );
}

/** UTF-8 when it is that, otherwise what old Windows spreadsheets write. */
function decoded(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return file.subarray(2).toString('utf16le');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

const SEPARATORS = [';', ',', '\t', '|'];
const LOOKED_AT = 4_000;

/** The separator seen most at the beginning; Italian spreadsheets write semicolons. */
function separatorIn(text: string): string {
  const start = text.slice(0, LOOKED_AT);
  const counted = SEPARATORS.map((one) => ({ one, count: start.split(one).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).one;
}

function readCsv(file: Buffer): Table {
  const text = decoded(file);
  // Bytes that no text has: a picture, a PDF, a program.
  if (text.includes('\0') || text.startsWith('%PDF-'))
    throw new ProcedureError('import_unreadable');
  const { data } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    preview: mostRows + 2,
    delimiter: separatorIn(text),
  });
  return asTable({ sheets: [], sheet: 1 }, data);
}

/** Fails with `import_unreadable`, `import_old_format`, `import_too_large` or `import_empty`. */
export async function readTable(given: Uint8Array, sheet?: number): Promise<Table> {
  if (given.length > MOST_BYTES) throw new ProcedureError('import_too_large');
  const file = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const head = file.subarray(0, 8).toString('latin1');
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw new ProcedureError('import_old_format');
  if (head.startsWith('PK')) return readXlsx(file, sheet);
  if (file.length === 0) throw new ProcedureError('import_empty');
  return readCsv(file);
}
