/*
 * What a programme promised, owes and has paid. Funders pay back what is proved line by line; an association
 * that knows only what it paid promises the same sum twice. Money is whole cents, and a paid entry has its day.
 */
import { z } from 'zod';
import { addMonths, type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const ledgerStates = ['planned', 'committed', 'paid'] as const;
export type LedgerState = (typeof ledgerStates)[number];

export const ledgerEntryDetails = z.strictObject({
  line: code,
  state: z.enum(ledgerStates),
  cents: z.int().min(1).max(1_000_000_000),
  /** How many of what the line pays: months, sessions. */
  units: z.int().min(1).max(10_000).default(1),
  /** When it is due, or was paid. */
  on: calendarDate,
  payee: requiredText(160).optional(),
  fundingSource: code.optional(),
  receiptNumber: requiredText(60).optional(),
  /** The paper in the file of the person. */
  receiptId: z.uuid().optional(),
  /** Of several pilots of one programme, the one it is spent on. */
  pilotId: z.uuid().optional(),
  note: requiredText(300).optional(),
});
export type LedgerEntryDetails = z.output<typeof ledgerEntryDetails>;

/** The same day of `count` months, the last of a shorter month; each counted from the first. */
export function instalmentDays(first: CalendarDate, count: number): CalendarDate[] {
  return Array.from({ length: count }, (_, index) => addMonths(first, index));
}

export type SumByState = Record<LedgerState, number>;

/** Cents in each state. */
export function sumByState(entries: readonly { state: LedgerState; cents: number }[]): SumByState {
  const sums: SumByState = { planned: 0, committed: 0, paid: 0 };
  for (const { state, cents } of entries) sums[state] += cents;
  return sums;
}
