import { z } from 'zod';
import { requiredText, shortText } from '../text.ts';

/** The association itself, as its letterhead shows it. */
export const associationDetails = z.strictObject({
  name: requiredText(160),
  fiscalCode: shortText(20).optional(),
  registration: shortText(120).optional(),
  address: shortText(200).optional(),
  city: shortText(80).optional(),
  phone: shortText(40).optional(),
  email: shortText(120).optional(),
  pec: shortText(120).optional(),
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
