import { type SqlBool, sql } from 'kysely';
import type { Window } from '#domain/deadlines/due-date.ts';
import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import type { FactKind } from '#domain/deadlines/fact-kind.ts';
import type { Db } from '../context.ts';

interface PersonFact {
  personId: string;
  fact: Fact;
}

/** Between which days a fact matters; `anyDay` where the rules do not say, nothing where none asks for it. */
export type Windows = ReadonlyMap<FactKind, readonly Window[] | 'anyDay'>;

/** One part of the register that knows facts. A new part adds a file here and a line in `fact-sources.ts`. */
export interface FactSource {
  kinds: readonly FactKind[];
  /** Everything it knows of these people. */
  ofPeople(db: Db, personIds: readonly string[]): Promise<PersonFact[]>;
  /** People, with an open file or not, of whom it knows a fact within the windows. */
  peopleWithin(db: Db, windows: Windows): Promise<string[]>;
}

/** One text for every number of ids, so that the statement is prepared once. */
export function among(ids: readonly string[]) {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** True for days of a column that lie in one of the windows of a kind. */
export function within(column: string, windows: Windows, kind: FactKind) {
  const days = windows.get(kind);
  if (days === undefined || days.length === 0) return sql<SqlBool>`0`;
  const day = sql.ref(column);
  if (days === 'anyDay') return sql<SqlBool>`${day} IS NOT NULL`;
  const each = days.map(({ from, to }) => sql<SqlBool>`${day} BETWEEN ${from} AND ${to}`);
  return sql<SqlBool>`(${sql.join(each, sql` OR `)})`;
}

/** The same for a column that holds a year only. */
export function withinYears(column: string, windows: Windows, kind: FactKind) {
  const days = windows.get(kind);
  if (days === undefined || days === 'anyDay' || days.length === 0) return sql<SqlBool>`0`;
  const each = days.map(({ from, to }) => {
    const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
    return sql<SqlBool>`${sql.ref(column)} BETWEEN ${first} AND ${last}`;
  });
  return sql<SqlBool>`(${sql.join(each, sql` OR `)})`;
}
