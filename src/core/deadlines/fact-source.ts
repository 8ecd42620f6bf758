import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Window } from '#domain/deadlines/due-date.ts';
import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import type { FactKind } from '#domain/deadlines/fact-kind.ts';
import type { Db } from '../context.ts';

interface PersonFact {
  personId: string;
  fact: Fact;
}

/** Days between which a fact matters, to people of these legal statuses alone where the rule names some. */
export interface AskedWindow extends Window {
  statuses?: readonly string[] | undefined;
}

/** Between which days a fact matters; `anyDay` where the rules do not say, nothing where none asks for it. */
export type Windows = ReadonlyMap<FactKind, readonly AskedWindow[] | 'anyDay'>;

/** What the rules ask of facts: those that can start something now, and kinds asked for whatever their day. */
export interface Asked {
  windows: Windows;
  always: ReadonlySet<FactKind>;
}

/** One part of the register that knows facts. A new part adds a file here and a line in `fact-sources.ts`. */
export interface FactSource {
  kinds: readonly FactKind[];
  /** Everything it knows of these people; what nobody asks for may be left out where it is said what is. */
  ofPeople(db: Db, personIds: readonly string[], asked?: Asked): Promise<PersonFact[]>;
  /** People, with an open file or not, of whom it knows a fact within the windows. */
  peopleWithin(db: Db, windows: Windows): Promise<string[]>;
}

/** One text for every number of ids, so that the statement is prepared once. */
export function among(ids: readonly string[]) {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** Of those for whom a window is, where a source can say what status somebody has. */
function forThem(window: AskedWindow, isDay: RawBuilder<SqlBool>, status?: RawBuilder<unknown>) {
  if (!status || !window.statuses) return isDay;
  return sql<SqlBool>`(${isDay} AND ${status} IN (${sql.join(window.statuses)}))`;
}

/** True for days of a column that lie in one of the windows of a kind. */
export function within(
  column: string,
  windows: Windows,
  kind: FactKind,
  status?: RawBuilder<unknown>,
) {
  const days = windows.get(kind);
  if (days === undefined || days.length === 0) return sql<SqlBool>`0`;
  const day = sql.ref(column);
  if (days === 'anyDay') return sql<SqlBool>`${day} IS NOT NULL`;
  const each = days.map((one) =>
    forThem(one, sql<SqlBool>`${day} BETWEEN ${one.from} AND ${one.to}`, status),
  );
  return sql<SqlBool>`(${sql.join(each, sql` OR `)})`;
}

/** The same for a column that holds a year only. */
export function withinYears(
  column: string,
  windows: Windows,
  kind: FactKind,
  status?: RawBuilder<unknown>,
) {
  const days = windows.get(kind);
  if (days === undefined || days === 'anyDay' || days.length === 0) return sql<SqlBool>`0`;
  const each = days.map((one) => {
    const [first, last] = [Number(one.from.slice(0, 4)), Number(one.to.slice(0, 4))];
    return forThem(one, sql<SqlBool>`${sql.ref(column)} BETWEEN ${first} AND ${last}`, status);
  });
  return sql<SqlBool>`(${sql.join(each, sql` OR `)})`;
}
