import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { requiredText, shortText } from '../text.ts';
import { languageCode } from '../vocabularies/code.ts';

const signerRoles = ['person', 'guardian', 'operator', 'mediator', 'coordinator'] as const;

/** Who put their name under the paper, and who made it understood; as the paper says, not as we think. */
export const planSignature = z.strictObject({
  signedOn: calendarDate,
  place: shortText(120).optional(),
  signers: z
    .array(z.strictObject({ role: z.enum(signerRoles), name: requiredText(160) }))
    .min(1)
    .max(8),
  interpreter: shortText(120).optional(),
  /** Language it was read and explained in. */
  interpretedIn: languageCode.optional(),
});
export type PlanSignature = z.output<typeof planSignature>;
