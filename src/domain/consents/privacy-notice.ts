/*
 * That the privacy notice was given and understood (Art. 13 GDPR). It is information and not consent: a tick
 * that mixes the two is worth neither. Which version, when, in which language and by whom it was explained is
 * what a person, or an authority, will ask for.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { requiredText, shortText } from '../text.ts';
import { languageCode } from '../vocabularies/code.ts';

export const noticeWays = ['paper', 'readAloud', 'both'] as const;

export const privacyNotice = z.strictObject({
  version: requiredText(40),
  givenOn: calendarDate,
  way: z.enum(noticeWays),
  language: languageCode.optional(),
  interpreter: shortText(120).optional(),
  /** Parent or guardian who received it for a child; empty when it was the person. */
  givenTo: shortText(160).optional(),
});
export type PrivacyNotice = z.output<typeof privacyNotice>;
