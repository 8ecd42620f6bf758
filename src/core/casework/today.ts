/*
 * What is due: the first screen after unlocking. Everything comes back by itself, because a volunteer who is
 * in the office two evenings a week cannot keep dates in their head.
 */
import type { TodayItem } from '#api/casework.ts';
import { addDays, addMonths, type CalendarDate, daysBetween } from '#domain/dates/calendar-date.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';

const LOOK_AHEAD_DAYS = 30;
/** Some integration programmes admit people only within this time after leaving reception (FRA NOI). */
const RECEPTION_WINDOW_MONTHS = 18;
const MOST_ITEMS = 200;

interface Due {
  kind: TodayItem['kind'];
  personId: string;
  listedName: string;
  due: string;
  about?: string | undefined;
}

async function expiringConsents(db: Db, today: CalendarDate): Promise<Due[]> {
  const rows = await db
    .selectFrom('consent')
    .innerJoin('person_line', 'person_line.person_id', 'consent.person_id')
    .leftJoin('organisation', 'organisation.id', 'consent.organisation_id')
    .select(['consent.person_id', 'listed_name', 'expires_on', 'organisation.name as about'])
    .where('is_open', '=', 1)
    .where('withdrawn_on', 'is', null)
    .where('expires_on', '>=', today)
    .where('expires_on', '<=', addDays(today, LOOK_AHEAD_DAYS))
    .execute();
  return rows.map((row) => ({
    kind: 'consentExpiring',
    personId: row.person_id,
    listedName: row.listed_name,
    due: row.expires_on ?? today,
    about: row.about ?? undefined,
  }));
}

async function plansDue(db: Db, today: CalendarDate): Promise<Due[]> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('person_line', 'person_line.person_id', 'plan.person_id')
    .select(['plan.person_id', 'listed_name', 'state', 'review_on', 'version', 'changed_at'])
    .where('is_open', '=', 1)
    .where((eb) =>
      eb(
        'version',
        '=',
        eb
          .selectFrom('plan as other')
          .select((inner) => inner.fn.max('other.version').as('latest'))
          .whereRef('other.person_id', '=', 'plan.person_id'),
      ),
    )
    .execute();
  return rows.flatMap((row): Due[] => {
    const { person_id: personId, listed_name: listedName, review_on: reviewOn } = row;
    if (row.state === 'draft') {
      return [{ kind: 'planUnsigned', personId, listedName, due: row.changed_at.slice(0, 10) }];
    }
    if (reviewOn === null || reviewOn > addDays(today, LOOK_AHEAD_DAYS)) return [];
    return [{ kind: 'planReview', personId, listedName, due: reviewOn }];
  });
}

async function awaitedReplies(db: Db, today: CalendarDate): Promise<Due[]> {
  const rows = await db
    .selectFrom('letter')
    .innerJoin('person_line', 'person_line.person_id', 'letter.person_id')
    .innerJoin('organisation', 'organisation.id', 'letter.organisation_id')
    .select(['letter.person_id', 'listed_name', 'reply_by', 'organisation.name as about'])
    .where('state', '=', 'issued')
    .where('is_open', '=', 1)
    .execute();
  return rows.map((row) => {
    const due = row.reply_by ?? today;
    const kind = due < today ? 'replyOverdue' : 'replyAwaited';
    return { kind, personId: row.person_id, listedName: row.listed_name, due, about: row.about };
  });
}

async function closingReceptionWindows(db: Db, today: CalendarDate): Promise<Due[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('person_line', 'person_line.person_id', 'person.id')
    .select(['person.id', 'listed_name', 'reception_exit_on'])
    .where('is_open', '=', 1)
    .where('reception_exit_on', '>=', addMonths(today, -RECEPTION_WINDOW_MONTHS))
    .execute();
  return rows.flatMap((row): Due[] => {
    const due = addMonths(row.reception_exit_on ?? today, RECEPTION_WINDOW_MONTHS);
    if (due > addDays(today, LOOK_AHEAD_DAYS)) return [];
    return [{ kind: 'receptionWindow', personId: row.id, listedName: row.listed_name, due }];
  });
}

export async function getToday(context: CoreContext) {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const due = [
    ...(await awaitedReplies(db, today)),
    ...(await plansDue(db, today)),
    ...(await expiringConsents(db, today)),
    ...(await closingReceptionWindows(db, today)),
  ];
  const items = due
    .map(({ about, ...item }) => ({
      ...item,
      ...(about ? { about } : {}),
      daysLeft: daysBetween(today, item.due),
    }))
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.listedName < b.listedName ? -1 : 1))
    .slice(0, MOST_ITEMS);
  const { openFiles } = await db
    .selectFrom('person_line')
    .select((eb) => eb.fn.countAll<number>().as('openFiles'))
    .where('is_open', '=', 1)
    .executeTakeFirstOrThrow();
  const recentPeople = await db
    .selectFrom('person')
    .innerJoin('person_line', 'person_line.person_id', 'person.id')
    .select(['person.id', 'listed_name as listedName'])
    .orderBy('person.changed_at', 'desc')
    .limit(6)
    .execute();
  return { items, openFiles, recentPeople };
}
