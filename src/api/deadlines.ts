import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { markDetails } from '#domain/deadlines/deadline-mark.ts';
import { actors, certainties, deadlineKinds } from '#domain/deadlines/deadline-rule.ts';
import { deadlineStates, markStates } from '#domain/deadlines/evaluate-deadlines.ts';
import { type FactKind, factKinds } from '#domain/deadlines/fact-kind.ts';
import { procedureEventDetails } from '#domain/deadlines/procedure-event.ts';
import { taskDetails } from '#domain/deadlines/task.ts';
import { requiredText } from '#domain/text.ts';
import { code } from '#domain/vocabularies/code.ts';
import {
  type WordsInLanguages,
  wordsInLanguages,
} from '#domain/vocabularies/words-in-languages.ts';
import { coordinators, desk, procedure } from './procedure.ts';

/** A person's; without one, the association's own. */
const ofSomebody = z.strictObject({ personId: z.uuid().optional() });
const oneRow = z.strictObject({ id: z.uuid() });
const nothing = z.strictObject({});

/** Words of a rule, which are data, in the languages of the program. */
export const ruleWords = wordsInLanguages(z.string());
export type RuleWords = WordsInLanguages;

const factKind = z.enum(factKinds as [FactKind, ...FactKind[]]);

/** Names one deadline of somebody; changes when the fact behind it changes. */
const deadlineHandle = z.strictObject({ rule: code, factKey: z.string().min(1).max(200) });
export type DeadlineHandle = z.infer<typeof deadlineHandle>;

const deadline = z.strictObject({
  ...deadlineHandle.shape,
  kind: z.enum(deadlineKinds),
  title: ruleWords,
  advice: ruleWords.optional(),
  actor: z.enum(actors),
  certainty: z.enum(certainties),
  source: z.string().optional(),
  checkedOn: calendarDate.optional(),
  due: calendarDate,
  daysLeft: z.int(),
  nextReminder: calendarDate.optional(),
  state: z.enum(deadlineStates),
  /** The cautious term that counts because nobody noted the printed one. */
  assumedTerm: z.int().optional(),
  fallsOnClosedDay: z.boolean(),
  /** Rests on a day that is not known for sure. */
  isEstimated: z.boolean(),
  fact: z.strictObject({
    kind: factKind,
    on: calendarDate,
    note: z.string().optional(),
    /** The noted event or task, where the fact is one and can be changed here. */
    row: z.enum(['event', 'task']).optional(),
    rowId: z.uuid().optional(),
  }),
  endedOn: calendarDate.optional(),
  mark: z
    .strictObject({
      state: z.enum(markStates),
      until: calendarDate.optional(),
      doneOn: calendarDate.optional(),
      reason: z.string().optional(),
      by: z.string(),
    })
    .optional(),
});
export type DeadlineItem = z.infer<typeof deadline>;

const procedureEvent = z.strictObject({
  id: z.uuid(),
  details: procedureEventDetails,
  by: z.string(),
});
export type ProcedureEvent = z.infer<typeof procedureEvent>;

const deadlineRuleSummary = z.strictObject({
  rule: code,
  title: ruleWords,
  advice: ruleWords,
  source: z.string(),
  checkedOn: calendarDate,
  /** More than a year since somebody compared it with its source. */
  isOld: z.boolean(),
  trigger: factKind,
  certainty: z.enum(certainties),
  term: z.strictObject({ unit: z.string(), amount: z.int().optional(), on: z.string().optional() }),
  canChangeAmount: z.boolean(),
  isOff: z.boolean(),
  change: z
    .strictObject({
      amount: z.int().optional(),
      reason: z.string(),
      decidedOn: calendarDate,
      by: z.string(),
    })
    .optional(),
});
export type DeadlineRuleSummary = z.infer<typeof deadlineRuleSummary>;

export const deadlineProcedures = {
  /** Computed now from the facts of the register; the nearest first, settled ones too. */
  'deadlines.list': procedure({
    input: ofSomebody,
    output: z.strictObject({ items: z.array(deadline) }),
    role: desk,
    kind: 'query',
  }),
  /** Snoozed, done or not applicable; replaces what was decided about the same deadline before. */
  'deadlineMarks.record': procedure({
    input: ofSomebody.extend({ ...deadlineHandle.shape, mark: markDetails }),
    output: nothing,
    role: desk,
    kind: 'mutation',
  }),
  'deadlineMarks.withdraw': procedure({
    input: ofSomebody.extend(deadlineHandle.shape),
    output: nothing,
    role: desk,
    kind: 'mutation',
  }),
  'procedureEvents.list': procedure({
    input: ofSomebody,
    output: z.strictObject({ items: z.array(procedureEvent) }),
    role: desk,
    kind: 'query',
  }),
  'procedureEvents.save': procedure({
    input: ofSomebody.extend({ id: z.uuid().optional(), details: procedureEventDetails }),
    output: oneRow,
    role: desk,
    kind: 'mutation',
  }),
  'procedureEvents.withdraw': procedure({
    input: oneRow,
    output: nothing,
    role: desk,
    kind: 'mutation',
  }),
  'tasks.get': procedure({
    input: oneRow,
    output: z.strictObject({ id: z.uuid(), details: taskDetails }),
    role: desk,
    kind: 'query',
  }),
  'tasks.save': procedure({
    input: ofSomebody.extend({ id: z.uuid().optional(), details: taskDetails }),
    output: oneRow,
    role: desk,
    kind: 'mutation',
  }),
  'tasks.withdraw': procedure({ input: oneRow, output: nothing, role: desk, kind: 'mutation' }),
  'deadlineRules.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(deadlineRuleSummary) }),
    role: desk,
    kind: 'query',
  }),
  /** The decision is kept with its reason, the day and who took it; earlier ones stay. */
  'deadlineRules.save': procedure({
    input: z.strictObject({
      rule: code,
      isOff: z.boolean(),
      /** Absent: the number of the law. */
      amount: z.int().min(-1000).max(1000).optional(),
      reason: requiredText(300),
    }),
    output: nothing,
    role: coordinators,
    kind: 'mutation',
  }),
};
