import { type TodaySource, todayItem } from './today-source.ts';

/** Lessons and groups of today, until somebody has noted who was there. They are nobody's alone. */
export const sessionsToday: TodaySource = async ({ db, today }) => {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'title', 'start'])
    .where('held_on', '=', today)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('session_participant')
            .select('person_id')
            .whereRef('session_id', '=', 'session.id')
            .where('attendance', '!=', 'expected'),
        ),
      ),
    )
    .execute();
  return rows.map(({ id, title, start }) =>
    todayItem(
      today,
      {
        key: `session-${id}`,
        section: 'appointments',
        kind: 'session',
        due: today,
        about: title,
        opens: { page: 'session', id },
        ...(start === null ? {} : { time: start }),
      },
      { isAppointment: true },
    ),
  );
};
