import { type RawBuilder, sql } from 'kysely';
import type { FieldTests } from '../filter.ts';
import { inPeriod, membership, oneOf, type PersonId } from '../filter.ts';

type BackgroundFields = Pick<
  FieldTests,
  | 'birthCountry'
  | 'civilStatus'
  | 'literacy'
  | 'education'
  | 'enteredItaly'
  | 'arrivalWay'
  | 'cameThrough'
  | 'originCountry'
  | 'urgency'
  | 'risk'
  | 'familyToReunite'
  | 'document'
>;

interface Asked {
  is: 'anyOf' | 'noneOf';
  values: string[];
}

/** A column of the person that holds one code. */
const personCode = (column: string) => (asked: Asked) =>
  membership(
    asked,
    (id) => sql`EXISTS (SELECT 1 FROM person AS p
      WHERE p.id = ${id} AND ${sql.ref(`p.${column}`)} IN ${oneOf(asked.values)})`,
  );

/** Rows of the person in a table; without values, any row whose code says something. */
const anyRow = (table: string, column: string) => (asked: Asked) =>
  membership(asked, (id: PersonId): RawBuilder<unknown> => {
    const code = sql.ref(`r.${column}`);
    const isAsked =
      asked.values.length === 0 ? sql`${code} IS NOT NULL` : sql`${code} IN ${oneOf(asked.values)}`;
    return sql`EXISTS (SELECT 1 FROM ${sql.table(table)} AS r WHERE r.person_id = ${id} AND ${isAsked})`;
  });

/** The first day it can have been: what is known to the year alone counts from its beginning. */
const firstEntry = sql`printf('%04d-%02d-%02d', p.entry_year, coalesce(p.entry_month, 1),
  coalesce(p.entry_day, 1))`;

export const backgroundFields: BackgroundFields = {
  birthCountry: personCode('birth_country'),
  civilStatus: personCode('civil_status'),
  literacy: personCode('literacy'),
  education: anyRow('person_education', 'level'),
  enteredItaly:
    (asked, { today }) =>
    (id) =>
      sql`EXISTS (SELECT 1 FROM person AS p WHERE p.id = ${id} AND p.entry_year IS NOT NULL
        AND ${inPeriod(firstEntry, asked, today)})`,
  arrivalWay: personCode('arrival_way'),
  cameThrough: personCode('came_through'),
  originCountry: personCode('origin_country'),
  urgency: personCode('urgency'),
  // The latest opinion; of two on one day the later written.
  risk: (asked) =>
    membership(
      asked,
      (id) => sql`(SELECT r.level FROM person_risk AS r WHERE r.person_id = ${id}
        ORDER BY r.assessed_on DESC, r.id DESC LIMIT 1) IN ${oneOf(asked.values)}`,
    ),
  familyToReunite: anyRow('tie', 'reunification'),
  document: anyRow('identity_document', 'type'),
};
