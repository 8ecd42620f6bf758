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
    const reviews = await db
      .selectFrom('plan_review')
      .innerJoin('plan', 'plan.id', 'plan_review.plan_id')
      .select(['plan_id', 'next_review_on'])
      .where('person_id', 'in', among(personIds))
      .orderBy('reviewed_on')
      .orderBy('plan_review.id')
      .execute();
    const lastReview = new Map(reviews.map((row) => [row.plan_id, row.next_review_on]));
    return [...latest.values()].flatMap((row) => {
      const agreedOn = lastReview.has(row.id) ? lastReview.get(row.id) : row.review_on;
      // After a review that closed the plan, or began its next version, this one is not looked at again.
      const isOver = lastReview.has(row.id) && !agreedOn;
      if (row.signed_on === null || isOver) return [];
      const fact = {
        kind: 'planSigned' as const,
        on: row.signed_on,
        source: row.id,
        ...(agreedOn ? { agreedOn } : {}),
      };
      return [{ personId: row.person_id, fact }];
    });
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
    const reviewed = await db
      .selectFrom('plan_review')
      .innerJoin('plan', 'plan.id', 'plan_review.plan_id')
      .select('person_id')
      .where(within('next_review_on', new Map([['planSigned', agreed]]), 'planSigned'))
      .execute();
    return [...new Set([...rows, ...reviewed].map((row) => row.person_id))];
  },
};
