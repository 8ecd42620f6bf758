/*
 * Stays in centres and projects of reception, one row each. Entry, exit and the reason for it decide what
 * comes next: the right to a place, and the months in which some programmes still admit somebody who left
 * (operating manual of SAI). The last stay is what the rest of the program calls the person's reception.
 */
import { z } from 'zod';
import { longText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';
import { endsAfterItBegins, endsBeforeItBegins, periodFields } from './period.ts';

export const receptionExits = [
  'endOfTerm',
  'integrated',
  'voluntary',
  'removedByDecision',
  'transferred',
  'assistedReturn',
  'dublin',
  'citizenship',
  'death',
  'other',
] as const;

export const receptionStayDetails = z
  .strictObject({
    /** Code of the vocabulary `receptionTypes`. */
    type: code,
    place: shortText(160).optional(),
    ...periodFields,
    exitReason: z.enum(receptionExits).optional(),
    /** The paper that proves the exit: a letter of the project, a decision. */
    exitProof: shortText(160).optional(),
    note: longText(400).optional(),
  })
  .refine(endsAfterItBegins, endsBeforeItBegins);
export type ReceptionStayDetails = z.infer<typeof receptionStayDetails>;

/** The stay that ends last: one that has no end yet, else the latest exit. */
export function latestStay<S extends Pick<ReceptionStayDetails, 'fromOn' | 'toOn'>>(
  stays: readonly S[],
): S | undefined {
  const key = ({ fromOn, toOn }: S) => `${toOn ?? '9999-99-99'} ${fromOn ?? ''}`;
  return stays.reduce<S | undefined>(
    (best, one) => (best && key(best) > key(one) ? best : one),
    undefined,
  );
}
