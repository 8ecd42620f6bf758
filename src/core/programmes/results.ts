/*
 * What a programme has reached of what was promised, how fast, with which outcomes, whom it is losing and what
 * blocks people. For those who answer to the funder before the funder asks. True and small numbers: they stay
 * in the window; what leaves goes through a report and its protection.
 */
import { sql } from 'kysely';
import type { OutputOf, ParsedInputOf, VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { MeasuredIndicator, ProgrammeResults } from '#api/programme-results.ts';
import { daysBetween } from '#domain/dates/calendar-date.ts';
import { enrolmentOutcomes } from '#domain/programmes/enrolment.ts';
import { meanCents } from '#domain/programmes/programme-budget.ts';
import { type ProgrammeIndicator, unitOf } from '#domain/programmes/programme-indicator.ts';
import type { Period } from '#domain/reports/summary.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { countActivities } from './counted-activities.ts';
import { countThings } from './counted-things.ts';
import { among, insideDuring } from './measure-sql.ts';
import { measuredProgramme } from './measured-programme.ts';
import { getProgramme, type RunningProgramme } from './programmes.ts';
import {
  AWAITED,
  countFigures,
  languagesWithout,
  peopleOfFigure,
  resultFigures,
} from './result-figures.ts';
import { waitingTimes } from './waiting-times.ts';
import { withMeasures } from './with-measures.ts';

type Asked = ParsedInputOf<VaultContract, 'programmeResults.get'>;

/** From its beginning, or the first thing that happened in it, until its end or today. */
async function periodOf(
  db: Db,
  { row }: RunningProgramme,
  { from, to, today }: { from?: string | undefined; to?: string | undefined; today: string },
): Promise<Period> {
  const { rows } = await sql<{ first: string | null }>`
    SELECT min(day) AS first FROM (
      SELECT enrolled_on AS day FROM enrolment WHERE programme_id = ${row.id}
      UNION ALL SELECT held_on FROM community_meeting WHERE programme_id = ${row.id}
      UNION ALL SELECT signed_on FROM agreement WHERE programme_id = ${row.id})`.execute(db);
  const first = rows[0]?.first ?? today;
  const begin = from ?? (row.from_on !== null && row.from_on < first ? row.from_on : first);
  const end = to ?? (row.to_on !== null && row.to_on < today ? row.to_on : today);
  if (from !== undefined && to !== undefined && from > to) {
    throw new ProcedureError('period_invalid');
  }
  return { from: begin, to: end < begin ? begin : end };
}

async function readQuestion(context: CoreContext, { id, from, to }: Asked) {
  const { db } = registerOf(context);
  const running = await getProgramme(db, id);
  const template = withMeasures(context, running.template);
  const today = context.ports.clock.today();
  const period = await periodOf(db, running, { from, to, today });
  const programme = { ...(await measuredProgramme(context, id, template)), period };
  return { db, template, programme, today };
}

type Question = Awaited<ReturnType<typeof readQuestion>>;

/** People of the programme who were sent to offices in the period: by office what became of it. */
async function officesOf({ db, programme }: Question): Promise<ProgrammeResults['offices']> {
  const { period, programmeId } = programme;
  const { rows } = await sql<ProgrammeResults['offices'][number]>`
    SELECT o.name, count(*) AS sent,
      sum(y.state IN ('accepted', 'inProgress', 'concluded')) AS accepted,
      sum(y.state = 'concluded') AS concluded
    FROM referral y JOIN person p ON p.id = y.person_id JOIN organisation o ON o.id = y.organisation_id
    WHERE y.sent_on BETWEEN ${period.from} AND ${period.to} AND ${insideDuring(programmeId, period)}
    GROUP BY o.id ORDER BY sent DESC, o.name LIMIT 100`.execute(db);
  return rows;
}

async function unanswered({ db, programme, today }: Question, people: number) {
  const { rows } = await sql<{ referrals: number; late: number; oldest: string | null }>`
    SELECT count(*) AS referrals, coalesce(sum(coalesce(y.reply_by < ${today}, 0)), 0) AS late,
      min(y.sent_on) AS oldest
    FROM referral y WHERE y.state IN ${among(AWAITED)} AND EXISTS (
      SELECT 1 FROM enrolment x WHERE x.person_id = y.person_id
        AND x.programme_id = ${programme.programmeId} AND x.enrolled_on <= ${programme.period.to}
        AND coalesce(x.left_on, '9999') > ${programme.period.to})`.execute(db);
  const { referrals = 0, late = 0, oldest = null } = rows[0] ?? {};
  return {
    people,
    referrals,
    late,
    oldestDays: oldest === null ? 0 : Math.max(0, daysBetween(oldest, today)),
  };
}

/** Of what was written in the ledgers; of the whole grant where it has none. */
async function meanGrant({ db, template, programme }: Question, granted: number) {
  const { rows } = await sql<{ cents: number | null; people: number }>`
    SELECT sum(cents) AS cents, count(DISTINCT enrolment_id) AS people FROM ledger_entry
    WHERE programme_id = ${programme.programmeId} AND enrolment_id IS NOT NULL`.execute(db);
  const { cents = null, people = 0 } = rows[0] ?? {};
  const mean = cents === null ? undefined : meanCents(cents, people);
  const { grantCents } = template;
  return mean ?? (grantCents === undefined ? undefined : meanCents(grantCents, granted)) ?? null;
}

async function notPeople(
  context: CoreContext,
  question: Question,
  one: ProgrammeIndicator,
  offices: ProgrammeResults['offices'],
): Promise<number | null> {
  const { db, template, programme } = question;
  const { counts } = one;
  if (counts?.is === 'referrals') return offices.reduce((sum, { sent }) => sum + sent, 0);
  if (counts?.is === 'things') return countThings(db, counts.what, programme);
  if (counts?.is === 'activities') return countActivities(context, counts.what, programme);
  if (counts?.is === 'daysToFirst') {
    return (await waitingTimes(db, programme, { template, what: counts.what })).medianDays;
  }
  if (counts?.is !== 'meanGrant') return null;
  const at = template.stages.findIndex(({ code }) => code === counts.stage);
  const reached = template.stages.slice(at).map(({ code }) => code);
  const { rows } = await sql<{ count: number }>`
    SELECT count(DISTINCT x.id) AS count FROM enrolment x
      JOIN enrolment_stage s ON s.enrolment_id = x.id
    WHERE x.programme_id = ${programme.programmeId} AND x.is_waiting = 0
      AND s.stage IN ${among(reached)}`.execute(db);
  return meanGrant(question, rows[0]?.count ?? 0);
}

async function measure(
  context: CoreContext,
  question: Question,
  { counts: found, offices }: { counts: Map<string, number>; offices: ProgrammeResults['offices'] },
): Promise<MeasuredIndicator[]> {
  const { byId } = context.resources.indicators();
  const all: MeasuredIndicator[] = [];
  for (const one of question.template.indicators) {
    const { code, name, funderCode, target, counts, awaits } = one;
    const listed = counts?.is === 'listed' ? byId.get(counts.indicator) : undefined;
    const ofPeople = found.get(`indicator:${code}`);
    all.push({
      code,
      name,
      ...(funderCode === undefined ? {} : { funderCode }),
      unit: counts ? unitOf(counts) : 'items',
      value: ofPeople ?? (await notPeople(context, question, one, offices)),
      ...(target === undefined ? {} : { target }),
      ...(listed?.countedAs ? { countedAs: listed.countedAs } : {}),
      ...(listed?.notComputed ? { notComputed: listed.notComputed } : {}),
      ...(awaits ? { awaits } : {}),
      isOfPeople: ofPeople !== undefined,
    });
  }
  return all;
}

/** Fails with `not_found`, `period_invalid`. */
export async function getProgrammeResults(
  context: CoreContext,
  asked: Asked,
): Promise<ProgrammeResults> {
  const question = await readQuestion(context, asked);
  const { db, template, programme } = question;
  const figures = await resultFigures(db, programme, template);
  const counts = await countFigures(db, figures);
  const of = (key: string) => counts.get(key) ?? 0;
  const all = (kind: string) =>
    [...counts]
      .filter(([key, count]) => key.startsWith(`${kind}:`) && count > 0)
      .map(([key, count]) => ({ code: key.slice(kind.length + 1), count }));
  const offices = await officesOf(question);
  return {
    period: programme.period,
    people: of('people'),
    overridden: of('overridden'),
    indicators: await measure(context, question, { counts, offices }),
    firstService: await waitingTimes(db, programme, { template, what: 'service' }),
    firstActivated: await waitingTimes(db, programme, { template, what: 'activated' }),
    outcomes: {
      left: of('left'),
      exits: enrolmentOutcomes.flatMap((code) => {
        const count = of(`exit:${code}`);
        return count > 0 ? [{ code, count }] : [];
      }),
      helpful: of('helpful'),
      notHelpful: of('notHelpful'),
      notAsked: of('notAsked'),
    },
    offices,
    disengaged: { days: programme.silentAfterDays, silent: of('silent'), lost: of('lost') },
    blocked: {
      people: of('here'),
      papers: all('paper'),
      facts: all('fact'),
      noReply: await unanswered(question, of('noReply')),
      interpreter: { needed: of('interpreter'), none: of('noInterpreter') },
      languages: await languagesWithout(db, figures),
    },
  };
}

/** Fails with `unknown_code` for a number that is not one of people. */
export async function openProgrammeResult(
  context: CoreContext,
  { figure, ...asked }: ParsedInputOf<VaultContract, 'programmeResults.open'>,
): Promise<OutputOf<VaultContract, 'programmeResults.open'>> {
  const { db, template, programme } = await readQuestion(context, asked);
  const test = (await resultFigures(db, programme, template)).get(figure);
  if (!test) throw new ProcedureError('unknown_code', { field: 'figure' });
  return { people: await peopleOfFigure(db, test) };
}

/** Fails with `not_found`, `unknown_code` for an indicator the programme does not have. */
export async function saveTargets(
  context: CoreContext,
  { id, targets }: ParsedInputOf<VaultContract, 'programmeTargets.save'>,
) {
  const { db } = registerOf(context);
  const { template } = await getProgramme(db, id);
  const known = new Set(template.indicators.map(({ code }) => code));
  if (Object.keys(targets).some((code) => !known.has(code))) {
    throw new ProcedureError('unknown_code', { field: 'targets' });
  }
  const indicators = template.indicators.map((one) => {
    const wanted = targets[one.code];
    if (wanted === undefined) return one;
    const { target: _, ...rest } = one;
    return wanted === null ? rest : { ...rest, target: wanted };
  });
  await db
    .updateTable('programme')
    .set({ definition: JSON.stringify({ ...template, indicators }), ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'programmes');
  return {};
}
