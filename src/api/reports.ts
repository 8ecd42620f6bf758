import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { grant, reportFormats } from './grant.ts';
import { procedure, reporting } from './procedure.ts';

const period = z.strictObject({ from: calendarDate, to: calendarDate });

/** A number, or nothing where it is hidden. The page never receives a hidden number. */
const shownCell = z.int().min(0).nullable();

const reportTable = z.strictObject({
  name: z.enum(['sexByAge', 'nationality', 'legalStatus']),
  columns: z.array(z.string()),
  rows: z.array(z.strictObject({ code: z.string(), cells: z.array(shownCell) })),
});
export type ReportTable = z.infer<typeof reportTable>;

const summary = z.strictObject({
  period,
  threshold: z.int(),
  total: z.int(),
  tables: z.array(reportTable),
  /** Cells hidden because they are small, and cells hidden so that those cannot be computed. */
  hidden: z.strictObject({ small: z.int(), protecting: z.int() }),
  method: z.enum(['optimal', 'heuristic']),
});
export type Summary = z.infer<typeof summary>;

export const reportProcedures = {
  'reports.summary': procedure({
    input: period,
    output: summary,
    role: reporting,
    kind: 'query',
  }),
  'reports.saveSummary': procedure({
    input: z.strictObject({
      period,
      format: z.enum(reportFormats),
      language: z.enum(interfaceLanguages),
      grant,
    }),
    output: z.strictObject({ byteCount: z.int() }),
    role: reporting,
    kind: 'mutation',
  }),
};
