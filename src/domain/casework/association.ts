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
});

export type AssociationDetails = z.infer<typeof associationDetails>;
