/*
 * Money for one person of a programme, as the calls give it: so much to whom, so often, up to a sum. Paying once
 * too often is money an association gives back years later, when it has none; so a line that is full refuses,
 * and only a coordinator passes it, with a reason that stays in the ledger. Money is whole cents.
 */
import { z } from 'zod';
import { code } from '../vocabularies/code.ts';
import { cited, isCited, words } from './eligibility-rule.ts';

/** Whole cents; at most ten million euros. */
const cents = z.int().min(0).max(1_000_000_000);

export const payees = ['person', 'host', 'proponent', 'supplier'] as const;

const budgetLine = z
  .strictObject({
    code,
    name: words(120),
    payee: z.enum(payees),
    /** What is paid each time, where the call fixes it. */
    unitCents: cents.optional(),
    maxUnits: z.int().min(1).max(10_000).optional(),
    /** Cap of the line for one person; absent: as far as units and total go. */
    maxCents: cents.optional(),
    /** From which of the programme's sources it is paid. */
    fundingSource: code.optional(),
  })
  .refine(
    ({ unitCents, maxUnits, maxCents }) =>
      unitCents === undefined ||
      maxUnits === undefined ||
      maxCents === undefined ||
      unitCents * maxUnits <= maxCents,
    'units cost more than the line',
  );

export const budgetModel = z
  .strictObject({
    /** Name of the kind of budget where a programme has several, such as "dote plus". */
    code,
    name: words(120),
    maxCentsPerPerson: cents.optional(),
    lines: z.array(budgetLine).min(1).max(40),
    ...cited,
  })
  .refine(
    ({ lines }) => new Set(lines.map((line) => line.code)).size === lines.length,
    'a line twice',
  )
  .refine(isCited, 'either a quote or a summary');
export type BudgetModel = z.infer<typeof budgetModel>;

/** The most a line may hold for one person; undefined where only the total of the person limits it. */
export function capOfLine({
  unitCents,
  maxUnits,
  maxCents,
}: BudgetModel['lines'][number]): number | undefined {
  if (maxCents !== undefined) return maxCents;
  return unitCents === undefined || maxUnits === undefined ? undefined : unitCents * maxUnits;
}

export interface LedgerEntry {
  line: string;
  cents: number;
  units: number;
}

export type OverCap =
  | { reason: 'units'; line: string; allowed: number; wanted: number }
  | { reason: 'line'; line: string; allowedCents: number; wantedCents: number }
  | { reason: 'person'; allowedCents: number; wantedCents: number }
  | { reason: 'unknownLine'; line: string };

/** Everything that counts against the caps: what is planned counts too, or two promises would share a sum. */
const sumOf = (entries: readonly LedgerEntry[], by: (entry: LedgerEntry) => number) =>
  entries.reduce((sum, entry) => sum + by(entry), 0);

/** What stands against one more entry of somebody's ledger; nothing when it may be written. */
export function capsAgainst(
  model: BudgetModel,
  ledger: readonly LedgerEntry[],
  entry: LedgerEntry,
): OverCap[] {
  const line = model.lines.find(({ code: own }) => own === entry.line);
  if (!line) return [{ reason: 'unknownLine', line: entry.line }];
  const after = [...ledger, entry];
  const ofLine = after.filter((one) => one.line === entry.line);
  const units = sumOf(ofLine, (one) => one.units);
  const spent = sumOf(ofLine, (one) => one.cents);
  const total = sumOf(after, (one) => one.cents);
  const { maxUnits } = line;
  const lineCap = capOfLine(line);
  const over: OverCap[] = [];
  if (maxUnits !== undefined && units > maxUnits) {
    over.push({ reason: 'units', line: line.code, allowed: maxUnits, wanted: units });
  }
  if (lineCap !== undefined && spent > lineCap) {
    over.push({ reason: 'line', line: line.code, allowedCents: lineCap, wantedCents: spent });
  }
  if (model.maxCentsPerPerson !== undefined && total > model.maxCentsPerPerson) {
    over.push({
      reason: 'person',
      allowedCents: model.maxCentsPerPerson,
      wantedCents: total,
    });
  }
  return over;
}

/** The mean in whole cents, rounded half up; undefined for nobody. */
export function meanCents(total: number, count: number): number | undefined {
  return count > 0 ? Math.floor((total * 2 + count) / (count * 2)) : undefined;
}
