import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { letterFacts } from '../documents/letter-template.ts';
import { longText, requiredText, shortText } from '../text.ts';

export const letterDetails = z.strictObject({
  templateCode: z.string().min(3).max(8),
  organisationId: z.uuid(),
  facts: z.array(z.enum(letterFacts)),
  /** What the office needs to know, written by the operator. */
  situation: longText(1500).optional(),
  /** Replaces the request of the template when given. */
  request: longText(1500).optional(),
  attachments: z.array(requiredText(160)).max(12),
  signedBy: requiredText(120),
  contactHours: shortText(160).optional(),
  replyBy: calendarDate.optional(),
});

export type LetterDetails = z.infer<typeof letterDetails>;
