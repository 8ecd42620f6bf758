/*
 * The language of formulas: conditions on one person over one period, and nothing else. It is closed on purpose:
 * a list of indicators comes from outside and must not be able to run anything, and each condition here means one
 * statement that was tested with people counted by hand. "In the period" is said of what happens (a lesson, an
 * exit); what stands (an age, a permit) is looked at on the last day.
 */
import { z } from 'zod';
import { code, countryCode } from '../vocabularies/code.ts';

const codes = z.array(code).min(1).max(60);

const condition = z.discriminatedUnion('is', [
  /** Got one of these services in the period, alone or in a group they were present at. */
  z.strictObject({ is: z.literal('served'), services: codes }),
  /** In whole years on the last day, both ends included. Nobody without a known age. */
  z.strictObject({
    is: z.literal('aged'),
    from: z.int().min(0).max(120).optional(),
    to: z.int().min(0).max(120).optional(),
  }),
  z.strictObject({ is: z.literal('legalStatus'), codes }),
  /** The first nationality. */
  z.strictObject({ is: z.literal('nationality'), codes: z.array(countryCode).min(1).max(60) }),
  z.strictObject({ is: z.literal('nationalityKnown') }),
  /** A specific need in force on the last day; a code of two letters means all of its kind. */
  z.strictObject({ is: z.literal('need'), codes }),
  /** Any specific need, also one that is sealed. */
  z.strictObject({ is: z.literal('anyNeed') }),
  /** What they do now. */
  z.strictObject({ is: z.literal('work'), codes }),
  /** The highest level completed or begun. */
  z.strictObject({ is: z.literal('education'), codes }),
  z.strictObject({ is: z.literal('housing'), codes }),
  /** Holds a paper of these types that was not lost, revoked or replaced, and had not run out on the last day. */
  z.strictObject({ is: z.literal('holds'), documents: codes }),
  /** Asked for a paper of these titles in the period. */
  z.strictObject({ is: z.literal('askedFor'), titles: codes }),
  /** A decision in their favour was taken in the period. */
  z.strictObject({ is: z.literal('granted'), statuses: codes }),
  /** Was sent to an office of these kinds in the period. */
  z.strictObject({ is: z.literal('referred'), kinds: codes }),
  /** In reception of this type at some time in the period. */
  z.strictObject({ is: z.literal('reception'), types: codes }),
  /** Left a programme in the period; doing this on the day they left. */
  z.strictObject({ is: z.literal('left'), work: codes }),
  /** Was in a programme in the period, and says that it is or was of help. */
  z.strictObject({ is: z.literal('helped') }),
  /**
   * Has a higher level of Italian than when they joined a programme: on the day they left it, in the period, or
   * now, with no lesson any more for a month at its end. Upon leaving the course, says AMIF, and not the programme.
   */
  z.strictObject({ is: z.literal('improvedItalian') }),
  /** Asked in the period for a title to be recognised that is from a country other than these. */
  z.strictObject({
    is: z.literal('recognitionAsked'),
    notFrom: z.array(countryCode).min(1).max(60),
  }),
  /** Asked so many months after they left a programme, in the period; doing this then. */
  z.strictObject({ is: z.literal('followedUp'), months: z.int().min(1).max(60), work: codes }),
]);
export type Condition = z.infer<typeof condition>;

export type Formula = Condition | { all: Formula[] } | { any: Formula[] } | { not: Formula };

export const formula: z.ZodType<Formula> = z.lazy(() =>
  z.union([
    condition,
    z.strictObject({ all: z.array(formula).min(1).max(12) }),
    z.strictObject({ any: z.array(formula).min(1).max(12) }),
    z.strictObject({ not: formula }),
  ]),
);
