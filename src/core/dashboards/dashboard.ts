/*
 * What whoever coordinates looks at to see whether the work goes round: who carries how much, where people are
 * stuck, who waits for an answer, whether anybody is better off. The numbers are true and small, so they stay in
 * the window and for those who see every case; what leaves goes through a report.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Dashboard } from '#api/dashboards.ts';
import { ProcedureError } from '#api/errors.ts';
import { addDays, addMonths, type CalendarDate, daysBetween } from '#domain/dates/calendar-date.ts';
import { programmeTemplate } from '#domain/programmes/programme-template.ts';
import { firstDayOf, lastDayOf, monthOf } from '#domain/reports/counted-file.ts';
import type { Period } from '#domain/reports/summary.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';

const MOST_MONTHS = 36;
const LEVELS = 5;

interface Question extends Period {
  programmeId?: string | undefined;
  workerId?: string | undefined;
}

/** Whose files are looked at; `c` is the file. */
function filesOf({ programmeId, workerId, from, to }: Question): RawBuilder<unknown> {
  const enrolled = programmeId
    ? sql`EXISTS (SELECT 1 FROM enrolment e WHERE e.person_id = c.person_id AND e.programme_id = ${programmeId}
        AND e.is_waiting = 0 AND e.enrolled_on <= ${to} AND coalesce(e.left_on, '9999') >= ${from})`
    : sql`1`;
  const followed = workerId ? sql`c.worker_id = ${workerId}` : sql`1`;
  return sql`(${enrolled} AND ${followed})`;
}

function monthsIn({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let day = firstDayOf(monthOf(from)); day <= to && months.length < MOST_MONTHS; ) {
    months.push(monthOf(day));
    day = addMonths(day, 1);
  }
  return months;
}

async function casesByMonth(db: Db, question: Question): Promise<Dashboard['months']> {
  const { rows } = await sql<{ opened_on: CalendarDate; closed_on: CalendarDate | null }>`
    SELECT c.opened_on, c.closed_on FROM case_file c WHERE ${filesOf(question)}`.execute(db);
  return monthsIn(question).map((month) => {
    const last = lastDayOf(month);
    return {
      month,
      open: rows.filter(
        (row) => row.opened_on <= last && (row.closed_on === null || row.closed_on > last),
      ).length,
      opened: rows.filter((row) => monthOf(row.opened_on) === month).length,
      closed: rows.filter((row) => row.closed_on !== null && monthOf(row.closed_on) === month)
        .length,
    };
  });
}

async function casesByWorker(db: Db, question: Question): Promise<Dashboard['workers']> {
  const { rows } = await sql<{ workerId: string | null; name: string | null; open: number }>`
    SELECT c.worker_id AS workerId, u.name, count(*) AS open
    FROM case_file c LEFT JOIN user u ON u.id = c.worker_id
    WHERE c.opened_on <= ${question.to} AND coalesce(c.closed_on, '9999') > ${question.to}
      AND ${filesOf(question)}
    GROUP BY c.worker_id ORDER BY open DESC, u.name`.execute(db);
  return rows.map((row) => ({ ...row, name: row.name ?? '' }));
}

async function stageFlows(db: Db, question: Question): Promise<Dashboard['flows']> {
  const { programmeId, from, to } = question;
  const programmes = await db
    .selectFrom('programme')
    .selectAll()
    .$if(programmeId !== undefined, (query) => query.where('id', '=', programmeId ?? ''))
    .orderBy('name')
    .execute();
  const { rows } = await sql<{ programme_id: string; stage: string; reached: number; now: number }>`
    SELECT e.programme_id, s.stage, count(*) AS reached,
      sum(e.left_on IS NULL AND s.reached_on = (
        SELECT max(reached_on) FROM enrolment_stage l WHERE l.enrolment_id = e.id)) AS now
    FROM enrolment e JOIN enrolment_stage s ON s.enrolment_id = e.id
      JOIN case_file c ON c.person_id = e.person_id
    WHERE s.reached_on BETWEEN ${from} AND ${to} AND ${filesOf(question)}
    GROUP BY e.programme_id, s.stage`.execute(db);
  return programmes.flatMap((row) => {
    const { stages } = programmeTemplate.parse(JSON.parse(row.definition));
    const flow = stages.map(({ code, name }) => {
      const found = rows.find((one) => one.programme_id === row.id && one.stage === code);
      return { code, name, reached: found?.reached ?? 0, now: found?.now ?? 0 };
    });
    return flow.some(({ reached }) => reached > 0)
      ? [{ programmeId: row.id, programme: row.name, stages: flow }]
      : [];
  });
}

/** States in which an office owes an answer. */
const WAITING = ['sent', 'received', 'waitingList', 'noReply'] as const;

async function waitingReferrals(
  db: Db,
  question: Question,
  today: CalendarDate,
): Promise<Dashboard['waiting']> {
  const { rows } = await sql<{ state: string; count: number; oldest: CalendarDate }>`
    SELECT r.state, count(*) AS count, min(r.sent_on) AS oldest
    FROM referral r JOIN case_file c ON c.person_id = r.person_id
    WHERE r.state IN (SELECT value FROM json_each(${JSON.stringify(WAITING)})) AND ${filesOf(question)}
    GROUP BY r.state`.execute(db);
  return WAITING.flatMap((state) => {
    const row = rows.find((one) => one.state === state);
    return row
      ? [{ state, count: row.count, oldestDays: Math.max(0, daysBetween(row.oldest, today)) }]
      : [];
  });
}

async function transitions(db: Db, question: Question): Promise<Dashboard['transitions']> {
  const { rows } = await sql<{ person_id: string; domain: string; level: number }>`
    SELECT a.person_id, s.domain, s.level
    FROM assessment a JOIN assessment_score s ON s.assessment_id = a.id
      JOIN case_file c ON c.person_id = a.person_id
    WHERE a.state = 'completed' AND a.assessed_on BETWEEN ${question.from} AND ${question.to}
      AND ${filesOf(question)}
    ORDER BY a.assessed_on, a.id`.execute(db);
  const levels = new Map<string, { domain: string; levels: number[] }>();
  for (const { person_id, domain, level } of rows) {
    const key = `${person_id} ${domain}`;
    const known = levels.get(key) ?? { domain, levels: [] };
    known.levels.push(level);
    levels.set(key, known);
  }
  // One assessment says where somebody stands, and nothing of how far they came.
  const pairs = [...levels.values()].filter((one) => one.levels.length > 1);
  return [...new Set(pairs.map(({ domain }) => domain))].sort().map((domain) => {
    const table = Array.from({ length: LEVELS }, () => Array.from({ length: LEVELS }, () => 0));
    const tally = { better: 0, same: 0, worse: 0 };
    for (const one of pairs) {
      if (one.domain !== domain) continue;
      const [first, last] = [one.levels[0] ?? 1, one.levels.at(-1) ?? 1];
      const line = table[first - 1];
      if (line) line[last - 1] = (line[last - 1] ?? 0) + 1;
      tally[last > first ? 'better' : last < first ? 'worse' : 'same'] += 1;
    }
    return { domain, people: tally.better + tally.same + tally.worse, ...tally, table };
  });
}

const waits = [
  { code: 'sameDay', to: 0 },
  { code: 'week', to: 7 },
  { code: 'month', to: 30 },
  { code: 'longer', to: Number.POSITIVE_INFINITY },
] as const;

async function timeToFirstService(db: Db, question: Question): Promise<Dashboard['firstService']> {
  const { rows } = await sql<{ opened_on: CalendarDate; first: CalendarDate | null }>`
    SELECT c.opened_on, (SELECT min(day) FROM (
      SELECT x.done_on AS day FROM service x WHERE x.person_id = c.person_id AND x.attendance = 'attended'
      UNION ALL
      SELECT y.held_on FROM session_participant z JOIN session y ON y.id = z.session_id
        WHERE z.person_id = c.person_id AND z.attendance = 'present')
      WHERE day >= c.opened_on) AS first
    FROM case_file c
    WHERE c.opened_on BETWEEN ${question.from} AND ${question.to} AND ${filesOf(question)}`.execute(
    db,
  );
  const days = rows
    .flatMap(({ opened_on, first }) => (first === null ? [] : [daysBetween(opened_on, first)]))
    .sort((a, b) => a - b);
  const middle = days[Math.floor((days.length - 1) / 2)];
  let before = -1;
  const bands = waits.map(({ code, to }) => {
    const count = days.filter((one) => one > before && one <= to).length;
    before = to;
    return { code: code as string, count };
  });
  return {
    files: rows.length,
    medianDays: middle ?? null,
    bands: [...bands, { code: 'none', count: rows.length - days.length }],
  };
}

async function reviewsDue(
  db: Db,
  question: Question,
  today: CalendarDate,
): Promise<Dashboard['reviews']> {
  const { rows } = await sql<{ due: CalendarDate | null }>`
    SELECT coalesce((SELECT v.next_review_on FROM plan_review v WHERE v.plan_id = l.id
      ORDER BY v.reviewed_on DESC, v.id DESC LIMIT 1), l.review_on) AS due
    FROM plan l JOIN case_file c ON c.person_id = l.person_id
    WHERE c.closed_on IS NULL AND l.state = 'signed' AND ${filesOf(question)}
      AND NOT EXISTS (SELECT 1 FROM plan n WHERE n.person_id = l.person_id AND n.state = 'signed'
        AND n.version > l.version)
      AND NOT EXISTS (SELECT 1 FROM plan_review v WHERE v.plan_id = l.id AND v.decision = 'close')`.execute(
    db,
  );
  const soon = addDays(today, 30);
  const tally = { overdue: 0, soon: 0, later: 0, notSet: 0 };
  for (const { due } of rows) {
    tally[due === null ? 'notSet' : due < today ? 'overdue' : due <= soon ? 'soon' : 'later'] += 1;
  }
  return Object.entries(tally).map(([code, count]) => ({ code, count }));
}

/** Fails with `period_invalid`. */
export async function getDashboard(context: CoreContext, question: Question): Promise<Dashboard> {
  if (question.from > question.to) throw new ProcedureError('period_invalid');
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  return {
    months: await casesByMonth(db, question),
    workers: await casesByWorker(db, question),
    flows: await stageFlows(db, question),
    waiting: await waitingReferrals(db, question, today),
    transitions: await transitions(db, question),
    firstService: await timeToFirstService(db, question),
    reviews: await reviewsDue(db, question, today),
  };
}
