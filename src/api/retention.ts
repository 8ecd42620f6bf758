import { z } from 'zod';
import { closureReasons } from '#domain/casework/case-file.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { requiredText } from '#domain/text.ts';
import { code } from '#domain/vocabularies/code.ts';
import { ruleWords } from './deadlines.ts';
import { coordinators, desk, procedure } from './procedure.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });

const fileToReview = z.strictObject({
  personId: z.uuid(),
  listedName: z.string(),
  caseNumber: z.string(),
  closedOn: calendarDate,
  closureReason: z.enum(closureReasons),
  rule: code,
  ruleTitle: ruleWords,
  endedOn: calendarDate,
  /** Decided earlier, and over now. */
  keptUntil: calendarDate.optional(),
  /** A hold or a proposal: somebody has begun to deal with it. */
  state: z.enum(['open', 'onHold', 'proposed']),
});
export type FileToReview = z.infer<typeof fileToReview>;

const retentionRule = z.strictObject({
  code,
  title: ruleWords,
  basis: ruleWords,
  source: z.string(),
  checkedOn: calendarDate,
  months: z.int(),
  /** As it comes with the program. */
  usualMonths: z.int(),
  untilAge: z.int().optional(),
  change: z
    .strictObject({ reason: z.string(), decidedOn: calendarDate, by: z.string() })
    .optional(),
});
export type ListedRetentionRule = z.infer<typeof retentionRule>;

const legalHold = z.strictObject({
  id: z.uuid(),
  reason: z.string(),
  untilOn: calendarDate,
  endedOn: calendarDate.optional(),
  isInForce: z.boolean(),
  givenBy: z.string(),
});
export type LegalHold = z.infer<typeof legalHold>;

export const retentionProcedures = {
  /** Files whose period is over and about which nobody has decided, longest over first. */
  'retention.list': procedure({
    input: z.strictObject({
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ items: z.array(fileToReview), total: z.int() }),
    role: coordinators,
    kind: 'query',
  }),
  /** Keeps a file longer. Fails with `case_file_open` and `date_in_past`. */
  'retention.record': procedure({
    input: ofPerson.extend({ keepUntil: calendarDate, reason: requiredText(600) }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
  'retentionRules.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(retentionRule) }),
    role: coordinators,
    kind: 'query',
  }),
  'retentionRules.save': procedure({
    input: z.strictObject({ code, months: z.int().min(0).max(600), reason: requiredText(300) }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
  /** Everybody at the desk may know that nothing of a file may be thrown away. */
  'legalHolds.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(legalHold) }),
    role: desk,
    kind: 'query',
  }),
  /** Fails with `date_in_past`. */
  'legalHolds.give': procedure({
    input: ofPerson.extend({ reason: requiredText(600), untilOn: calendarDate }),
    output: z.strictObject({ id: z.uuid() }),
    role: coordinators,
    kind: 'mutation',
  }),
  'legalHolds.withdraw': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
};
