import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { procedure, reporting } from './procedure.ts';

export const period = z.strictObject({ from: calendarDate, to: calendarDate });

/** A number, or nothing where it is hidden. The page never receives a hidden number. */
const shownCell = z.int().min(0).nullable();

const reportTable = z.strictObject({
  name: z.enum(['sexByAge', 'nationality', 'legalStatus']),
  columns: z.array(z.string()),
  rows: z.array(z.strictObject({ code: z.string(), cells: z.array(shownCell) })),
});
export type ReportTable = z.infer<typeof reportTable>;

export const summary = z.strictObject({
  period,
  threshold: z.int(),
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
  'reports.summary': procedure({
    input: period,
    output: summary,
    role: reporting,
    kind: 'query',
  }),
};
