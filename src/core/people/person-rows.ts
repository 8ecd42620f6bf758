import type { Insertable } from 'kysely';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type {
  PersonLanguageTable,
  PersonNameTable,
  PersonNationalityTable,
  PersonTable,
} from '../database/tables/people-tables.ts';

type PersonColumns = Omit<Insertable<PersonTable>, 'id' | 'revision' | 'changed_at' | 'changed_by'>;

export interface PersonRows {
  person: PersonColumns;
  names: PersonNameTable[];
  nationalities: PersonNationalityTable[];
  languages: PersonLanguageTable[];
}

/** A person as rows of the register; `personFromRows` is the way back. */
export function rowsOfPerson(id: string, details: PersonDetails): PersonRows {
  const { birth, reception, contact } = details;
  return {
    person: {
      sex: details.sex,
      gender: details.gender || null,
      birth_year: birth?.year ?? null,
      birth_month: birth?.month ?? null,
      birth_day: birth?.day ?? null,
      birth_certainty: birth?.certainty ?? null,
      legal_status: details.legalStatus ?? null,
      reception_type: reception?.type ?? null,
      reception_exit_on: reception?.exitOn ?? null,
      contact_kind: contact?.kind ?? null,
      contact_value: contact?.value ?? null,
      contact_safe: contact ? Number(contact.safe) : null,
      address: details.address || null,
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
    })),
  };
}

export function birthOf(
  row: Pick<PersonTable, 'birth_year' | 'birth_month' | 'birth_day' | 'birth_certainty'>,
): PartialDate | undefined {
  if (row.birth_year === null) return undefined;
  return {
    year: row.birth_year,
    ...(row.birth_month === null ? {} : { month: row.birth_month }),
    ...(row.birth_day === null ? {} : { day: row.birth_day }),
    certainty: (row.birth_certainty ?? 'declared') as PartialDate['certainty'],
  };
}

export function personFromRows(row: PersonTable, rows: Omit<PersonRows, 'person'>): PersonDetails {
  const birth = birthOf(row);
  return {
    names: rows.names.map((name) => ({
      kind: name.kind as PersonDetails['names'][number]['kind'],
      script: name.script as PersonDetails['names'][number]['script'],
      given: name.given,
      family: name.family,
      ...(name.transliteration === null ? {} : { transliteration: name.transliteration }),
    })),
    ...(birth ? { birth } : {}),
    sex: row.sex as PersonDetails['sex'],
    ...(row.gender === null ? {} : { gender: row.gender }),
    nationalities: rows.nationalities.map((one) => one.country),
    languages: rows.languages.map((one) => ({
      language: one.language,
      level: one.level as PersonDetails['languages'][number]['level'],
      needsInterpreter: one.needs_interpreter === 1,
    })),
    ...(row.contact_kind === null || row.contact_value === null
      ? {}
      : {
          contact: {
            kind: row.contact_kind as NonNullable<PersonDetails['contact']>['kind'],
            value: row.contact_value,
            safe: row.contact_safe === 1,
          },
        }),
    ...(row.legal_status === null ? {} : { legalStatus: row.legal_status }),
    ...(row.reception_type === null
      ? {}
      : {
          reception: {
            type: row.reception_type,
            ...(row.reception_exit_on === null ? {} : { exitOn: row.reception_exit_on }),
          },
        }),
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.note === null ? {} : { note: row.note }),
  };
}
