/*
 * Protected notes: what the association writes down only because it helps, and what may harm somebody even
 * inside it: the reasons for fleeing, health, violence, trafficking. GDPR art. 9 asks for a reason and for
 * tight access; UNHCR's and the ICRC's data protection rules say need-to-know. Kind, day and text are kept
 * together in the restricted tier, because the kind alone would tell.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText } from '../text.ts';

export const noteKinds = ['protection', 'medical', 'violence', 'trafficking', 'other'] as const;
export const noteMaxLength = 20_000;

export const protectedNote = z.strictObject({
  kind: z.enum(noteKinds),
  notedOn: calendarDate,
  text: longText(noteMaxLength).pipe(z.string().min(1)),
});
export type ProtectedNote = z.infer<typeof protectedNote>;
