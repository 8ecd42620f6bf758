import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import { among, type FactSource } from '../fact-source.ts';

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
    const entry = windows.get('saiEntry');
    const exit = windows.get('receptionExit');
    const rows = await db
      .selectFrom('reception_stay')
      .select('person_id')
      .distinct()
      .where((eb) =>
        eb.or([
          ...(entry && entry !== 'anyDay'
            ? [eb.and([eb('from_on', '>=', entry.from), eb('from_on', '<=', entry.to)])]
            : []),
          ...(exit && exit !== 'anyDay'
            ? [eb.and([eb('to_on', '>=', exit.from), eb('to_on', '<=', exit.to)])]
            : []),
          eb.lit(false),
        ]),
      )
      .execute();
    return rows.map((row) => row.person_id);
  },
};
