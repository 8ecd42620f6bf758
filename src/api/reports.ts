import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { reportPlan } from '#domain/reports/report-plan.ts';
import { smallestShownCount } from '#domain/reports/summary.ts';
import { wordsInLanguages } from '#domain/vocabularies/words-in-languages.ts';
import { procedure, reporting } from './procedure.ts';

export const period = z.strictObject({ from: calendarDate, to: calendarDate });

/** A number, or nothing where it is hidden. The page never receives a hidden number. */
const shownCell = z.int().min(0).nullable();

const reportTable = z.strictObject({
  /** Of its dimensions; those of the standard summary have names of their own. */
  name: z.string(),
  /** A dimension, or `indicator`. */
  rowsBy: z.string(),
  columnsBy: z.string().nullable(),
  /** Whom it counts: those this indicator is true of; everybody where it is absent. */
  indicator: z.string().optional(),
  columns: z.array(z.string()),
  rows: z.array(z.strictObject({ code: z.string(), cells: z.array(shownCell) })),
});
export type ReportTable = z.infer<typeof reportTable>;

const bilingual = wordsInLanguages(z.string());

/** An indicator as it was printed; `value` is nothing where it is hidden. */
const figure = z.strictObject({
  id: z.string(),
  code: z.string(),
  wording: bilingual,
  countedAs: bilingual.optional(),
  unit: z.string(),
  standing: z.enum(['official', 'awaitingCheck']),
  source: z.string(),
  value: shownCell,
  /** In percent, of `shareOf`; nothing where one of the two is hidden. */
  share: z.number().nullable(),
  shareOf: z.string().optional(),
  /** Broken down less than asked: else a whole group would be told something. */
  isReduced: z.boolean(),
});
export type Figure = z.infer<typeof figure>;

/** An indicator that the register cannot count. */
const notComputed = z.strictObject({
  id: z.string(),
  code: z.string(),
  wording: bilingual,
  why: bilingual,
});

export const summary = z.strictObject({
  period,
  threshold: z.int(),
  /** For legal status and what is sensitive. */
  sensitiveThreshold: z.int().default(smallestShownCount),
  /** What it is made of; absent in reports of before plans. */
  plan: reportPlan.optional(),
  title: bilingual.optional(),
  /** The programme whose people are counted; absent: everybody served. */
  programme: z.string().optional(),
  /** The activity, or the programme whose activities, it is about; then it counts who came to those. */
  activity: z.string().optional(),
  /** Everybody served, where only those of a programme are counted. */
  everybody: z.int().optional(),
  figures: z.array(figure).default([]),
  notComputed: z.array(notComputed).default([]),
  /** Tables that could not be shown at all. */
  leftOut: z.array(z.string()).default([]),
  /** Words for groups of nationalities, by the code of the group. */
  groupNames: z.record(z.string(), z.string()).default({}),
  total: z.int(),
  tables: z.array(reportTable),
  /** Cells hidden because they are small, and cells hidden so that those cannot be computed. */
  hidden: z.strictObject({ small: z.int(), protecting: z.int() }),
  method: z.enum(['optimal', 'heuristic']),
  /** Reports already sent about some of the same people, with which this one was protected. */
  earlier: z.int(),
});
export type Summary = z.infer<typeof summary>;

/** A place in a text that could point at somebody: a small number or "only", near words that say of whom. */
const singling = z.strictObject({
  found: z.string(),
  at: z.int(),
  kind: z.enum(['number', 'word']),
  about: z.string(),
});

export const reportProcedures = {
  'reports.checkText': procedure({
    input: z.strictObject({ text: z.string().max(3000) }),
    output: z.strictObject({ items: z.array(singling) }),
    role: reporting,
    kind: 'query',
  }),
  /** Ends the report that is being made; its call fails with `report_stopped`. */
  'reports.stop': procedure({
    input: z.strictObject({}),
    output: z.strictObject({}),
    role: reporting,
    kind: 'query',
  }),
  'reports.summary': procedure({
    input: z.strictObject({ ...period.shape, plan: reportPlan.optional() }),
    output: summary,
    role: reporting,
    kind: 'query',
  }),
};
