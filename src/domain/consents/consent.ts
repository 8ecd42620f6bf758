/*
 * Consent to a purpose and a recipient, and whether it holds on a day. Referrals carry special-category
 * data out of the association, and Art. 9(2)(a) GDPR wants explicit consent for a named recipient; refusal
 * or withdrawal must stop what depends on it at once (domain dossier 6). Without this check a letter could
 * tell an office more than the person allowed.
 */
import { z } from 'zod';
import { type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { longText } from '../text.ts';
import { code, languageCode } from '../vocabularies/code.ts';

export const consentGivers = ['self', 'parent', 'guardian'] as const;
export const consentWays = ['signed', 'oral'] as const;

export const consentDetails = z
  .strictObject({
    /** Code of the vocabulary `consentPurposes`, for example `referral`. */
    purpose: code,
    /** The organisation that may receive data; needed where the purpose names one. */
    organisationId: z.uuid().optional(),
    givenBy: z.enum(consentGivers),
    way: z.enum(consentWays),
    language: languageCode.optional(),
    scope: longText(600).optional(),
    givenOn: calendarDate,
    expiresOn: calendarDate.optional(),
  })
  .refine((consent) => consent.expiresOn === undefined || consent.expiresOn >= consent.givenOn, {
    message: 'ends before it begins',
    path: ['expiresOn'],
  })
  .refine((consent) => consent.purpose !== 'referral' || consent.organisationId !== undefined, {
    message: 'a referral names its recipient',
    path: ['organisationId'],
  });

export type ConsentDetails = z.infer<typeof consentDetails>;

export interface ConsentTerm {
  givenOn: CalendarDate;
  expiresOn?: CalendarDate | undefined;
  withdrawnOn?: CalendarDate | undefined;
}

export type ConsentState = 'valid' | 'notYet' | 'expired' | 'withdrawn';

/** Valid on its first and last day; a withdrawal counts from the day it is made. */
export function consentStateOn(consent: ConsentTerm, on: CalendarDate): ConsentState {
  if (consent.withdrawnOn !== undefined && consent.withdrawnOn <= on) return 'withdrawn';
  if (consent.givenOn > on) return 'notYet';
  if (consent.expiresOn !== undefined && consent.expiresOn < on) return 'expired';
  return 'valid';
}

/** Why no letter may go to an organisation; the worst news first helps nobody, the nearest fix does. */
export type ReferralConsent =
  | { allowed: true; consentId: string }
  | { allowed: false; reason: 'none' | 'expired' | 'withdrawn' | 'notYet' };

export function referralConsentFor(
  consents: (ConsentTerm & { id: string; purpose: string; organisationId?: string | undefined })[],
  organisationId: string,
  on: CalendarDate,
): ReferralConsent {
  const states = consents
    .filter((one) => one.purpose === 'referral' && one.organisationId === organisationId)
    .map((one) => ({ id: one.id, state: consentStateOn(one, on) }));
  const valid = states.find(({ state }) => state === 'valid');
  if (valid) return { allowed: true, consentId: valid.id };
  for (const reason of ['withdrawn', 'expired', 'notYet'] as const) {
    if (states.some(({ state }) => state === reason)) return { allowed: false, reason };
  }
  return { allowed: false, reason: 'none' };
}
