/*
 * One row of an old spreadsheet as a person of the register. Nothing is invented for an empty cell, and a cell
 * that cannot be read stops its row with the reason, instead of arriving half.
 */
import { rangeOf } from '../dates/partial-date.ts';
import { scriptOf } from '../names/script.ts';
import { type PersonDetails, personDetails } from '../people/person.ts';
import type { CodedField, ImportChoices, ImportField } from './import-field.ts';
import { readTypedDate } from './read-typed-date.ts';

export const rowProblems = [
  'noName',
  'tooLong',
  'notADate',
  'dateInFuture',
  'unknownWord',
  'needsReceptionType',
  'notReadable',
] as const;
type RowProblem = { field: ImportField; problem: (typeof rowProblems)[number] };

export interface ReadRow {
  details?: PersonDetails;
  problems: RowProblem[];
}

const MOST: Record<ImportField, number> = {
  family: 120,
  given: 120,
  fullName: 240,
  otherSpelling: 240,
  birth: 40,
  sex: 200,
  nationality: 200,
  language: 200,
  legalStatus: 200,
  receptionType: 200,
  receptionExit: 40,
  phone: 160,
  email: 160,
  address: 200,
  fiscalCode: 32,
  birthPlace: 120,
  note: 2000,
};

/** As words are compared between the file and the choices somebody made for them. */
export const plainWord = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** "ROSSI Mario": the words in capitals are the family name; otherwise the last word is. */
function splitFullName(name: string): { given: string; family: string } {
  const words = name.split(/\s+/).filter(Boolean);
  const inCapitals = words.filter((word) => /\p{Lu}{2}/u.test(word) && word === word.toUpperCase());
  if (inCapitals.length > 0 && inCapitals.length < words.length) {
    const given = words.filter((word) => !inCapitals.includes(word));
    return { given: given.join(' '), family: inCapitals.join(' ') };
  }
  if (words.length === 1) return { given: words[0] ?? '', family: '' };
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
}

function namesIn(cell: (field: ImportField) => string): PersonDetails['names'] {
  const full = splitFullName(cell('fullName'));
  const given = cell('given') || full.given;
  const family = cell('family') || full.family;
  const other = cell('otherSpelling');
  return [
    ...(given || family
      ? [{ kind: 'permit' as const, script: scriptOf(family + given), given, family }]
      : []),
    ...(other && (given || family)
      ? [{ kind: 'alias' as const, script: scriptOf(other), ...splitFullName(other) }]
      : []),
  ];
}

/** Reads one row. `today` (YYYY-MM-DD) from the clock of the register. */
export function personFromRow(
  cells: readonly string[],
  choices: ImportChoices,
  today: string,
): ReadRow {
  const problems: RowProblem[] = [];
  const complain = (field: ImportField, problem: RowProblem['problem']): undefined => {
    problems.push({ field, problem });
  };
  const places = new Map(choices.columns.map(({ field, index }) => [field, index]));
  const cell = (field: ImportField): string => {
    const index = places.get(field);
    return index === undefined ? '' : (cells[index] ?? '').trim();
  };
  for (const field of places.keys()) {
    if (cell(field).length > MOST[field]) complain(field, 'tooLong');
  }
  const coded = (field: CodedField): string | undefined => {
    const word = plainWord(cell(field));
    if (word === '') return undefined;
    const chosen = choices.codes[field]?.find((one) => plainWord(one.word) === word);
    if (!chosen) return complain(field, 'unknownWord');
    return chosen.code === '' ? undefined : chosen.code;
  };
  const date = (field: 'birth' | 'receptionExit') => {
    const typed = cell(field);
    if (typed === '') return undefined;
    const read = readTypedDate(typed, choices, Number(today.slice(0, 4)));
    return read ?? complain(field, 'notADate');
  };

  const names = namesIn(cell);
  if (names.length === 0) complain(places.has('family') ? 'family' : 'fullName', 'noName');
  const birth = date('birth');
  if (birth && rangeOf(birth).earliest > today) complain('birth', 'dateInFuture');
  const exit = date('receptionExit');
  const exitOn = exit?.day === undefined ? undefined : rangeOf(exit).earliest;
  if (exit && exitOn === undefined) complain('receptionExit', 'notADate');
  const receptionType = coded('receptionType');
  if (exitOn && !receptionType) complain('receptionExit', 'needsReceptionType');
  const nationality = coded('nationality');
  const language = coded('language');
  const legalStatus = coded('legalStatus');
  const contact = cell('phone')
    ? { kind: 'phone' as const, value: cell('phone'), safe: false }
    : cell('email')
      ? { kind: 'email' as const, value: cell('email'), safe: false }
      : undefined;
  const details = {
    names,
    sex: coded('sex') ?? 'unknown',
    nationalities: nationality ? [nationality] : [],
    languages: language ? [{ language, level: 'native', needsInterpreter: false }] : [],
    ...(birth ? { birth } : {}),
    ...(legalStatus ? { legalStatus } : {}),
    ...(exitOn ? { reception: { type: 'OTHER', exitOn } } : {}),
    // Nobody has said yet that calling is safe.
    ...(contact ? { contact } : {}),
    ...(cell('address') ? { address: cell('address') } : {}),
    ...(cell('fiscalCode') ? { fiscalCode: cell('fiscalCode') } : {}),
    ...(cell('birthPlace') ? { birthPlace: cell('birthPlace') } : {}),
    ...(cell('note') ? { note: cell('note') } : {}),
  };
  if (problems.length > 0) return { problems };
  const parsed = personDetails.safeParse(details);
  if (parsed.success) return { details: parsed.data, problems };
  return { problems: [{ field: choices.columns[0]?.field ?? 'family', problem: 'notReadable' }] };
}
