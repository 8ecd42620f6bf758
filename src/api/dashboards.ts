import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { wordsInLanguages } from '#domain/vocabularies/words-in-languages.ts';
import { coordinators, procedure, reporting } from './procedure.ts';

const bilingual = wordsInLanguages(z.string());
const count = z.int().min(0);

/** Files open on the last day of a month, and those opened and closed within it. */
const monthOfCases = z.strictObject({
  /** `2026-11`. */
  month: z.string(),
  open: count,
  opened: count,
  closed: count,
});

const stageFlow = z.strictObject({
  programmeId: z.string(),
  programme: z.string(),
  stages: z.array(
    z.strictObject({ code: z.string(), name: bilingual, reached: count, now: count }),
  ),
});

/** From the first assessment to the last one in a domain: `[first level - 1][last level - 1]`. */
const transition = z.strictObject({
  domain: z.string(),
  people: count,
  better: count,
  same: count,
  worse: count,
  table: z.array(z.array(count)),
});

const dashboard = z.strictObject({
  months: z.array(monthOfCases),
  workers: z.array(
    z.strictObject({ workerId: z.string().nullable(), name: z.string(), open: count }),
  ),
  flows: z.array(stageFlow),
  /** Referrals that wait for an office, with the days the oldest has waited. */
  waiting: z.array(z.strictObject({ state: z.string(), count, oldestDays: count })),
  transitions: z.array(transition),
  /** Days from the opening of a file to its first service, for files opened in the period. */
  firstService: z.strictObject({
    files: count,
    medianDays: count.nullable(),
    bands: z.array(z.strictObject({ code: z.string(), count })),
  }),
  /** Signed plans of open files, by when their review is due. */
  reviews: z.array(z.strictObject({ code: z.string(), count })),
});
export type Dashboard = z.infer<typeof dashboard>;

const reportDue = z.strictObject({
  programmeId: z.string(),
  programme: z.string(),
  name: bilingual,
  from: calendarDate,
  to: calendarDate,
  dueOn: calendarDate,
  /** The number of the report that was sent for it. */
  sentNumber: z.int().optional(),
});
export type ReportDue = z.infer<typeof reportDue>;

export const dashboardProcedures = {
  /** Numbers for those who answer for the work, unprotected: they stay in the window. */
  'dashboards.get': procedure({
    input: z.strictObject({
      from: calendarDate,
      to: calendarDate,
      programmeId: z.uuid().optional(),
      workerId: z.uuid().optional(),
    }),
    output: dashboard,
    role: coordinators,
    kind: 'query',
  }),
  /** Reports that programmes owe, from those overdue to the next of each. */
  'reportCalendar.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(reportDue) }),
    role: reporting,
    kind: 'query',
  }),
};
