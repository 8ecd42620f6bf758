/*
 * Agreements with other bodies (FRA NOI 2: "network agreements"; CONSOLIDATE). What counts to a funder is not the
 * signature but what changed after it, and an agreement that ended unseen sends people to a door that is shut.
 */
import { z } from 'zod';
import { type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const agreementDetails = z
  .strictObject({
    organisationId: z.uuid(),
    programmeId: z.uuid().optional(),
    /** What it is about: "reserved hours at the registry". */
    title: requiredText(160),
    signedOn: calendarDate,
    expiresOn: calendarDate.optional(),
    /** Codes of the ordinary services it opens. */
    services: z.array(code).max(40).default([]),
    /** What is different since then. */
    changed: longText(600).optional(),
  })
  .refine(({ signedOn, expiresOn }) => expiresOn === undefined || expiresOn >= signedOn, {
    message: 'ends before it begins',
    path: ['expiresOn'],
  });
export type AgreementDetails = z.output<typeof agreementDetails>;

export type AgreementState = 'none' | 'notYet' | 'valid' | 'expired';

interface Term {
  signedOn: CalendarDate;
  expiresOn?: CalendarDate | undefined;
}

export function agreementStateOn(agreed: Term | undefined, on: CalendarDate): AgreementState {
  if (!agreed) return 'none';
  if (agreed.signedOn > on) return 'notYet';
  return agreed.expiresOn !== undefined && agreed.expiresOn < on ? 'expired' : 'valid';
}

/** Of several with one body, the one that holds longest: renewing one does not make the older one matter again. */
export function currentAgreement<T extends Term>(agreements: readonly T[]): T | undefined {
  const end = ({ expiresOn }: Term) => expiresOn ?? '9999-12-31';
  return agreements.toSorted(
    (a, b) => end(b).localeCompare(end(a)) || b.signedOn.localeCompare(a.signedOn),
  )[0];
}
