import { z } from 'zod';
import { longText, requiredText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

/** An office or body that letters go to: Questura, Comune, ASL, Centro per l'impiego and others. */
export const organisationDetails = z.strictObject({
  /** Code of the vocabulary `organisationKinds`. */
  kind: code,
  name: requiredText(160),
  office: shortText(160).optional(),
  address: longText(300).optional(),
  /** Certified e-mail (PEC). */
  pec: shortText(160).optional(),
});

export type OrganisationDetails = z.infer<typeof organisationDetails>;
