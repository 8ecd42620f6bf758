import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import { among, type FactSource, within } from '../fact-source.ts';

const SAI_TYPES = ['saiOrdinary', 'saiMinors', 'saiHealth'];

/** Reception stays: the way in starts the months of SAI, the way out the window of some programmes. */
export const stayFacts: FactSource = {
  kinds: ['saiEntry', 'receptionExit'],

  async ofPeople(db, personIds) {
    const rows = await db
      .selectFrom('reception_stay')
      .select(['id', 'person_id', 'type', 'from_on', 'to_on'])
      .where('person_id', 'in', among(personIds))
      .execute();
    return rows.flatMap(({ id, person_id: personId, type, from_on: from, to_on: to }) => {
      const facts: Fact[] = [];
      if (from && SAI_TYPES.includes(type)) {
        facts.push({ kind: 'saiEntry', on: from, source: id, code: type });
      }
      if (to) facts.push({ kind: 'receptionExit', on: to, source: id, code: type });
      return facts.map((fact) => ({ personId, fact }));
    });
  },

  async peopleWithin(db, windows) {
    const rows = await db
      .selectFrom('reception_stay')
      .select('person_id')
      .distinct()
      .where((eb) =>
        eb.or([within('from_on', windows, 'saiEntry'), within('to_on', windows, 'receptionExit')]),
      )
      .execute();
    return rows.map((row) => row.person_id);
  },
};
