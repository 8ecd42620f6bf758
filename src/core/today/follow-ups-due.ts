import { addMonths } from '#domain/dates/calendar-date.ts';
import { followUpsDue } from '#domain/programmes/follow-up.ts';
import { registerOf } from '../context.ts';
import { arrivals } from '../follow-ups/follow-ups.ts';
import { getProgramme } from '../programmes/programmes.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** Whoever was not asked by then will not be: the list must not fill up with the past. */
const FORGOTTEN_AFTER_MONTHS = 6;

/** Who left a programme or arrived at a place some months ago and is to be asked how they are; also with a closed file. */
export const followUpsToAsk: TodaySource = async ({ context, db, today, until, whose }) => {
  const { user } = registerOf(context);
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person_line', 'person_line.person_id', 'enrolment.person_id')
    .innerJoin('case_file', 'case_file.person_id', 'enrolment.person_id')
    .select(['enrolment.id', 'enrolment.person_id', 'programme_id', 'left_on', 'listed_name'])
    .where((eb) =>
      eb.or([
        eb('left_on', '>', addMonths(today, -60)),
        eb.exists(
          eb
            .selectFrom('placement')
            .select('placement.id')
            .whereRef('placement.enrolment_id', '=', 'enrolment.id')
            .where('arrived_on', '>', addMonths(today, -60)),
        ),
      ]),
    )
    .$if(whose === 'mine', (query) => query.where('case_file.worker_id', '=', user.id))
    .execute();
  const arrivedOn = await arrivals(
    db,
    rows.map((row) => row.id),
  );
  const asked = await db
    .selectFrom('follow_up')
    .select(['enrolment_id', 'since', 'months'])
    .execute();
  const done = new Set(asked.map((one) => `${one.enrolment_id} ${one.since} ${one.months}`));
  const ids = [...new Set(rows.map((row) => row.programme_id))];
  const programmes = new Map(
    await Promise.all(ids.map(async (id) => [id, await getProgramme(db, id)] as const)),
  );
  const oldest = addMonths(today, -FORGOTTEN_AFTER_MONTHS);
  return rows.flatMap((row) => {
    const programme = programmes.get(row.programme_id);
    if (!programme) return [];
    const arrival = arrivedOn.get(row.id);
    return followUpsDue(programme.template.followUpMonths, {
      ...(row.left_on === null ? {} : { exit: row.left_on }),
      ...(arrival === undefined ? {} : { arrival }),
    })
      .filter(({ dueOn }) => dueOn <= until && dueOn > oldest)
      .filter(({ since, months }) => !done.has(`${row.id} ${since} ${months}`))
      .map(({ since, months, dueOn }) =>
        todayItem(today, {
          key: `follow-up-${row.id}-${since}-${months}`,
          section: 'due',
          kind: 'followUp',
          personId: row.person_id,
          listedName: row.listed_name,
          due: dueOn,
          opens: { page: 'enrolment', id: row.id },
          about: programme.row.name,
        }),
      );
  });
};
