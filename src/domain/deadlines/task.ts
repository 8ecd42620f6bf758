import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, shortText } from '../text.ts';

/** A deadline of one's own, or somebody to call back. */
const taskKinds = ['ownDeadline', 'callBack'] as const;

/** A title of marks that nobody can see would be an empty line on the screen. */
const hasLetters = (text: string | undefined) => /[\p{L}\p{N}]/u.test(text ?? '');

export const taskDetails = z
  .strictObject({
    kind: z.enum(taskKinds),
    title: shortText(120).optional(),
    note: longText(600).optional(),
    dueOn: calendarDate,
  })
  .refine((task) => task.kind === 'callBack' || hasLetters(task.title), {
    message: 'a deadline says what it is about',
    path: ['title'],
  });
export type TaskDetails = z.infer<typeof taskDetails>;
