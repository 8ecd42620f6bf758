/*
 * One row of an old spreadsheet as a person of the register. Nothing is invented for an empty cell, and a cell
 * that cannot be read stops its row with the reason, instead of arriving half.
 */
import { z } from 'zod';
import type { CalendarDate } from '../dates/calendar-date.ts';
import { type PartialDate, rangeOf } from '../dates/partial-date.ts';
import { scriptOf } from '../names/script.ts';
import { contactDetails } from '../people/contact.ts';
import { identityDocumentDetails } from '../people/identity-document.ts';
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

/** What a row says beside the person, for rows of their own. */
const moreOfRow = z.strictObject({
  contacts: z.array(contactDetails),
  documents: z.array(identityDocumentDetails),
});
export type MoreOfRow = z.output<typeof moreOfRow>;

export interface ReadRow {
  details?: PersonDetails;
  /** There with `details`. */
  more?: MoreOfRow;
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
  permitNumber: 80,
  permitExpiry: 40,
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

/** Years to come in which two digits still mean this century: permits and stays end at most so far ahead. */
const YEARS_AHEAD = 20;

/** The cells of one row as they are to be read, and what could not be. */
class RowReader {
  readonly problems: RowProblem[] = [];
  readonly #cells: readonly string[];
  readonly #choices: ImportChoices;
  readonly #places: ReadonlyMap<ImportField, number>;
  readonly #thisYear: number;

  constructor(cells: readonly string[], choices: ImportChoices, today: string) {
    this.#cells = cells;
    this.#choices = choices;
    this.#places = new Map(choices.columns.map(({ field, index }) => [field, index]));
    this.#thisYear = Number(today.slice(0, 4));
    for (const field of this.#places.keys()) {
      if (this.cell(field).length > MOST[field]) this.complain(field, 'tooLong');
    }
  }

  complain(field: ImportField, problem: RowProblem['problem']): undefined {
    this.problems.push({ field, problem });
  }

  has(field: ImportField): boolean {
    return this.#places.has(field);
  }

  cell(field: ImportField): string {
    const index = this.#places.get(field);
    return index === undefined ? '' : (this.#cells[index] ?? '').trim();
  }

  /** Nothing for an empty cell, so that nothing is recorded for it. */
  told<F extends ImportField>(...fields: F[]): { [K in F]?: string } {
    const filled = fields.filter((field) => this.cell(field) !== '');
    return Object.fromEntries(filled.map((field) => [field, this.cell(field)])) as {
      [K in F]?: string;
    };
  }

  code(field: CodedField): string | undefined {
    const word = plainWord(this.cell(field));
    if (word === '') return undefined;
    const chosen = this.#choices.codes[field]?.find((one) => plainWord(one.word) === word);
    if (!chosen) return this.complain(field, 'unknownWord');
    return chosen.code === '' ? undefined : chosen.code;
  }

  birth(): PartialDate | undefined {
    const typed = this.cell('birth');
    if (typed === '') return undefined;
    return (
      readTypedDate(typed, this.#choices, this.#thisYear) ?? this.complain('birth', 'notADate')
    );
  }

  /** A whole day; a first of January is that day, as only births are guessed so. */
  day(field: 'receptionExit' | 'permitExpiry'): CalendarDate | undefined {
    const typed = this.cell(field);
    if (typed === '') return undefined;
    const reading = { ...this.#choices, firstOfJanuary: 'asWritten' } as const;
    const read = readTypedDate(typed, reading, this.#thisYear + YEARS_AHEAD);
    if (read?.day === undefined) return this.complain(field, 'notADate');
    return rangeOf(read).earliest;
  }
}

// Nobody has said yet that calling is safe.
const UNSAFE = { safe: false, owner: 'self', noMessages: false, isPreferred: false } as const;

/** The e-mail is kept beside a telephone, which is tried first; a permit that nobody here has seen. */
function moreOf(row: RowReader): MoreOfRow {
  const { phone, email, permitNumber } = row.told('phone', 'email', 'permitNumber');
  const expiresOn = row.day('permitExpiry');
  return {
    contacts: phone && email ? [{ ...UNSAFE, kind: 'email', value: email }] : [],
    documents:
      permitNumber || expiresOn
        ? [
            {
              type: 'residencePermit',
              state: 'issued',
              seen: 'told',
              ...(permitNumber ? { number: permitNumber } : {}),
              ...(expiresOn ? { expiry: 'known', expiresOn } : { expiry: 'unknown' }),
            },
          ]
        : [],
  };
}

function receptionOf(row: RowReader): PersonDetails['reception'] {
  const exitOn = row.day('receptionExit');
  const type = row.code('receptionType');
  if (exitOn && !type) row.complain('receptionExit', 'needsReceptionType');
  return type ? { type, ...(exitOn ? { exitOn } : {}) } : undefined;
}

function contactOf(row: RowReader): PersonDetails['contact'] {
  const { phone, email } = row.told('phone', 'email');
  if (phone) return { kind: 'phone', value: phone, safe: false };
  return email ? { kind: 'email', value: email, safe: false } : undefined;
}

/** Reads one row. `today` (YYYY-MM-DD) from the clock of the register. */
export function personFromRow(
  cells: readonly string[],
  choices: ImportChoices,
  today: string,
): ReadRow {
  const row = new RowReader(cells, choices, today);
  const { problems } = row;
  const names = namesIn((field) => row.cell(field));
  if (names.length === 0) row.complain(row.has('family') ? 'family' : 'fullName', 'noName');
  const birth = row.birth();
  if (birth && rangeOf(birth).earliest > today) row.complain('birth', 'dateInFuture');
  const reception = receptionOf(row);
  const nationality = row.code('nationality');
  const language = row.code('language');
  const legalStatus = row.code('legalStatus');
  const contact = contactOf(row);
  const details = {
    names,
    sex: row.code('sex') ?? 'unknown',
    nationalities: nationality ? [nationality] : [],
    languages: language ? [{ language, level: 'native', needsInterpreter: false }] : [],
    ...(birth ? { birth } : {}),
    ...(legalStatus ? { legalStatus } : {}),
    ...(reception ? { reception } : {}),
    ...(contact ? { contact } : {}),
    ...row.told('address', 'fiscalCode', 'birthPlace', 'note'),
  };
  const more = moreOf(row);
  if (problems.length > 0) return { problems };
  const parsed = personDetails.safeParse(details);
  const read = moreOfRow.safeParse(more);
  if (parsed.success && read.success) return { details: parsed.data, more: read.data, problems };
  return { problems: [{ field: choices.columns[0]?.field ?? 'family', problem: 'notReadable' }] };
}
