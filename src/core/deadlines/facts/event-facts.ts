import { sql } from 'kysely';
import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import { type EventKind, eventKinds } from '#domain/deadlines/fact-kind.ts';
import type { ProcedureEventTable } from '../../database/tables/deadline-tables.ts';
import { among, type FactSource, within } from '../fact-source.ts';

export function factOfEvent(
  row: Pick<ProcedureEventTable, 'id' | 'kind' | 'happened_on' | 'term' | 'note'>,
): Fact {
  return {
    kind: row.kind as EventKind,
    on: row.happened_on,
    source: row.id,
    row: 'event',
    ...(row.term === null ? {} : { term: row.term }),
    ...(row.note === null ? {} : { note: row.note }),
  };
}

/** By the people and not by the kind: the sign keeps SQLite from reading everybody's steps of a kind. */
const KIND = sql<string>`+kind`;

/** Of whoever the step is about. */
const STATUS = sql`(SELECT p.legal_status FROM person AS p WHERE p.id = procedure_event.person_id)`;

/** What somebody noted about a procedure. */
export const eventFacts: FactSource = {
  kinds: eventKinds,

  async ofPeople(db, personIds, asked) {
    const rows = await db
      .selectFrom('procedure_event')
      .select(['id', 'person_id', 'kind', 'happened_on', 'term', 'note'])
      .where('person_id', 'in', among(personIds))
      // A file has steps of years: of thousands of people those alone are read that can still start something.
      .$if(asked !== undefined, (query) =>
        query.where((eb) =>
          eb.or(
            eventKinds.flatMap((kind) =>
              asked?.always.has(kind)
                ? [eb(KIND, '=', kind)]
                : asked?.windows.has(kind)
                  ? [eb.and([eb(KIND, '=', kind), within('happened_on', asked.windows, kind)])]
                  : [],
            ),
          ),
        ),
      )
      .execute();
    return rows.flatMap((row) =>
      row.person_id === null ? [] : [{ personId: row.person_id, fact: factOfEvent(row) }],
    );
  },

  async peopleWithin(db, windows) {
    const wanted = eventKinds.filter((kind) => windows.has(kind));
    const rows = await db
      .selectFrom('procedure_event')
      .select('person_id')
      .distinct()
      .where('person_id', 'is not', null)
      .where((eb) =>
        eb.or(
          wanted.map((kind) =>
            eb.and([eb('kind', '=', kind), within('happened_on', windows, kind, STATUS)]),
          ),
        ),
      )
      .execute();
    return rows.flatMap((row) => row.person_id ?? []);
  },
};
