import type { Insertable } from 'kysely';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import { plainFiscalCode } from '#domain/people/fiscal-code.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type {
  PersonLanguageTable,
  PersonNameTable,
  PersonNationalityTable,
  PersonTable,
} from '../database/tables/people-tables.ts';

/** Without what is derived from rows of their own, see `present-rows.ts`. */
type PersonColumns = Omit<
  Insertable<PersonTable>,
  | 'id'
  | 'revision'
  | 'changed_at'
  | 'changed_by'
  | 'legal_status'
  | 'reception_type'
  | 'reception_exit_on'
>;

export interface PersonRows {
  person: PersonColumns;
  names: PersonNameTable[];
  nationalities: PersonNationalityTable[];
  languages: PersonLanguageTable[];
}

/** A person as rows of the register; `personFromRows` is the way back. */
export function rowsOfPerson(id: string, details: PersonDetails): PersonRows {
  const { birth } = details;
  return {
    person: {
      sex: details.sex,
      gender: details.gender || null,
      birth_year: birth?.year ?? null,
      birth_month: birth?.month ?? null,
      birth_day: birth?.day ?? null,
      birth_certainty: birth?.certainty ?? null,
      birth_last_year: birth?.lastYear ?? null,
      birth_country: details.birthCountry ?? null,
      birth_place: details.birthPlace || null,
      entry_year: details.enteredItaly?.year ?? null,
      entry_month: details.enteredItaly?.month ?? null,
      entry_day: details.enteredItaly?.day ?? null,
      entry_last_year: details.enteredItaly?.lastYear ?? null,
      entry_certainty: details.enteredItaly?.certainty ?? null,
      pronoun: details.pronoun || null,
      literacy: details.literacy ?? null,
      civil_status: details.civilStatus ?? null,
      fiscal_code: details.fiscalCode ? plainFiscalCode(details.fiscalCode) : null,
      arrival_way: details.arrivalWay ?? null,
      came_through: details.cameThrough ?? null,
      sent_by: details.sentBy || null,
      request: details.request || null,
      interpreter_wish: details.interpreterWish ?? null,
      origin_country: details.originCountry ?? null,
      first_entry_year: details.firstEntry?.year ?? null,
      first_entry_month: details.firstEntry?.month ?? null,
      first_entry_day: details.firstEntry?.day ?? null,
      first_entry_last_year: details.firstEntry?.lastYear ?? null,
      first_entry_certainty: details.firstEntry?.certainty ?? null,
      first_entry_country: details.firstEntryCountry ?? null,
      first_entry_place: details.firstEntryPlace || null,
      route: details.route || null,
      urgency: details.urgency ?? null,
      dependants: details.dependants ?? null,
      note: details.note || null,
    },
    names: details.names.map((name, position) => ({
      person_id: id,
      position,
      kind: name.kind,
      script: name.script,
      given: name.given,
      family: name.family,
      transliteration: name.transliteration || null,
      source: name.source ?? null,
      from_on: name.fromOn ?? null,
      to_on: name.toOn ?? null,
    })),
    nationalities: [...new Set(details.nationalities)].map((country, position) => ({
      person_id: id,
      position,
      country,
    })),
    languages: details.languages.map((one, position) => ({
      person_id: id,
      position,
      language: one.language,
      level: one.level,
      needs_interpreter: Number(one.needsInterpreter),
      cefr: one.cefr?.level ?? null,
      cefr_source: one.cefr?.source ?? null,
      reads: one.reads === undefined ? null : Number(one.reads),
      writes: one.writes === undefined ? null : Number(one.writes),
      for_papers: one.forPapers ? 1 : null,
    })),
  };
}

/** What `birthOf` needs to read. */
export const birthColumns = [
  'birth_year',
  'birth_month',
  'birth_day',
  'birth_last_year',
  'birth_certainty',
] as const;

export type BirthColumns = Pick<PersonTable, (typeof birthColumns)[number]>;

export function birthOf(row: BirthColumns): PartialDate | undefined {
  return partialDateOf({
    year: row.birth_year,
    month: row.birth_month,
    day: row.birth_day,
    lastYear: row.birth_last_year,
    certainty: row.birth_certainty,
  });
}

function partialDateOf({
  year,
  month,
  day,
  lastYear,
  certainty,
}: Record<'year' | 'month' | 'day' | 'lastYear', number | null> & { certainty: string | null }):
  | PartialDate
  | undefined {
  if (year === null) return undefined;
  return {
    year,
    ...(month === null ? {} : { month }),
    ...(day === null ? {} : { day }),
    ...(lastYear === null ? {} : { lastYear }),
    certainty: (certainty ?? 'declared') as PartialDate['certainty'],
  };
}

type Cefr = NonNullable<PersonDetails['languages'][number]['cefr']>;

function cefrOf({ cefr, cefr_source }: PersonLanguageTable): { cefr?: Cefr } {
  if (cefr === null) return {};
  const source = (cefr_source ?? 'self') as Cefr['source'];
  return { cefr: { level: cefr as Cefr['level'], source } };
}

function receptionOf(row: PersonTable): PersonDetails['reception'] {
  if (row.reception_type === null) return undefined;
  return {
    type: row.reception_type,
    ...(row.reception_exit_on === null ? {} : { exitOn: row.reception_exit_on }),
  };
}

const nameOf = (name: PersonNameTable): PersonDetails['names'][number] => ({
  kind: name.kind as PersonDetails['names'][number]['kind'],
  script: name.script as PersonDetails['names'][number]['script'],
  given: name.given,
  family: name.family,
  ...(name.transliteration === null ? {} : { transliteration: name.transliteration }),
  ...(name.source === null
    ? {}
    : { source: name.source as NonNullable<PersonDetails['names'][number]['source']> }),
  ...(name.from_on === null ? {} : { fromOn: name.from_on }),
  ...(name.to_on === null ? {} : { toOn: name.to_on }),
});

/** Leaves out what is not recorded. */
function told<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}

export function personFromRows(
  row: PersonTable,
  rows: Omit<PersonRows, 'person'>,
  present: Pick<PersonDetails, 'contact' | 'address'>,
): PersonDetails {
  return {
    names: rows.names.map(nameOf),
    sex: row.sex as PersonDetails['sex'],
    nationalities: rows.nationalities.map((one) => one.country),
    languages: rows.languages.map((one) => ({
      language: one.language,
      level: one.level as PersonDetails['languages'][number]['level'],
      needsInterpreter: one.needs_interpreter === 1,
      ...(one.reads === null ? {} : { reads: one.reads === 1 }),
      ...(one.writes === null ? {} : { writes: one.writes === 1 }),
      ...(one.for_papers === 1 ? { forPapers: true } : {}),
      ...cefrOf(one),
    })),
    ...present,
    ...told({
      birth: birthOf(row),
      birthCountry: row.birth_country,
      birthPlace: row.birth_place,
      enteredItaly: partialDateOf({
        year: row.entry_year,
        month: row.entry_month,
        day: row.entry_day,
        lastYear: row.entry_last_year,
        certainty: row.entry_certainty,
      }),
      gender: row.gender,
      pronoun: row.pronoun,
      literacy: row.literacy as PersonDetails['literacy'] | null,
      civilStatus: row.civil_status as PersonDetails['civilStatus'] | null,
      fiscalCode: row.fiscal_code,
      legalStatus: row.legal_status,
      reception: receptionOf(row),
      arrivalWay: row.arrival_way as PersonDetails['arrivalWay'] | null,
      cameThrough: row.came_through as PersonDetails['cameThrough'] | null,
      sentBy: row.sent_by,
      request: row.request,
      interpreterWish: row.interpreter_wish as PersonDetails['interpreterWish'] | null,
      originCountry: row.origin_country,
      firstEntry: partialDateOf({
        year: row.first_entry_year,
        month: row.first_entry_month,
        day: row.first_entry_day,
        lastYear: row.first_entry_last_year,
        certainty: row.first_entry_certainty,
      }),
      firstEntryCountry: row.first_entry_country,
      firstEntryPlace: row.first_entry_place,
      route: row.route,
      urgency: row.urgency as PersonDetails['urgency'] | null,
      dependants: row.dependants,
      note: row.note,
    }),
  };
}
