import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { ledgerEntryDetails, ledgerStates } from '#domain/programmes/ledger.ts';
import { payees } from '#domain/programmes/programme-budget.ts';
import { monthAttended, traineeshipDetails } from '#domain/programmes/traineeship.ts';
import { requiredText } from '#domain/text.ts';
import { code } from '#domain/vocabularies/code.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { ruleWords } from './deadlines.ts';
import { grant } from './grant.ts';
import { coordinators, desk, procedure } from './procedure.ts';

const one = z.strictObject({ id: z.uuid() });
const done = z.strictObject({});
const cents = z.int();
const sums = z.strictObject({ planned: cents, committed: cents, paid: cents });
const named = z.strictObject({ code, name: ruleWords });

/** Of one person in a programme, or of a programme that spends a grant of its own. */
const whose = z.union([
  z.strictObject({ enrolmentId: z.uuid() }),
  z.strictObject({ programmeId: z.uuid() }),
]);

const line = z.strictObject({
  ...named.shape,
  payee: z.enum(payees),
  unitCents: cents.optional(),
  maxUnits: z.int().optional(),
  /** The most that may stand on this line, in all states together. */
  maxCents: cents.optional(),
  fundingSource: code.optional(),
  units: z.int(),
  sums,
});

const entry = z.strictObject({
  id: z.uuid(),
  details: ledgerEntryDetails,
  overrideReason: z.string().optional(),
  overriddenBy: z.string().optional(),
});
export type LedgerEntryShown = z.infer<typeof entry>;

const traineeship = z.strictObject({
  id: z.uuid(),
  details: traineeshipDetails,
  months: z.array(monthAttended),
});
export type Traineeship = z.infer<typeof traineeship>;

const ledger = z.strictObject({
  programmeId: z.uuid(),
  programmeName: z.string(),
  personId: z.uuid().optional(),
  /** The kind of budget in use; absent while nobody chose between several. */
  budget: code.optional(),
  budgets: z.array(named),
  maxCents: cents.optional(),
  sums,
  lines: z.array(line),
  fundingSources: z.array(named),
  entries: z.array(entry),
  traineeships: z.array(traineeship),
});
export type Ledger = z.infer<typeof ledger>;

const totals = z.strictObject({
  lines: z.array(z.strictObject({ ...named.shape, budgetName: ruleWords, sums })),
  /** What each source of money pays; the last, without a code, is what nobody assigned. */
  sources: z.array(z.strictObject({ code: code.optional(), name: ruleWords.optional(), sums })),
  sums,
  entries: z.int(),
  /** People with money in their ledger, and the mean for each. */
  people: z.int(),
  meanCents: cents.optional(),
  grantCents: cents.optional(),
  /** Present when more is planned, committed and paid than the grant holds. */
  overGrantCents: cents.optional(),
  /** Paid entries without a receipt, neither number nor paper. */
  withoutReceipt: z.int(),
});
export type LedgerTotals = z.infer<typeof totals>;

export const ledgerProcedures = {
  'ledgers.get': procedure({ input: whose, output: ledger, role: desk, kind: 'query' }),
  /** Which of several kinds of grant somebody has; fixed once there is money in it. */
  'ledgers.choose': procedure({
    input: z.strictObject({ enrolmentId: z.uuid(), budget: code }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  'ledgers.sum': procedure({
    input: z.strictObject({ programmeId: z.uuid() }),
    output: totals,
    role: coordinators,
    kind: 'query',
  }),
  /** Every entry by name, for the accounts of the association. */
  'ledgers.export': procedure({
    input: z.strictObject({ programmeId: z.uuid(), language: z.enum(interfaceLanguages), grant }),
    output: z.strictObject({ byteCount: z.int(), entries: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  /** Fails with `over_cap_units`, `over_cap_line`, `over_cap_person` unless a coordinator gives a reason. */
  'ledgerEntries.save': procedure({
    input: z.strictObject({
      id: z.uuid().optional(),
      ledger: whose,
      details: ledgerEntryDetails,
      overrideReason: requiredText(600).optional(),
    }),
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  /** One planned entry a month, all or none. */
  'ledgerEntries.plan': procedure({
    input: z.strictObject({
      enrolmentId: z.uuid(),
      line: code,
      first: calendarDate,
      count: z.int().min(1).max(36),
      cents: z.int().min(1).max(1_000_000_000),
    }),
    output: z.strictObject({ added: z.int() }),
    role: desk,
    kind: 'mutation',
  }),
  'ledgerEntries.record': procedure({
    input: one.extend({ state: z.enum(ledgerStates), on: calendarDate }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  'ledgerEntries.remove': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
  'ledgerEntries.restore': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
  'traineeships.save': procedure({
    input: z.strictObject({
      id: z.uuid().optional(),
      enrolmentId: z.uuid(),
      details: traineeshipDetails,
    }),
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  'traineeships.record': procedure({
    input: one.extend({ attended: monthAttended }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
};
