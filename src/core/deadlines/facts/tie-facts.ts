import { among, type FactSource, withinYears } from '../fact-source.ts';

/** Children who are not here yet: only those under 18 on the day of the application can come. */
export const tieFacts: FactSource = {
  kinds: ['childAbroad'],

  async ofPeople(db, personIds) {
    const rows = await db
      .selectFrom('tie')
      .select(['id', 'person_id', 'other_birth_year'])
      .where('person_id', 'in', among(personIds))
      .where('kind', '=', 'child')
      .where('place', '=', 'abroad')
      .where('life', '<>', 'dead')
      .where('other_birth_year', 'is not', null)
      .where((eb) =>
        eb.or([eb('reunification', 'is', null), eb('reunification', 'in', ['wanted', 'refused'])]),
      )
      .execute();
    return rows.map((row) => ({
      personId: row.person_id,
      fact: {
        kind: 'childAbroad' as const,
        // Only the year is kept there; its first day is the cautious one.
        on: `${row.other_birth_year}-01-01`,
        source: row.id,
        isEstimated: true,
      },
    }));
  },

  async peopleWithin(db, windows) {
    const rows = await db
      .selectFrom('tie')
      .select('person_id')
      .distinct()
      .where('kind', '=', 'child')
      .where('place', '=', 'abroad')
      .where(withinYears('other_birth_year', windows, 'childAbroad'))
      .execute();
    return rows.map((row) => row.person_id);
  },
};
