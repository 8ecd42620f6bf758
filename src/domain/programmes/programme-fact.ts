/*
 * What the rules of a programme may ask about somebody. Each fact stands in the register already, in the one
 * place where a desk fills it in; `missing` sends people there. What only one programme wants to know (a grade
 * average, the day a traineeship begins) is a question of its template and is answered at the enrolment, so
 * that nobody is asked for it who does not join.
 */
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { PartialDate } from '../dates/partial-date.ts';

/** Values: codes of a list, `female` and so on for `sex`, alpha-3 for countries, a name for `city`. */
export const codeFacts = [
  'legalStatus',
  'sex',
  'nationality',
  'residenceCountry',
  'employmentStatus',
  'receptionType',
  'city',
] as const;
/** Days of the calendar. `receptionExit`: the end of the last stay in reception. */
export const dayFacts = ['receptionExit', 'permitExpiry', 'permitIssue', 'arrival'] as const;
/** `unaccompanied`: without an adult who answers for them by law; `arrivedUnaccompanied`: were so as a minor. */
export const yesNoFacts = [
  'unaccompanied',
  'arrivedUnaccompanied',
  'regularStay',
  'wasInReception',
] as const;

type CodeFact = (typeof codeFacts)[number];
type DayFact = (typeof dayFacts)[number];
type YesNoFact = (typeof yesNoFacts)[number];
/** Where a missing fact is filled in: a field of the register, or `answer:` and the code of a question. */
export type FactName = CodeFact | DayFact | YesNoFact | 'birth' | `answer:${string}`;

export type Answer = string | number | boolean;

/** What is known about one person on the day of the evaluation. An absent fact is not known. */
export type ProgrammeFacts = Partial<Record<CodeFact, string>> &
  Partial<Record<DayFact, CalendarDate>> &
  Partial<Record<YesNoFact, boolean>> & {
    birth?: PartialDate | undefined;
    /** Of the European framework. No rule asks for it; what a course changed shows beside it. */
    italianLevel?: string | undefined;
    /** Answers to the questions of the template, by code. */
    answers?: Readonly<Record<string, Answer>> | undefined;
  };
