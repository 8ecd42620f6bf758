import { addMonths } from '#domain/dates/calendar-date.ts';
import { type CoreContext, registerOf } from '../context.ts';

const LOOK_BACK_MONTHS = 6;
const MOST_WORDS = 12;

/**
 * Types by how often they were noted of late, own ones first, then the rest in the order of the list; places
 * and mediators that were written before, those of this person first.
 */
export async function suggestServices(
  context: CoreContext,
  { personId }: { personId?: string | undefined },
) {
  const { db, user } = registerOf(context);
  const since = addMonths(context.ports.clock.today(), -LOOK_BACK_MONTHS);
  const rows = await db
    .selectFrom('service')
    .select(['type', 'place', 'mediator'])
    .select((eb) => [
      eb.fn.sum<number>(eb.case().when('worker_id', '=', user.id).then(1).else(0).end()).as('own'),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when('person_id', '=', personId ?? '')
            .then(1)
            .else(0)
            .end(),
        )
        .as('ofPerson'),
      eb.fn.countAll<number>().as('times'),
    ])
    .where('done_on', '>=', since)
    .groupBy(['type', 'place', 'mediator'])
    .execute();
  type Row = (typeof rows)[number];
  const ranked = (word: (row: Row) => string | null, weight: (row: Row) => number) => {
    const weights = new Map<string, number>();
    for (const row of rows) {
      const key = word(row);
      if (key !== null) weights.set(key, (weights.get(key) ?? 0) + weight(row));
    }
    return [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
  };
  const forPerson = (row: Row) => row.ofPerson * 1000 + row.times;
  const used = ranked(
    (row) => row.type,
    (row) => row.own * 1000 + row.times,
  );
  const all = context.resources.vocabularies.serviceTypes.items.map((item) => item.code);
  return {
    types: [...new Set([...used, ...all])].filter((type) => all.includes(type)),
    places: ranked((row) => row.place, forPerson).slice(0, MOST_WORDS),
    mediators: ranked((row) => row.mediator, forPerson).slice(0, MOST_WORDS),
  };
}
