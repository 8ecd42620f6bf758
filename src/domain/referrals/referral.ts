/*
 * The life of a referral: which state may follow which, and by when a reply is due. The urgencies are those of
 * the inter-agency referral form (emergency 24 hours, urgent 72 hours, two weeks); without one, thirty days,
 * the time Italian law gives a public office that has set no other (L. 241/1990, Art. 2(2)). A referral that
 * can quietly end, or that nobody is reminded of, is how people are lost between two offices.
 */
import { z } from 'zod';
import { addDays, type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { longText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const urgencies = ['within24h', 'within72h', 'within2weeks', 'normal'] as const;
export type Urgency = (typeof urgencies)[number];

export const referralWays = ['byHand', 'email', 'pec', 'post', 'phone'] as const;
export type ReferralWay = (typeof referralWays)[number];

export const referralStates = [
  'draft',
  'sent',
  'received',
  'accepted',
  'waitingList',
  'inProgress',
  'declined',
  'noReply',
  'concluded',
  'withdrawn',
] as const;
export type ReferralState = (typeof referralStates)[number];

/** What may follow. Only a coordinator's reopening leads out of a state without followers. */
export const followers: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  draft: ['sent', 'withdrawn'],
  sent: [
    'received',
    'accepted',
    'waitingList',
    'declined',
    'inProgress',
    'concluded',
    'noReply',
    'withdrawn',
  ],
  received: [
    'accepted',
    'waitingList',
    'declined',
    'inProgress',
    'concluded',
    'noReply',
    'withdrawn',
  ],
  accepted: ['inProgress', 'concluded', 'declined', 'withdrawn'],
  waitingList: ['accepted', 'inProgress', 'declined', 'concluded', 'noReply', 'withdrawn'],
  inProgress: ['concluded', 'declined', 'withdrawn'],
  // Offices do answer after months: a late reply is recorded without asking anybody.
  noReply: ['received', 'accepted', 'waitingList', 'declined', 'withdrawn'],
  declined: [],
  concluded: [],
  withdrawn: [],
};

export const mayFollow = (from: ReferralState, to: ReferralState): boolean =>
  followers[from].includes(to);

/** Nothing follows by itself any more. */
export const isFinal = (state: ReferralState): boolean => followers[state].length === 0;

/** Nobody waits for anything: final, or given up waiting. */
export const restingStates = ['declined', 'noReply', 'concluded', 'withdrawn'] as const;
export const isResting = (state: ReferralState): boolean =>
  restingStates.some((one) => one === state);

/** Where reopening leads: back to waiting for the office, or to before anything was sent. */
export const reopenedState = (sentOn: CalendarDate | undefined): ReferralState =>
  sentOn === undefined ? 'draft' : 'sent';

/** States in which the office owes an answer, as long as none is recorded. */
export const awaitingStates = ['sent', 'received'] as const;

const REPLY_DAYS: Record<Exclude<Urgency, 'normal'>, number> = {
  within24h: 1,
  within72h: 3,
  within2weeks: 14,
};
const USUAL_REPLY_DAYS = 30;

/** `usualDays`: what the kind of letter allows when nothing is urgent. */
export function replyByFor(
  urgency: Urgency,
  sentOn: CalendarDate,
  usualDays: number = USUAL_REPLY_DAYS,
): CalendarDate {
  return addDays(sentOn, urgency === 'normal' ? usualDays : REPLY_DAYS[urgency]);
}

export const referralDetails = z.strictObject({
  organisationId: z.uuid(),
  /** What is asked for, as a code of the services. */
  service: code.optional(),
  /** In words; as little about the person as the office needs. */
  reason: longText(600).optional(),
  urgency: z.enum(urgencies),
  /** Left out: counted from the urgency on the day it is sent. */
  replyBy: calendarDate.optional(),
});
export type ReferralDetails = z.infer<typeof referralDetails>;
