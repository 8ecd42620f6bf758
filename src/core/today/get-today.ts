/*
 * What is due: the first screen after unlocking. Everything comes back by itself, because a volunteer who is
 * in the office two evenings a week cannot keep dates in their head.
 */
import { type TodayItem, type TodaySection, todaySections, type WhoseWork } from '#api/today.ts';
import { addDays } from '#domain/dates/calendar-date.ts';
import { LOOK_AHEAD_DAYS } from '#domain/today/due-group.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { openFilesOf } from './open-files.ts';
import { todaySources } from './today-sources.ts';

/** Nobody reads more in one morning; the rest moves up as the first are done. */
const MOST_OF_A_SECTION = 100;

/** Times and folded names, so by their letters: the first collator of a process takes 25 ms to make. */
const inOrder = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** Of what is late, too, the nearest: a term that ended yesterday can perhaps still be saved. */
const nearestFirst = (a: TodayItem, b: TodayItem) =>
  Math.abs(a.daysLeft) - Math.abs(b.daysLeft) ||
  inOrder(a.time ?? '', b.time ?? '') ||
  inOrder(a.listedName ?? '', b.listedName ?? '');

export async function getToday(context: CoreContext, { whose }: { whose: WhoseWork }) {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const question = { context, db, today, until: addDays(today, LOOK_AHEAD_DAYS), whose };
  const found: TodayItem[] = [];
  for (const source of todaySources) found.push(...(await source(question)));
  found.sort(nearestFirst);
  const totals: Partial<Record<TodaySection, number>> = {};
  const items: TodayItem[] = [];
  for (const section of todaySections) {
    const all = found.filter((item) => item.section === section);
    if (all.length > MOST_OF_A_SECTION) totals[section] = all.length;
    items.push(...all.slice(0, MOST_OF_A_SECTION));
  }
  const { openFiles } = await openFilesOf(db, question)
    .select((eb) => eb.fn.countAll<number>().as('openFiles'))
    .executeTakeFirstOrThrow();
  const recentPeople = await db
    .selectFrom('person')
    .innerJoin('person_line', 'person_line.person_id', 'person.id')
    .select(['person.id', 'listed_name as listedName'])
    .orderBy('person.changed_at', 'desc')
    .limit(6)
    .execute();
  return { items, totals, openFiles, recentPeople };
}
