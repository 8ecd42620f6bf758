import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText } from '../text.ts';

/** What somebody decided about one deadline; taken back by removing it. */
export const markDetails = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('snoozed'), until: calendarDate }),
  z.strictObject({
    state: z.literal('done'),
    doneOn: calendarDate,
    reason: longText(300).optional(),
  }),
  z.strictObject({ state: z.literal('notApplicable'), reason: requiredText(300) }),
]);
export type MarkDetails = z.infer<typeof markDetails>;
