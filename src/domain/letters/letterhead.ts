import { z } from 'zod';
import { shortText } from '../text.ts';

/** How the letters of an association look, beside its name and address. */
export const letterheadChoice = z.strictObject({
  /** Colour of headings and lines, `#rrggbb`; one that cannot be read on white is darkened. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  /** A line at the foot of every page. */
  footer: shortText(160).optional(),
});
export type LetterheadChoice = z.infer<typeof letterheadChoice>;
