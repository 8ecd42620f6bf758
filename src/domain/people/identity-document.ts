/*
 * Papers and numbers somebody holds or has asked for, one row each, as a timeline. A residence permit has a
 * life of its own: asked for, a receipt that already gives rights (D.lgs. 286/1998, art. 5, par. 9-bis),
 * issued, under renewal, expired, revoked. Numbers are free text, because offices print them in many ways, and
 * an end may be missing for three reasons that mean different things to whoever counts days.
 */
import { z } from 'zod';
import { type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { longText, shortText } from '../text.ts';
import { code, countryCode } from '../vocabularies/code.ts';

export const documentStates = [
  'askedFor',
  'receipt',
  'issued',
  'underRenewal',
  'longTerm',
  'expired',
  'revoked',
  'lost',
  'replaced',
] as const;
export type DocumentState = (typeof documentStates)[number];

/** `known`: the date is in `expiresOn`. `none`: it has no end. The others: nobody wrote it, or we do not know. */
export const expiryKinds = ['known', 'none', 'notStated', 'unknown'] as const;

export const seenKinds = ['original', 'copy', 'told'] as const;

export const identityDocumentDetails = z
  .strictObject({
    /** Code of the vocabulary `documentTypes`. */
    type: code,
    /** Ground of a residence permit: code of the vocabulary `residenceTitles`. */
    title: code.optional(),
    state: z.enum(documentStates),
    number: shortText(80).optional(),
    issuer: shortText(160).optional(),
    country: countryCode.optional(),
    askedOn: calendarDate.optional(),
    issuedOn: calendarDate.optional(),
    expiry: z.enum(expiryKinds),
    expiresOn: calendarDate.optional(),
    seen: z.enum(seenKinds),
    /** The newer document of the same person. */
    replacedBy: z.uuid().optional(),
    note: longText(400).optional(),
  })
  .refine(({ expiry, expiresOn }) => (expiry === 'known') === (expiresOn !== undefined), {
    message: 'a date of expiry goes with the kind "known"',
    path: ['expiresOn'],
  })
  .refine(({ issuedOn, expiresOn }) => !issuedOn || !expiresOn || issuedOn <= expiresOn, {
    message: 'expires before it was issued',
    path: ['expiresOn'],
  });
export type IdentityDocumentDetails = z.infer<typeof identityDocumentDetails>;

/** States in which a past date of expiry means that the document no longer holds. */
const ENDS_BY_ITSELF: readonly DocumentState[] = ['receipt', 'issued'];

/** The state on a day: somebody has to record a renewal, but nobody has to record that time went by. */
export function documentStateOn(
  document: Pick<IdentityDocumentDetails, 'state' | 'expiresOn'>,
  on: CalendarDate,
): DocumentState {
  const { state, expiresOn } = document;
  return ENDS_BY_ITSELF.includes(state) && expiresOn !== undefined && expiresOn < on
    ? 'expired'
    : state;
}

/** The day a document stands at in a timeline: the last thing known to have happened to it. */
export function documentDay(document: IdentityDocumentDetails): CalendarDate | undefined {
  return document.issuedOn ?? document.askedOn ?? document.expiresOn;
}

/** Newest first; what has no day of its own comes before, so that nobody overlooks it. */
export function inTimelineOrder<D extends { details: IdentityDocumentDetails }>(
  documents: readonly D[],
): D[] {
  const day = ({ details }: D) => documentDay(details) ?? '9999';
  return [...documents].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
}
