import { addMonths } from '#domain/dates/calendar-date.ts';
import { registerOf } from '../context.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** Whoever was not asked by then will not be. */
const FORGOTTEN_AFTER_MONTHS = 6;

/** Trainings whose participants are to be asked whether they use what they learned; one line for all of them. */
export const activityFollowUps: TodaySource = async ({ context, db, today, until, whose }) => {
  const { followUpMonths } = context.resources.activityForm;
  const { user } = registerOf(context);
  const trainings = context.resources.vocabularies.activityKinds.items.flatMap(
    ({ code, isTraining }) => (isTraining ? [code] : []),
  );
  const rows = await db
    .selectFrom('activity')
    .select(['id', 'title', 'to_on'])
    .where('kind', 'in', trainings)
    .where('is_cancelled', '=', 0)
    .where('to_on', '>', addMonths(today, -followUpMonths - FORGOTTEN_AFTER_MONTHS))
    .where('to_on', '<=', addMonths(until, -followUpMonths))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('activity_participant')
          .select('activity_participant.id')
          .whereRef('activity_id', '=', 'activity.id')
          .where('part', '=', 'participant')
          .where('asked_on', 'is', null),
      ),
    )
    .$if(whose === 'mine', (query) => query.where('worker_id', '=', user.id))
    .execute();
  return rows.map(({ id, title, to_on }) =>
    todayItem(today, {
      key: `activity-follow-up-${id}`,
      section: 'due',
      kind: 'activityFollowUp',
      due: addMonths(to_on, followUpMonths),
      about: title,
      opens: { page: 'activity', id },
    }),
  );
};
