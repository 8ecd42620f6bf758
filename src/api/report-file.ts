import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';

/*
 * The report as JSON, for a lead partner that adds up those of several associations, and the thing the seal
 * is of. It says what the printed files say and nothing more: a hidden cell has a name here and no number.
 */

const cellId = z.string().min(1).max(2000);

/** The version of this form; a program that does not know it refuses the file. */
export const reportFileVersion = 1 as const;

export const reportFile = z.strictObject({
  kind: z.literal('approdo-report'),
  version: z.literal(reportFileVersion),
  association: z.string().max(300),
  recipient: z.string().max(200),
  preparedOn: calendarDate,
  /** Words of the association; empty where it added none. */
  note: z.string().max(3000),
  population: z.string().max(60),
  period: z.strictObject({ from: calendarDate, to: calendarDate }),
  threshold: z.int().min(2),
  method: z.enum(['optimal', 'heuristic']),
  /** Printed counts, by cell. */
  cells: z.record(cellId, z.int().min(0)),
  /** Cells that are not shown. Each is at least 1. */
  hidden: z.array(cellId),
  relations: z.array(z.strictObject({ total: cellId, parts: z.array(cellId) })),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReportFile = z.infer<typeof reportFile>;

/** The shape of the file as JSON Schema; kept in `docs/report-file.schema.json`. */
export function reportFileSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(reportFile, { io: 'output' }), title: 'Approdo report' };
}
