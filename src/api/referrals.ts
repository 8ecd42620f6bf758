import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import {
  referralDetails,
  referralStates,
  referralWays,
  urgencies,
} from '#domain/referrals/referral.ts';
import { referralStep } from '#domain/referrals/referral-step.ts';
import { longText } from '#domain/text.ts';
import { coordinators, desk, procedure } from './procedure.ts';

const referral = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  personId: z.uuid(),
  listedName: z.string(),
  organisationName: z.string(),
  details: referralDetails,
  state: z.enum(referralStates),
  openedOn: calendarDate,
  openedBy: z.string(),
  way: z.enum(referralWays).optional(),
  sentOn: calendarDate.optional(),
  sentBy: z.string().optional(),
  pecAcceptedOn: calendarDate.optional(),
  pecDeliveredOn: calendarDate.optional(),
  repliedOn: calendarDate.optional(),
  answeredBy: z.string().optional(),
  replyWay: z.enum(referralWays).optional(),
  theirProtocol: z.string().optional(),
  declineReason: z.string().optional(),
  waitingUntil: calendarDate.optional(),
  outcome: z.string().optional(),
  feedback: z.int().optional(),
  nextStep: z.string().optional(),
  closedOn: calendarDate.optional(),
  letter: z
    .strictObject({
      id: z.uuid(),
      protocol: z.string(),
      templateCode: z.string(),
      issuedOn: calendarDate,
    })
    .optional(),
  /** Whether data may go to this organisation today. */
  consent: z.enum(['valid', 'none', 'expired', 'cameOfAge', 'notCovering', 'withdrawn', 'notYet']),
  isOverdue: z.boolean(),
});
export type Referral = z.infer<typeof referral>;

const recordedStep = z.strictObject({
  id: z.uuid(),
  from: z.enum(referralStates).optional(),
  to: z.enum(referralStates),
  on: calendarDate,
  note: z.string().optional(),
  recordedBy: z.string(),
  recordedAt: z.string(),
});
export type RecordedStep = z.infer<typeof recordedStep>;

const ofRevision = z.strictObject({ id: z.uuid(), revision: z.int() });
const sending = z.strictObject({
  on: calendarDate,
  way: z.enum(referralWays),
  note: longText(600).optional(),
});

const listFilter = z.strictObject({
  personId: z.uuid().optional(),
  organisationId: z.uuid().optional(),
  state: z.enum(referralStates).optional(),
  urgency: z.enum(urgencies).optional(),
  /** Only those whose reply or place on a waiting list is late. */
  onlyOverdue: z.boolean().default(false),
  /** Only those the caller opened or sent. */
  onlyMine: z.boolean().default(false),
  /** Also those nobody waits for any more. */
  showClosed: z.boolean().default(false),
  offset: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(200).default(50),
});
export type ReferralFilter = z.infer<typeof listFilter>;

const referralProceduresOnly = {
  'referrals.list': procedure({
    input: listFilter,
    output: z.strictObject({ items: z.array(referral), total: z.int() }),
    role: desk,
    kind: 'query',
  }),
  'referrals.get': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ referral, steps: z.array(recordedStep) }),
    role: desk,
    kind: 'query',
  }),
  /** A referral without a letter; with `sent` it is on its way at once, and needs consent. */
  'referrals.create': procedure({
    input: z.strictObject({
      personId: z.uuid(),
      details: referralDetails,
      sent: sending.optional(),
    }),
    output: z.strictObject({ id: z.uuid() }),
    role: desk,
    kind: 'mutation',
  }),
  /** Changes what is asked and by when, until nobody waits for it any more. */
  'referrals.save': procedure({
    input: ofRevision.extend({ details: referralDetails }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** The next state, with what has to be said about it. */
  'referrals.record': procedure({
    input: ofRevision.extend({ step: referralStep }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** The two receipts of certified mail: taken by the sender's provider, put into the recipient's box. */
  'referrals.recordReceipts': procedure({
    input: ofRevision.extend({
      acceptedOn: calendarDate.optional(),
      deliveredOn: calendarDate.optional(),
    }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  'referrals.reopen': procedure({
    input: ofRevision.extend({ note: longText(600).optional() }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
};

const lostContact = z.strictObject({
  personId: z.uuid(),
  listedName: z.string(),
  lastContactOn: calendarDate,
  days: z.int(),
});
export type LostContact = z.infer<typeof lostContact>;

const lostContactProcedures = {
  /** Open files without any contact for longer than the association allows itself, longest first. */
  'lostContacts.list': procedure({
    input: z.strictObject({
      /** Only these people; everybody when left out. */
      personIds: z.array(z.uuid()).max(200).optional(),
    }),
    output: z.strictObject({ afterDays: z.int(), items: z.array(lostContact) }),
    role: desk,
    kind: 'query',
  }),
};

export const referralProcedures = {
  ...referralProceduresOnly,
  ...lostContactProcedures,
};
