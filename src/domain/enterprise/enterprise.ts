/*
 * What is kept of somebody who wants to open a firm (Start it up, A.Mi.C.I.): the idea, who stands beside them,
 * the loan they ask for, the firm they opened. Programmes report loans asked and granted, firms opened, and
 * whether the money came back; without the dates nobody can say a year later what became of it. Money is whole
 * cents.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText } from '../text.ts';

const sum = z.int().min(0).max(1_000_000_000);
const minutes = z.int().min(5).max(600);

/** The idea sheet. */
export const ideaDetails = z.strictObject({
  title: requiredText(120),
  idea: longText(1500).optional(),
  town: requiredText(80).optional(),
  /** What they bring: trade, papers, years of work. */
  experience: longText(600).optional(),
  /** With whom; absent for who goes alone. */
  together: requiredText(200).optional(),
  ownCents: sum.optional(),
  /** Whoever follows them here, and whoever knows the trade. */
  tutor: requiredText(120).optional(),
  mentor: requiredText(120).optional(),
});
export type IdeaDetails = z.output<typeof ideaDetails>;

export const loanStates = ['preparing', 'asked', 'granted', 'refused', 'withdrawn'] as const;
export type LoanState = (typeof loanStates)[number];
export const repayments = ['notDue', 'onTime', 'late', 'repaid', 'notRepaid'] as const;

const isAnswered = (state: LoanState) => state === 'granted' || state === 'refused';

export const loanDetails = z
  .strictObject({
    /** The lender, as it stands in the directory. */
    organisationId: z.uuid(),
    state: z.enum(loanStates),
    askedCents: z.int().min(1).max(1_000_000_000),
    askedOn: calendarDate.optional(),
    answeredOn: calendarDate.optional(),
    grantedCents: z.int().min(1).max(1_000_000_000).optional(),
    repayment: z.enum(repayments).optional(),
    /** The day on which that was so. */
    repaymentOn: calendarDate.optional(),
    note: longText(600).optional(),
  })
  .refine(({ state, askedOn }) => state === 'preparing' || askedOn !== undefined, 'asked when')
  .refine(
    ({ state, answeredOn }) => !isAnswered(state) || answeredOn !== undefined,
    'answered when',
  )
  .refine(
    ({ askedOn, answeredOn }) => !askedOn || !answeredOn || askedOn <= answeredOn,
    'answered before it was asked',
  )
  .refine(
    ({ state, grantedCents }) => (state === 'granted') === (grantedCents !== undefined),
    'a sum is granted exactly when the loan is',
  )
  .refine(
    ({ state, repayment }) => state === 'granted' || repayment === undefined,
    'nothing to give back',
  )
  .refine(
    ({ repayment, repaymentOn }) => (repayment === undefined) === (repaymentOn === undefined),
    'repaid when',
  );
export type LoanDetails = z.output<typeof loanDetails>;

export const firmForms = [
  'soleTrader',
  'family',
  'partnership',
  'limitedPartnership',
  'simplifiedLimited',
  'limited',
  'cooperative',
  'freelance',
  'other',
] as const;

export const firmDetails = z
  .strictObject({
    openedOn: calendarDate,
    form: z.enum(firmForms),
    name: requiredText(160).optional(),
    /** As ISTAT writes them: section digits, with up to two more pairs. */
    ateco: z
      .string()
      .regex(/^\d{2}(\.\d{1,2}(\.\d{1,2})?)?$/)
      .optional(),
    closedOn: calendarDate.optional(),
    note: longText(600).optional(),
  })
  .refine(({ openedOn, closedOn }) => !closedOn || openedOn <= closedOn, 'closed before it opened');
export type FirmDetails = z.output<typeof firmDetails>;

export const meetingWith = ['tutor', 'mentor', 'lender', 'chamber'] as const;

export const meetingDetails = z.strictObject({
  heldOn: calendarDate,
  with: z.enum(meetingWith),
  name: requiredText(120).optional(),
  minutes: minutes.optional(),
  about: longText(1000).pipe(z.string().min(1)),
  /** What is to be done until the next one. */
  next: longText(400).optional(),
});
export type MeetingDetails = z.output<typeof meetingDetails>;
