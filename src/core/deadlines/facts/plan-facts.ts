import { addDays } from '#domain/dates/calendar-date.ts';
import { among, type FactSource, within } from '../fact-source.ts';

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
    const days = windows.get('planSigned');
    if (days === undefined || days === 'anyDay') return [];
    // The windows are made for the day of signing; the day agreed for the review may lie further ahead.
    const agreed = days.map(({ from, to }) => ({ from, to: addDays(to, 120) }));
    const rows = await db
      .selectFrom('plan')
      .select('person_id')
      .distinct()
      .where('state', '=', 'signed')
      .where((eb) =>
        eb.or([
          eb.and([eb('review_on', 'is', null), within('signed_on', windows, 'planSigned')]),
          within('review_on', new Map([['planSigned', agreed]]), 'planSigned'),
        ]),
      )
      .execute();
    return rows.map((row) => row.person_id);
  },
};
