import { sql } from 'kysely';
import type { Window } from '#domain/deadlines/due-date.ts';
import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import type { FactKind } from '#domain/deadlines/fact-kind.ts';
import type { Db } from '../context.ts';

interface PersonFact {
  personId: string;
  fact: Fact;
}

/** Between which days a fact matters; `anyDay` where the rules do not say. */
export type Windows = ReadonlyMap<FactKind, Window | 'anyDay'>;

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
