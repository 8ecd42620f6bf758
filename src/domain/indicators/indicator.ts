/*
 * What funders count, as their own texts say it. Every funder words, numbers and breaks down a figure differently
 * (somebody of 60 is in 18-60 for AMIF and in 60+ for UNHCR), and a figure that was counted in our way and told
 * under their code is a false statement to an authority. So an indicator is data: its code and wording, where it
 * was read and when, whether somebody compared it, and a formula in a closed language that the core turns into
 * one statement over the register. What the register does not know has no formula, and says why.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { words } from '../programmes/eligibility-rule.ts';
import { code } from '../vocabularies/code.ts';
import { type Formula, formula } from './formula.ts';

/** `AMIF-O.2.3.1`: unique among all lists, and the name of its cells in every report. */
export const indicatorId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,89}$/);

/** `official`: wording and number were compared with the text itself. `awaitingCheck`: not yet. */
const standings = ['official', 'awaitingCheck'] as const;

const units = ['persons', 'places', 'bodies', 'projects', 'campaigns', 'items'] as const;

/** Who came to a training, found it useful, uses what was taught. */
const activityFigures = ['trained', 'useful', 'usesSkills'] as const;

/** What a table can be broken down by. `indicator` is no dimension: each is a column of its own. */
export const reportDimensions = ['sex', 'ageBand', 'nationality', 'legalStatus', 'area'] as const;
export type ReportDimension = (typeof reportDimensions)[number];

const ageBand = z
  .strictObject({
    code: z.string().regex(/^\d{1,3}(-\d{1,3}|\+)$/),
    from: z.int().min(0).max(120),
    to: z.int().min(0).max(120).optional(),
  })
  .refine(({ from, to }) => to === undefined || to >= from, 'ends before it begins');

const indicator = z
  .strictObject({
    id: indicatorId,
    /** As the funder prints it. */
    code: z.string().min(1).max(40),
    wording: words(400),
    unit: z.enum(units),
    level: z.enum(['output', 'result']),
    breakdown: z.array(z.enum(reportDimensions)).max(2),
    source: z.string().min(3).max(400),
    checkedOn: calendarDate,
    standing: z.enum(standings),
    /** What is counted here for that wording, where the register says it a little differently. */
    countedAs: words(400).optional(),
    formula: formula.optional(),
    /** What of the activities it counts; in reports about them only. */
    activityFigure: z.enum(activityFigures).optional(),
    /** Why nothing is computed. */
    notComputed: words(300).optional(),
    /** Everybody it counts is counted by this one too ("of which"). */
    partOf: indicatorId.optional(),
    /** The figure is printed as a share of this one. */
    shareOf: z.union([indicatorId, z.literal('everybody')]).optional(),
    /** Says something that must not be known even of a whole group. */
    isSensitive: z.boolean().default(false),
  })
  .refine(
    (one) => (one.formula === undefined) !== (one.notComputed === undefined),
    'either a formula or the reason why there is none',
  )
  .refine(
    (one) => one.formula === undefined || one.unit === 'persons',
    'a formula counts people and nothing else',
  );
export type Indicator = z.infer<typeof indicator>;

const table = z.strictObject({
  rows: z.enum(reportDimensions),
  columns: z.enum(reportDimensions).optional(),
});
export type TableShape = z.infer<typeof table>;

export const indicatorList = z
  .strictObject({
    code,
    name: words(120),
    about: words(500),
    source: z.string().min(3).max(400),
    checkedOn: calendarDate,
    /** From the youngest to the oldest, without gaps; everybody has one. */
    ageBands: z.array(ageBand).min(2).max(20),
    /** Tables of everybody counted, beside the indicators. */
    tables: z.array(table).max(4),
    indicators: z.array(indicator).max(60),
  })
  .refine(({ ageBands }) => isWithoutGaps(ageBands), 'age bands leave somebody out');
export type IndicatorList = z.infer<typeof indicatorList>;

function isWithoutGaps(bands: readonly { from: number; to?: number | undefined }[]): boolean {
  return bands.every(({ from }, at) => {
    const before = bands[at - 1];
    return before === undefined ? from === 0 : before.to !== undefined && from === before.to + 1;
  });
}

/** Every condition of a formula, also inside others. */
export function conditionsIn(one: Formula): Formula[] {
  if ('all' in one) return [one, ...one.all.flatMap(conditionsIn)];
  if ('any' in one) return [one, ...one.any.flatMap(conditionsIn)];
  return 'not' in one ? [one, ...conditionsIn(one.not)] : [one];
}
