/*
 * How somebody can be reached. A call answered by the wrong person, or a message read by a violent partner
 * or an employer, can put somebody in danger, so every contact says whose it is, whether a call is safe and
 * whether a message may be left (intake practice of anti-violence centres and of Italian reception).
 */
import { z } from 'zod';
import { requiredText, shortText } from '../text.ts';

export const contactKinds = ['phone', 'whatsapp', 'email', 'other'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const contactOwners = [
  'self',
  'family',
  'friend',
  'professional',
  'authority',
  'other',
] as const;

export const contactDetails = z.strictObject({
  kind: z.enum(contactKinds),
  value: requiredText(160),
  owner: z.enum(contactOwners),
  /** Who answers, when it is not the person. */
  ownerName: shortText(120).optional(),
  safe: z.boolean(),
  noMessages: z.boolean(),
  /** When to call, in words. */
  hours: shortText(160).optional(),
  isPreferred: z.boolean(),
  /** Whom to call when something happened to them. */
  isEmergency: z.boolean().optional(),
});
export type ContactDetails = z.infer<typeof contactDetails>;

/** Numbers are found by their digits, whatever stands between them. */
export const isNumber = (kind: ContactKind): boolean => kind === 'phone' || kind === 'whatsapp';
