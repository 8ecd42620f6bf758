/*
 * Consent to a purpose and a recipient, and whether it holds on a day. Referrals carry special-category
 * data out of the association, and Art. 9(2)(a) GDPR wants explicit consent for a named recipient and named
 * data; refusal or withdrawal must stop what depends on it at once. For a child a parent or guardian decides,
 * the child's own opinion is written down, and the consent ends on the eighteenth birthday. Without these
 * checks a letter could tell an office more than the person allowed.
 */
import { z } from 'zod';
import { type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText, shortText } from '../text.ts';
import { code, languageCode } from '../vocabularies/code.ts';

/** `guardian` is that of a minor; a grown person can have one too, whose consent does not end at 18. */
export const consentGivers = ['self', 'parent', 'guardian', 'adultGuardian'] as const;
export type ConsentGiver = (typeof consentGivers)[number];
export const consentWays = ['signed', 'oral'] as const;
export const childStances = ['agrees', 'unsure', 'disagrees', 'notAbleToExpress'] as const;

export const actsForChild = (giver: ConsentGiver) => giver === 'parent' || giver === 'guardian';

const childOpinion = z.strictObject({
  stance: z.enum(childStances),
  words: longText(600).optional(),
});

const fields = z.strictObject({
  /** Code of the vocabulary `consentPurposes`, for example `referral`. */
  purpose: code,
  /** On what the use of the data rests, code of the vocabulary `legalBases`; absent in older consents. */
  legalBasis: code.optional(),
  /** The organisation that may receive data; needed where the purpose names one. */
  organisationId: z.uuid().optional(),
  /** Who else may receive data: a relative, a newspaper, the one who interprets. */
  recipient: shortText(160).optional(),
  /** Codes of the vocabulary `dataCategories`; empty in consents older than the list. */
  dataCategories: z.array(code).max(30).default([]),
  givenBy: z.enum(consentGivers),
  giverName: shortText(160).optional(),
  /** What makes the giver the guardian: court, number and date of the decree. */
  giverAuthority: shortText(160).optional(),
  childOpinion: childOpinion.optional(),
  way: z.enum(consentWays),
  witness: shortText(160).optional(),
  interpreter: shortText(120).optional(),
  language: languageCode.optional(),
  noticeVersion: shortText(40).optional(),
  noticeGivenOn: calendarDate.optional(),
  scope: longText(600).optional(),
  givenOn: calendarDate,
  expiresOn: calendarDate.optional(),
});

/** A consent as it is kept. */
export const consentDetails = fields
  .refine((consent) => consent.expiresOn === undefined || consent.expiresOn >= consent.givenOn, {
    message: 'ends before it begins',
    path: ['expiresOn'],
  })
  .refine((consent) => consent.purpose !== 'referral' || consent.organisationId !== undefined, {
    message: 'a referral names its recipient',
    path: ['organisationId'],
  });
export type ConsentDetails = z.output<typeof consentDetails>;
export type ConsentInput = z.input<typeof consentDetails>;

/** What a new consent must say; consents given before these rules stay as they are. */
export const newConsent = consentDetails
  .refine((consent) => consent.purpose !== 'referral' || consent.dataCategories.length > 0, {
    message: 'a referral names the data',
    path: ['dataCategories'],
  })
  .refine(
    (consent) =>
      consent.givenBy === 'self' || requiredText(160).safeParse(consent.giverName).success,
    {
      message: 'somebody who acts for another has a name',
      path: ['giverName'],
    },
  )
  .refine((consent) => !actsForChild(consent.givenBy) || consent.childOpinion !== undefined, {
    message: 'the child is heard',
    path: ['childOpinion'],
  })
  .refine(
    (consent) => consent.way !== 'oral' || requiredText(160).safeParse(consent.witness).success,
    {
      message: 'what was said has a witness',
      path: ['witness'],
    },
  );

export interface ConsentTerm {
  givenOn: CalendarDate;
  expiresOn?: CalendarDate | undefined;
  withdrawnOn?: CalendarDate | undefined;
  givenBy?: ConsentGiver | undefined;
  /** When the person comes of age; absent when the birth date is unknown. */
  comesOfAgeOn?: CalendarDate | undefined;
}

export const consentStates = ['valid', 'notYet', 'expired', 'cameOfAge', 'withdrawn'] as const;
export type ConsentState = (typeof consentStates)[number];

/**
 * Valid on its first and last day; a withdrawal counts from the day it is made, and what was given for a
 * child ends on the eighteenth birthday.
 */
export function consentStateOn(consent: ConsentTerm, on: CalendarDate): ConsentState {
  const { givenOn, expiresOn, withdrawnOn, givenBy = 'self', comesOfAgeOn } = consent;
  if (withdrawnOn !== undefined && withdrawnOn <= on) return 'withdrawn';
  if (givenOn > on) return 'notYet';
  const hasComeOfAge = actsForChild(givenBy) && comesOfAgeOn !== undefined && comesOfAgeOn <= on;
  const endedBefore = expiresOn !== undefined && hasComeOfAge && expiresOn < comesOfAgeOn;
  if (hasComeOfAge && !endedBefore) return 'cameOfAge';
  if (expiresOn !== undefined && expiresOn < on) return 'expired';
  return 'valid';
}

export type ReferralConsent =
  | { allowed: true; consentId: string }
  | { allowed: false; reason: 'none' | Exclude<ConsentState, 'valid'> }
  | { allowed: false; reason: 'notCovering'; missing: string[] };

type KeptConsent = ConsentTerm & {
  id: string;
  purpose: string;
  organisationId?: string | undefined;
  dataCategories?: readonly string[];
};

/** Why nothing may go to an organisation; the worst news first helps nobody, the nearest fix does. */
export function consentFor(
  consents: KeptConsent[],
  organisationId: string,
  {
    on,
    categories = [],
    purpose,
  }: { on: CalendarDate; categories?: readonly string[]; purpose: string },
): ReferralConsent {
  const states = consents
    .filter((one) => one.purpose === purpose && one.organisationId === organisationId)
    .map((one) => ({ ...one, state: consentStateOn(one, on) }));
  const valid = states.filter(({ state }) => state === 'valid');
  // A consent from before the list of categories says in words what it covers.
  const missingIn = ({ dataCategories = [] }: KeptConsent) =>
    dataCategories.length === 0 ? [] : categories.filter((one) => !dataCategories.includes(one));
  const covering = valid.find((one) => missingIn(one).length === 0);
  if (covering) return { allowed: true, consentId: covering.id };
  const [nearest] = valid;
  if (nearest) return { allowed: false, reason: 'notCovering', missing: missingIn(nearest) };
  for (const reason of ['withdrawn', 'cameOfAge', 'expired', 'notYet'] as const) {
    if (states.some(({ state }) => state === reason)) return { allowed: false, reason };
  }
  return { allowed: false, reason: 'none' };
}

/** Why no letter may go to an organisation. */
export function referralConsentFor(
  consents: KeptConsent[],
  organisationId: string,
  question: { on: CalendarDate; categories?: readonly string[] },
): ReferralConsent {
  return consentFor(consents, organisationId, { ...question, purpose: 'referral' });
}
