/*
 * What is due: the first screen after unlocking. Everything comes back by itself, because a volunteer who is
 * in the office two evenings a week cannot keep dates in their head.
 */
import { type TodayItem, type TodaySection, todaySections, type WhoseWork } from '#api/today.ts';
import { addDays } from '#domain/dates/calendar-date.ts';
import { LOOK_AHEAD_DAYS } from '#domain/today/due-group.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { among } from '../deadlines/fact-source.ts';
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

/** The first of a section, and whoever is due as soon as the last of them: names decide between those. */
function mayBeShown(nearest: TodayItem[]): TodayItem[] {
  const last = nearest[MOST_OF_A_SECTION - 1];
  if (!last) return nearest;
  return nearest.filter(({ daysLeft }) => Math.abs(daysLeft) <= Math.abs(last.daysLeft));
}

/** With the names of people whose source did not read them, because it may have found thousands. */
async function withNames(db: Db, items: TodayItem[]): Promise<TodayItem[]> {
  const nameless = items.flatMap(({ personId, listedName }) =>
    personId !== undefined && listedName === undefined ? [personId] : [],
  );
  if (nameless.length === 0) return items;
  const lines = await db
    .selectFrom('person_line')
    .select(['person_id', 'listed_name'])
    .where('person_id', 'in', among([...new Set(nameless)]))
    .execute();
  const names = new Map(lines.map((line) => [line.person_id, line.listed_name]));
  return items.map((item) => {
    const listedName = item.listedName ?? names.get(item.personId ?? '');
    return listedName === undefined ? item : { ...item, listedName };
  });
}

export async function getToday(context: CoreContext, { whose }: { whose: WhoseWork }) {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const question = { context, db, today, until: addDays(today, LOOK_AHEAD_DAYS), whose };
  const found: TodayItem[] = [];
  for (const source of todaySources) found.push(...(await source(question)));
  found.sort((a, b) => Math.abs(a.daysLeft) - Math.abs(b.daysLeft));
  const totals: Partial<Record<TodaySection, number>> = {};
  const items: TodayItem[] = [];
  for (const section of todaySections) {
    const all = found.filter((item) => item.section === section);
    if (all.length > MOST_OF_A_SECTION) totals[section] = all.length;
    const named = await withNames(db, mayBeShown(all));
    items.push(...named.sort(nearestFirst).slice(0, MOST_OF_A_SECTION));
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
