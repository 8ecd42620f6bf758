import { sql } from 'kysely';
import { type PartialDate, rangeOf } from '#domain/dates/partial-date.ts';
import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import { birthOf } from '../../people/person-rows.ts';
import { among, type FactSource, withinYears } from '../fact-source.ts';

/** Of a birth date that is partly known the earliest day counts: a term kept too early does no harm. */
function birthFact(birth: PartialDate): Fact {
  const isEstimated =
    birth.day === undefined || birth.certainty === 'estimated' || birth.certainty === 'assigned';
  return { kind: 'birth', on: rangeOf(birth).earliest, ...(isEstimated ? { isEstimated } : {}) };
}

/** Birth and present legal status, as they stand with the person. */
export const personFacts: FactSource = {
  kinds: ['birth', 'bornInItaly', 'legalStatus'],

  async ofPeople(db, personIds) {
    const rows = await db
      .selectFrom('person')
      .select([
        'id',
        'birth_year',
        'birth_month',
        'birth_day',
        'birth_last_year',
        'birth_certainty',
        'birth_country',
        'legal_status',
        'changed_at',
      ])
      .where('id', 'in', among(personIds))
      .execute();
    return rows.flatMap((row) => {
      const birth = birthOf(row);
      const { legal_status: status } = row;
      const facts: Fact[] = [];
      if (birth) facts.push(birthFact(birth));
      if (birth && row.birth_country === 'ITA') {
        facts.push({ ...birthFact(birth), kind: 'bornInItaly' });
      }
      if (status)
        facts.push({ kind: 'legalStatus', on: row.changed_at.slice(0, 10), code: status });
      return facts.map((fact) => ({ personId: row.id, fact }));
    });
  },

  async peopleWithin(db, windows) {
    const rows = await db
      .selectFrom('person')
      .select('id')
      .where((eb) =>
        eb.or([
          withinYears('birth_year', windows, 'birth', sql.ref('legal_status')),
          eb.and([
            eb('birth_country', '=', 'ITA'),
            withinYears('birth_year', windows, 'bornInItaly'),
          ]),
          // The one status that ends for everybody on the same day.
          ...(windows.has('legalStatus') ? [eb('legal_status', '=', 'temporary')] : []),
        ]),
      )
      .execute();
    return rows.map((row) => row.id);
  },
};
