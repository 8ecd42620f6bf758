/*
 * The register of what comes in and goes out, as Italian offices keep one (DPR 445/2000, art. 53 to 56, from
 * which associations take the custom): numbers by year without gaps, never used twice, and one entered by
 * mistake is annulled and stays to be read. Without it nobody can show that a letter left before a deadline.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { referralWays } from '../referrals/referral.ts';
import { requiredText, shortText } from '../text.ts';

export const protocolDirections = ['in', 'out'] as const;
export type ProtocolDirection = (typeof protocolDirections)[number];

export const newEntry = z
  .strictObject({
    direction: z.enum(protocolDirections),
    /** A body of the directory; else `correspondent` says who it is. */
    organisationId: z.uuid().optional(),
    correspondent: requiredText(160).optional(),
    subject: requiredText(200),
    way: z.enum(referralWays).optional(),
    /** The date on the paper itself. */
    documentOn: calendarDate.optional(),
    theirProtocol: shortText(60).optional(),
    note: shortText(400).optional(),
    personId: z.uuid().optional(),
    /** The entry it answers. */
    answersId: z.uuid().optional(),
  })
  .refine((entry) => (entry.organisationId === undefined) !== (entry.correspondent === undefined), {
    message: 'either a body of the directory or a name',
    path: ['correspondent'],
  });
export type NewEntry = z.infer<typeof newEntry>;
