import { z } from 'zod';
import { requiredText, shortText } from '../text.ts';

export const associationLimits = {
  name: 160,
  fiscalCode: 20,
  registration: 120,
  address: 200,
  city: 80,
  phone: 40,
  email: 120,
  pec: 120,
} as const;

/** The association itself, as its letterhead shows it. */
export const associationDetails = z.strictObject({
  name: requiredText(associationLimits.name),
  fiscalCode: shortText(associationLimits.fiscalCode).optional(),
  registration: shortText(associationLimits.registration).optional(),
  address: shortText(associationLimits.address).optional(),
  city: shortText(associationLimits.city).optional(),
  phone: shortText(associationLimits.phone).optional(),
  email: shortText(associationLimits.email).optional(),
  pec: shortText(associationLimits.pec).optional(),
  /** Two to six letters at the start of every case number. */
  casePrefix: z.string().regex(/^[A-Z]{2,6}$/),
  /** Days without any contact after which an open file is flagged; 60 when left out. */
  lostContactDays: z.int().min(7).max(730).optional(),
});

export type AssociationDetails = z.infer<typeof associationDetails>;

const USUAL_LOST_CONTACT_DAYS = 60;

export function lostContactDaysOf({ lostContactDays }: AssociationDetails): number {
  return lostContactDays ?? USUAL_LOST_CONTACT_DAYS;
}

/** One address, as it is printed for offices to answer to; whether somebody reads it nobody can tell from here. */
export function looksLikeMail(text: string): boolean {
  return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/.test(text.trim());
}
