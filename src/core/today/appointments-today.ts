import { registerOf } from '../context.ts';
import { openFilesOf } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** What stands in the calendar for today and has not happened yet. */
export const appointmentsToday: TodaySource = async (question) => {
  const { context, db, today, whose } = question;
  const { user } = registerOf(context);
  const rows = await db
    .selectFrom('appointment')
    .select(['id', 'start', 'kind', 'about'])
    .where('planned_on', '=', today)
    .where('state', '=', 'planned')
    .$if(whose === 'mine', (query) => query.where('worker_id', '=', user.id))
    .execute();
  const withPeople = await db
    .selectFrom('appointment_person')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .select(['appointment_id', 'person_id'])
    .where('planned_on', '=', today)
    .execute();
  const known = await openFilesOf(db, { context, whose: 'team' })
    .innerJoin('appointment_person', 'appointment_person.person_id', 'person_line.person_id')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .select(['appointment_id', 'person_line.person_id', 'listed_name'])
    .where('planned_on', '=', today)
    .orderBy('sort_name')
    .execute();
  return rows.flatMap(({ id, start, kind, about }) => {
    const [who, ...others] = known.filter((one) => one.appointment_id === id);
    // Somebody is expected whom this user may not see, or whose file is closed.
    if (!who && withPeople.some((one) => one.appointment_id === id)) return [];
    const names = [who, ...others].flatMap((one) => one?.listed_name ?? []);
    return todayItem(
      today,
      {
        key: `appointment-${id}`,
        section: 'appointments',
        kind: 'appointment',
        ...(who ? { personId: who.person_id, listedName: names.join(' · ') } : {}),
        due: today,
        about,
        opens: { page: 'appointment', id },
        appointmentKind: kind,
        ...(start === null ? {} : { time: start }),
      },
      { isAppointment: true },
    );
  });
};
