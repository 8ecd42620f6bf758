import { addDays } from '#domain/dates/calendar-date.ts';
import { among, type FactSource } from '../fact-source.ts';

/** The latest plan of a person, once it is signed, with the day agreed for its review. */
export const planFacts: FactSource = {
  kinds: ['planSigned'],

  async ofPeople(db, personIds) {
    const rows = await db
      .selectFrom('plan')
      .select(['id', 'person_id', 'signed_on', 'review_on', 'version'])
      .where('person_id', 'in', among(personIds))
      .where('state', '=', 'signed')
      .orderBy('version')
      .execute();
    const latest = new Map(rows.map((row) => [row.person_id, row]));
    return [...latest.values()].flatMap((row) =>
      row.signed_on === null
        ? []
        : [
            {
              personId: row.person_id,
              fact: {
                kind: 'planSigned' as const,
                on: row.signed_on,
                source: row.id,
                ...(row.review_on === null ? {} : { agreedOn: row.review_on }),
              },
            },
          ],
    );
  },

  async peopleWithin(db, windows) {
    const window = windows.get('planSigned');
    if (!window || window === 'anyDay') return [];
    const rows = await db
      .selectFrom('plan')
      .select('person_id')
      .distinct()
      .where('state', '=', 'signed')
      .where((eb) =>
        eb.or([
          eb.and([eb('review_on', 'is', null), eb('signed_on', '>=', window.from)]),
          eb.and([
            eb('review_on', '>=', window.from),
            // The window is made for the day of signing; the agreed one may lie further ahead.
            eb('review_on', '<=', addDays(window.to, 120)),
          ]),
        ]),
      )
      .execute();
    return rows.map((row) => row.person_id);
  },
};
