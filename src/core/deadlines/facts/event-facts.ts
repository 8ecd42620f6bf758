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

/** What somebody noted about a procedure. */
export const eventFacts: FactSource = {
  kinds: eventKinds,

  async ofPeople(db, personIds) {
    const rows = await db
      .selectFrom('procedure_event')
      .select(['id', 'person_id', 'kind', 'happened_on', 'term', 'note'])
      .where('person_id', 'in', among(personIds))
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
            eb.and([eb('kind', '=', kind), within('happened_on', windows, kind)]),
          ),
        ),
      )
      .execute();
    return rows.flatMap((row) => row.person_id ?? []);
  },
};
