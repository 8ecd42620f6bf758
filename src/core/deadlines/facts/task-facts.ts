import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import type { TaskTable } from '../../database/tables/deadline-tables.ts';
import { among, type FactSource, within } from '../fact-source.ts';

export function factOfTask(
  row: Pick<TaskTable, 'id' | 'kind' | 'title' | 'note' | 'due_on'>,
): Fact {
  return {
    kind: row.kind,
    on: row.due_on,
    source: row.id,
    row: 'task',
    ...(row.title === null ? {} : { words: row.title }),
    ...(row.note === null ? {} : { note: row.note }),
  };
}

/** Deadlines of one's own, and people to call back. */
export const taskFacts: FactSource = {
  kinds: ['ownDeadline', 'callBack'],

  async ofPeople(db, personIds) {
    const rows = await db
      .selectFrom('task')
      .selectAll()
      .where('person_id', 'in', among(personIds))
      .execute();
    return rows.flatMap((row) =>
      row.person_id === null ? [] : [{ personId: row.person_id, fact: factOfTask(row) }],
    );
  },

  async peopleWithin(db, windows) {
    const rows = await db
      .selectFrom('task')
      .select('person_id')
      .distinct()
      .where('person_id', 'is not', null)
      .where((eb) =>
        eb.or([within('due_on', windows, 'ownDeadline'), within('due_on', windows, 'callBack')]),
      )
      .execute();
    return rows.flatMap((row) => row.person_id ?? []);
  },
};
