import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChoiceList } from '#domain/lists/filter-field.ts';
import { type ListColumn, listColumns } from '#domain/lists/list-column.ts';
import type { Texts } from '../documents/texts.ts';
import { oneOf, type PersonId } from './filter.ts';
import {
  lastContactOf,
  openNeedsFrom,
  permitExpiryOf,
  permitStateOf,
  placeOf,
  planReviewOf,
} from './person-values.ts';

export interface ColumnScope {
  today: CalendarDate;
  /** Specific needs that may be shown. */
  needCodes: readonly string[];
}

type ColumnValue = (id: PersonId, scope: ColumnScope) => RawBuilder<unknown>;

const ofPerson =
  (column: string): ColumnValue =>
  (id) =>
    sql`(SELECT ${sql.ref(`p.${column}`)} FROM person AS p WHERE p.id = ${id})`;
const ofCaseFile =
  (column: string): ColumnValue =>
  (id) =>
    sql`(SELECT ${sql.ref(`c.${column}`)} FROM case_file AS c WHERE c.person_id = ${id})`;

/** What is less known comes before, and a span of years before its year, as `sortKeyOf` has it. */
const birthOrder: ColumnValue = (id) => sql`(
  SELECT CASE WHEN p.birth_last_year IS NULL
    THEN printf('%04d-%02d-%02d', p.birth_year, coalesce(p.birth_month, 0), coalesce(p.birth_day, 0))
    ELSE printf('%04d--%04d', p.birth_year, p.birth_last_year) END
  FROM person AS p WHERE p.id = ${id} AND p.birth_year IS NOT NULL)`;

const birth: ColumnValue = (id) => sql`(
  SELECT json_object('year', p.birth_year, 'month', p.birth_month, 'day', p.birth_day,
    'lastYear', p.birth_last_year, 'certainty', coalesce(p.birth_certainty, 'declared'))
  FROM person AS p WHERE p.id = ${id} AND p.birth_year IS NOT NULL)`;

const languages =
  (further: RawBuilder<unknown>): ColumnValue =>
  (id) =>
    sql`(
  SELECT json_group_array(l.language) FROM (
    SELECT n.language FROM person_language AS n
    WHERE n.person_id = ${id} AND ${further} ORDER BY n.position) AS l)`;

/** The value of each column; what is an object or a list comes as JSON. */
export const columnValues: Record<ListColumn, ColumnValue> = {
  birth,
  age: birth,
  sex: ofPerson('sex'),
  nationality: (id) => sql`(SELECT n.country FROM person_nationality AS n
    WHERE n.person_id = ${id} AND n.position = 0)`,
  languages: languages(sql`n.level <> 'none'`),
  interpreter: languages(sql`n.needs_interpreter = 1`),
  italianLevel: (id) => sql`(SELECT n.cefr FROM person_language AS n
    WHERE n.person_id = ${id} AND n.language = 'ita')`,
  legalStatus: ofPerson('legal_status'),
  permitState: (id, { today }) => permitStateOf(id, today),
  permitExpiry: permitExpiryOf,
  reception: (id, { today }) => sql`(SELECT p.reception_type FROM person AS p
    WHERE p.id = ${id} AND coalesce(p.reception_exit_on, '9999') >= ${today})`,
  place: (id, { today }) => placeOf(id, today),
  // A number that is not safe to call stays out of lists and of the files made from them.
  contact: (id) => sql`(
    SELECT iif(k.safe = 1 AND k.no_messages = 0,
      json_object('value', k.value, 'isSafe', json('true')), json_object('isSafe', json('false')))
    FROM person_contact AS k WHERE k.person_id = ${id} AND k.is_preferred = 1)`,
  specificNeeds: (id, { today, needCodes }) => sql`(
    SELECT json_group_array(l.code) FROM (
      SELECT DISTINCT n.code FROM specific_need AS n WHERE n.person_id = ${id}
        AND coalesce(n.ended_on, '9999') > ${today} AND n.code IN ${oneOf(needCodes)}
      ORDER BY n.code) AS l)`,
  openNeeds: (id) => sql`(
    SELECT json_group_array(l.domain) FROM (
      SELECT DISTINCT s.domain ${openNeedsFrom(id)} ORDER BY s.domain) AS l)`,
  planReview: planReviewOf,
  lastContact: lastContactOf,
  daysSilent: (id, { today }) =>
    sql`CAST(julianday(${today}) - julianday(${lastContactOf(id)}) AS INTEGER)`,
  caseNumber: ofCaseFile('number'),
  worker: (id) => sql`(SELECT u.name FROM case_file AS c JOIN user AS u ON u.id = c.worker_id
    WHERE c.person_id = ${id})`,
  openedOn: ofCaseFile('opened_on'),
  closedOn: ofCaseFile('closed_on'),
  state: (id) => sql`(SELECT iif(c.closed_on IS NULL, 'open', 'closed') FROM case_file AS c
    WHERE c.person_id = ${id})`,
};

/** Kinds whose cell is an object or a list. */
export const isJson = (column: ListColumn): boolean =>
  ['birth', 'age', 'codes', 'contact'].includes(listColumns[column].kind);

export function labelOf(texts: Texts, list: string, code: string): string {
  if (list === 'countries') return texts.country(code);
  return list === 'languages' ? texts.languageName(code) : texts.label(list, code);
}

/** The codes with the lowest first; words of no list come at the end. */
function byLabel(list: string, codes: readonly string[], texts: Texts): string[] {
  const collator = new Intl.Collator(texts.language);
  const labels = new Map(codes.map((code) => [code, labelOf(texts, list, code)]));
  return [...codes].sort((a, b) => collator.compare(labels.get(a) ?? a, labels.get(b) ?? b));
}

/** What a column is sorted by: codes by their labels, ranks by their list, births as far as they are known. */
export function orderOf(
  column: ListColumn,
  scope: ColumnScope & { texts: Texts; codesOf: (list: ChoiceList) => readonly string[] },
): (id: PersonId) => RawBuilder<unknown> {
  const { kind } = listColumns[column];
  if (kind === 'birth' || kind === 'age') return (id) => birthOrder(id, scope);
  const value = columnValues[column];
  if (kind === 'code' || kind === 'rank') {
    const { list } = listColumns[column] as { list: ChoiceList };
    const codes = scope.codesOf(list);
    const inOrder = kind === 'rank' ? codes : byLabel(list, codes, scope.texts);
    const places = `|${inOrder.join('|')}|`;
    return (id) => sql`nullif(instr(${places}, '|' || ${value(id, scope)} || '|'), 0)`;
  }
  return kind === 'text'
    ? (id) => sql`${value(id, scope)} COLLATE NOCASE`
    : (id) => value(id, scope);
}
