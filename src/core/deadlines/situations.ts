import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { DeadlineRule } from '#domain/deadlines/deadline-rule.ts';
import { factWindows } from '#domain/deadlines/due-date.ts';
import type { Fact, Mark, Situation } from '#domain/deadlines/evaluate-deadlines.ts';
import type { FactKind } from '#domain/deadlines/fact-kind.ts';
import type { Db } from '../context.ts';
import type { DeadlineMarkTable } from '../database/tables/deadline-tables.ts';
import { type Asked, type AskedWindow, among, type Windows } from './fact-source.ts';
import { factSources } from './fact-sources.ts';
import { factOfEvent } from './facts/event-facts.ts';
import { factOfTask } from './facts/task-facts.ts';

export interface Standing extends Situation {
  marks: (Mark & { by: string })[];
}

type MarkRow = DeadlineMarkTable & { by: string | null };

const markOf = (row: MarkRow) => ({
  rule: row.rule,
  factKey: row.fact_key,
  state: row.state,
  until: row.until_on ?? undefined,
  doneOn: row.done_on ?? undefined,
  reason: row.reason ?? undefined,
  by: row.by ?? '',
});

function marks(db: Db) {
  return db
    .selectFrom('deadline_mark')
    .leftJoin('user', 'user.id', 'deadline_mark.changed_by')
    .selectAll('deadline_mark')
    .select('user.name as by');
}

/** The same act may stand in the record and among the events: what was noted here knows its printed term. */
function withoutTwins(facts: readonly Fact[]): Fact[] {
  const noted = new Set(facts.filter((one) => one.row).map((one) => `${one.kind} ${one.on}`));
  return facts.filter((one) => one.row || !noted.has(`${one.kind} ${one.on}`));
}

/** The facts and marks of these people, by person: all of them, or those that are asked for. */
export async function standingsOf(
  db: Db,
  personIds: readonly string[],
  asked?: Asked,
): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing & { facts: Fact[] }>(
    personIds.map((id) => [id, { facts: [], marks: [] }]),
  );
  for (const source of factSources) {
    for (const { personId, fact } of await source.ofPeople(db, personIds, asked)) {
      const standing = standings.get(personId);
      standing?.facts.push(fact);
      if (standing && fact.kind === 'legalStatus') standing.legalStatus = fact.code;
    }
  }
  for (const standing of standings.values()) standing.facts = withoutTwins(standing.facts);
  for (const row of await marks(db).where('person_id', 'in', among(personIds)).execute()) {
    standings.get(row.person_id ?? '')?.marks.push(markOf(row));
  }
  return standings;
}

/** What the association itself has to keep. */
export async function standingOfAssociation(db: Db, today: CalendarDate): Promise<Standing> {
  const events = await db
    .selectFrom('procedure_event')
    .selectAll()
    .where('person_id', 'is', null)
    .execute();
  const tasks = await db.selectFrom('task').selectAll().where('person_id', 'is', null).execute();
  const marked = await marks(db).where('person_id', 'is', null).execute();
  return {
    facts: [{ kind: 'everyYear', on: today }, ...events.map(factOfEvent), ...tasks.map(factOfTask)],
    marks: marked.map(markOf),
  };
}

/** Two rules about the same fact may ask for days that lie years apart: windows are not run together. */
function windowsOf(rules: readonly DeadlineRule[], today: CalendarDate, ahead: number): Windows {
  const windows = new Map<FactKind, AskedWindow[] | 'anyDay'>();
  for (const rule of rules) {
    const known = windows.get(rule.trigger) ?? [];
    const own = factWindows(rule, today, ahead);
    const isAnyDay = own === undefined || known === 'anyDay';
    const statuses = rule.when?.legalStatuses;
    const theirs = own?.map((one) => ({ ...one, statuses })) ?? [];
    windows.set(rule.trigger, isAnyDay ? 'anyDay' : [...known, ...theirs]);
  }
  return windows;
}

/** Facts a rule looks at whenever they were: those it wants or wants not, and those that settle it. */
const alwaysAskedBy = ({ when, endedBy }: DeadlineRule): FactKind[] => [
  ...(when?.hasFact ?? []),
  ...(when?.lacksFact ?? []),
  ...(endedBy?.facts ?? []),
];

export function askedBy(
  rules: readonly DeadlineRule[],
  { today, ahead }: { today: CalendarDate; ahead: number },
): Asked {
  return {
    windows: windowsOf(rules, today, ahead),
    always: new Set(rules.flatMap(alwaysAskedBy)),
  };
}

/** People who may have something due soon: a superset, found with one bounded query a source. */
export async function peopleWithSomethingNear(db: Db, { windows }: Asked): Promise<string[]> {
  const found = new Set<string>();
  for (const source of factSources) {
    if (!source.kinds.some((kind) => windows.has(kind))) continue;
    for (const id of await source.peopleWithin(db, windows)) found.add(id);
  }
  return [...found];
}
