/*
 * Somebody whom another body sends to us: who asked, for what, by when they want an answer, and what we said.
 * Reception projects and social services count on the answer as we count on theirs (inter-agency referral
 * form: the receiving agency confirms within the time of the urgency). Without a day on which it comes back,
 * a family that was sent here waits for somebody who has forgotten them.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText, shortText } from '../text.ts';
import { referralWays, urgencies } from './referral.ts';

export const inboundReplies = ['accepted', 'waitingList', 'informationGiven', 'declined'] as const;

export const inboundReply = z.strictObject({
  on: calendarDate,
  kind: z.enum(inboundReplies),
  way: z.enum(referralWays),
  /** What was said, or why not. */
  words: longText(1500).optional(),
});
export type InboundReply = z.infer<typeof inboundReply>;

export const inboundReferralDetails = z
  .strictObject({
    /** One of the directory, or somebody whose name is enough. */
    organisationId: z.uuid().optional(),
    sender: requiredText(160).optional(),
    receivedOn: calendarDate,
    way: z.enum(referralWays),
    theirProtocol: shortText(60).optional(),
    request: longText(1500).pipe(z.string().min(1)),
    urgency: z.enum(urgencies),
    /** Left out: counted from the urgency. */
    replyBy: calendarDate.optional(),
  })
  .refine(
    ({ organisationId, sender }) => (organisationId === undefined) !== (sender === undefined),
    {
      message: 'from an organisation or from somebody else',
      path: ['sender'],
    },
  )
  .refine(({ receivedOn, replyBy }) => replyBy === undefined || replyBy >= receivedOn, {
    message: 'before it came',
    path: ['replyBy'],
  });
export type InboundReferralDetails = z.infer<typeof inboundReferralDetails>;
