import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { inboundReferralDetails, inboundReply } from '#domain/referrals/inbound-referral.ts';
import { desk, procedure } from './procedure.ts';

const inboundReferral = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  personId: z.uuid(),
  listedName: z.string(),
  /** The organisation's name, or who was written down. */
  senderName: z.string(),
  details: inboundReferralDetails,
  replyBy: calendarDate,
  reply: inboundReply.optional(),
  recordedBy: z.string(),
  isOverdue: z.boolean(),
});
export type InboundReferral = z.infer<typeof inboundReferral>;

const ofRevision = z.strictObject({ id: z.uuid(), revision: z.int() });

export const inboundReferralProcedures = {
  /** Those to be answered first, the most pressing of them first; then the answered ones, newest first. */
  'inboundReferrals.list': procedure({
    input: z.strictObject({
      personId: z.uuid().optional(),
      onlyToAnswer: z.boolean().default(false),
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ items: z.array(inboundReferral), total: z.int() }),
    role: desk,
    kind: 'query',
  }),
  /** Fails with `not_found`, `date_not_possible` or `changed_meanwhile`. */
  'inboundReferrals.save': procedure({
    input: z.union([
      z.strictObject({ personId: z.uuid(), details: inboundReferralDetails }),
      ofRevision.extend({ details: inboundReferralDetails }),
    ]),
    output: z.strictObject({ id: z.uuid() }),
    role: desk,
    kind: 'mutation',
  }),
  /** What we answered; null takes an answer back that was written down by mistake. */
  'inboundReferrals.reply': procedure({
    input: ofRevision.extend({ reply: inboundReply.nullable() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  'inboundReferrals.remove': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** Takes back a removal of this session. */
  'inboundReferrals.restore': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};
