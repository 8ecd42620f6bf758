/*
 * Whether somebody may be shown, heard or quoted on a day. Who speaks in public for an association agreed to that
 * and to nothing else (Art. 7(2) GDPR; art. 96 L. 633/1941 on portraits), and a consent that lets a letter go to
 * an office says nothing of it. Without this rule a name from a case file could end up in a newspaper.
 */
import { type ConsentTerm, consentStateOn } from '../consents/consent.ts';
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { ImageConsent } from './activity.ts';

/** Codes of the vocabulary `consentPurposes`: what whoever speaks in public agreed to. */
const imagePurposes: readonly string[] = ['imageAndVoice'];
/** Either of these lets a name stand in the list of a campaign. */
const campaignPurposes: readonly string[] = ['imageAndVoice', 'testimony'];

const publicUses = ['image', 'campaign'] as const;
export type PublicUse = (typeof publicUses)[number];

type Given = ConsentTerm & { purpose: string };

/** Of somebody in the register, by the consents of their file. */
export function mayBePublic(consents: readonly Given[], use: PublicUse, on: CalendarDate): boolean {
  const purposes = use === 'image' ? imagePurposes : campaignPurposes;
  return consents.some(
    (one) => purposes.includes(one.purpose) && consentStateOn(one, on) === 'valid',
  );
}

/** Of somebody who has no file: what they signed for the activity. */
export function guestMayBePublic(image: ImageConsent | undefined, on: CalendarDate): boolean {
  if (image === undefined) return false;
  const { givenOn, until: expiresOn, withdrawnOn } = image;
  return consentStateOn({ givenOn, expiresOn, withdrawnOn }, on) === 'valid';
}
