import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { largestTarget, measureUnits } from '#domain/programmes/programme-indicator.ts';
import { code } from '#domain/vocabularies/code.ts';
import { ruleWords } from './deadlines.ts';
import { coordinators, procedure } from './procedure.ts';

const one = z.strictObject({ id: z.uuid() });
const count = z.int().min(0);

/** Which people a number counts; what follows the colon is a code. */
const figureKey = z.string().regex(/^[A-Za-z]{1,20}(:[A-Za-z0-9:-]{1,60})?$/);

const asked = one.extend({ from: calendarDate.optional(), to: calendarDate.optional() });

const measured = z.strictObject({
  code,
  name: ruleWords,
  funderCode: z.string().optional(),
  unit: z.enum(measureUnits),
  /** Nothing where the register holds nothing it could be counted from. */
  value: count.nullable(),
  target: count.optional(),
  /** What is counted for a funder's words, where it is a little different. */
  countedAs: ruleWords.optional(),
  awaits: z.enum(['activities', 'organisations']).optional(),
  /** Why a funder's own indicator is not counted. */
  notComputed: ruleWords.optional(),
  /** The people behind it can be opened. */
  isOfPeople: z.boolean(),
});
export type MeasuredIndicator = z.infer<typeof measured>;

const counted = z.strictObject({ code: z.string(), count });

/** Days from joining to the first of something, for those who joined in the period. */
const waiting = z.strictObject({
  joined: count,
  had: count,
  /** All of them, not only the first ones. */
  items: count,
  medianDays: count.nullable(),
  bands: z.array(counted),
});
export type WaitingTimes = z.infer<typeof waiting>;

const results = z.strictObject({
  period: z.strictObject({ from: calendarDate, to: calendarDate }),
  /** In the programme on at least one day of it. */
  people: count,
  overridden: count,
  indicators: z.array(measured),
  firstService: waiting,
  firstActivated: waiting,
  outcomes: z.strictObject({
    left: count,
    exits: z.array(counted),
    helpful: count,
    notHelpful: count,
    notAsked: count,
  }),
  /** Of the whole period what was sent on, by office. */
  offices: z.array(
    z.strictObject({ name: z.string(), sent: count, accepted: count, concluded: count }),
  ),
  disengaged: z.strictObject({ days: count, silent: count, lost: count }),
  /** Of those who are inside or wait for a place on the last day. */
  blocked: z.strictObject({
    people: count,
    papers: z.array(counted),
    /** Facts the rules ask for and nobody wrote down. */
    facts: z.array(counted),
    noReply: z.strictObject({ people: count, referrals: count, late: count, oldestDays: count }),
    interpreter: z.strictObject({ needed: count, none: count }),
    languages: z.array(counted),
  }),
});
export type ProgrammeResults = z.infer<typeof results>;

export const programmeResultProcedures = {
  /** Of the whole programme until today, or of a part of it. True numbers: they stay in the window. */
  'programmeResults.get': procedure({
    input: asked,
    output: results,
    role: coordinators,
    kind: 'query',
  }),
  /** The people behind one of its numbers. Fails with `unknown_code`. */
  'programmeResults.open': procedure({
    input: asked.extend({ figure: figureKey }),
    output: z.strictObject({
      people: z.array(
        z.strictObject({
          personId: z.uuid(),
          listedName: z.string(),
          caseNumber: z.string(),
        }),
      ),
    }),
    role: coordinators,
    kind: 'query',
  }),
  /** What was promised for each indicator; null takes a target away. */
  'programmeTargets.save': procedure({
    input: one.extend({
      targets: z.record(code, z.int().min(0).max(largestTarget).nullable()),
    }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
};
