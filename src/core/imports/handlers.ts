import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { importProcedures } from '#api/imports.ts';
import type { Handlers } from '#api/server.ts';
import {
  type CodedField,
  codedFields,
  fieldForHeading,
  type ImportChoices,
} from '#domain/imports/import-field.ts';
import { plainWord } from '#domain/imports/person-from-row.ts';
import { isFirstOfJanuary } from '#domain/imports/read-typed-date.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { checkImport } from './check-import.ts';
import { closeImport, dataRows, importOf, keepImport } from './open-import.ts';
import { writeProblems } from './problem-sheet.ts';
import { readTable, type Table } from './read-table.ts';
import { saveImport } from './save-import.ts';
import { wordCodes } from './word-codes.ts';

type ImportHandlers = Handlers<Pick<VaultContract, keyof typeof importProcedures>, CoreContext>;

const SAMPLES = 3;
const MOST_WORDS = 400;
const LONGEST_SHOWN = 80;

const shown = (text: string) => text.trim().slice(0, LONGEST_SHOWN);

/** Headings are words; a first row with a number or a date in it is somebody's data. */
function looksLikeHeadings([first = []]: string[][]): boolean {
  const filled = first.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => !/\d/.test(cell) && cell.length <= 60);
}

function columnsOf({ rows }: Table, hasHeadings: boolean) {
  const [first = []] = rows;
  const data = hasHeadings ? rows.slice(1) : rows;
  const taken = new Set<string>();
  return first.map((heading, index) => {
    const guess = hasHeadings ? fieldForHeading(heading) : undefined;
    const isFree = guess !== undefined && !taken.has(guess);
    if (guess) taken.add(guess);
    const filled = data.filter((row) => row[index]?.trim()).slice(0, SAMPLES);
    return {
      index,
      heading: hasHeadings ? shown(heading) : '',
      samples: filled.map((row) => shown(row[index] ?? '')),
      ...(isFree ? { guess } : {}),
    };
  });
}

async function openImport(
  context: CoreContext,
  { bytes, sheet }: { bytes: Uint8Array; sheet?: number | undefined },
) {
  const table = await readTable(bytes, sheet);
  const fileHash = keepImport(context, table, bytes);
  const before = await registerOf(context)
    .db.selectFrom('import_run')
    .select('imported_on')
    .where('file_hash', '=', fileHash)
    .orderBy('imported_on', 'desc')
    .executeTakeFirst();
  const hasHeadings = looksLikeHeadings(table.rows);
  return {
    sheets: table.sheets,
    sheet: table.sheet,
    rowCount: dataRows(table, { hasHeadings }).length,
    hasHeadings,
    columns: columnsOf(table, hasHeadings),
    ...(before ? { importedBeforeOn: before.imported_on } : {}),
  };
}

function wordsIn(context: CoreContext, choices: ImportChoices, field: CodedField, index: number) {
  const counts = new Map<string, { word: string; count: number }>();
  for (const { cells } of dataRows(importOf(context), choices)) {
    const word = shown(cells[index] ?? '');
    if (word === '') continue;
    const known = counts.get(plainWord(word)) ?? { word, count: 0 };
    counts.set(plainWord(word), { ...known, count: known.count + 1 });
  }
  const codeOf = wordCodes(context, field);
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_WORDS)
    .map(({ word, count }) => {
      const code = codeOf(word);
      return { word, count, ...(code ? { code } : {}) };
    });
}

function wordsOf(context: CoreContext, choices: ImportChoices) {
  const place = (field: string) => choices.columns.find((one) => one.field === field)?.index;
  const birth = place('birth');
  const rows = dataRows(importOf(context), choices);
  return {
    fields: codedFields.flatMap((field) => {
      const index = place(field);
      const words = index === undefined ? [] : wordsIn(context, choices, field, index);
      return words.length === 0 ? [] : [{ field, words }];
    }),
    firstsOfJanuary:
      birth === undefined
        ? 0
        : rows.filter(({ cells }) => isFirstOfJanuary(cells[birth] ?? '')).length,
  };
}

export const importHandlers: ImportHandlers = {
  'imports.open': openImport,
  'imports.words': wordsOf,
  'imports.check': checkImport,
  'imports.save': (context, input) => {
    if (!registerOf(context).recoveryConfirmed) throw new ProcedureError('recovery_not_confirmed');
    return saveImport(context, input);
  },
  'imports.stop': (context) => {
    importOf(context).isStopped = true;
    return {};
  },
  'imports.saveProblems': writeProblems,
  'imports.close': (context) => {
    closeImport(context);
    return {};
  },
};
