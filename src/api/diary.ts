import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { clockTime } from '#domain/dates/clock-time.ts';
import { diaryKinds } from '#domain/diary/diary.ts';
import { ruleWords } from './deadlines.ts';
import { desk, procedure } from './procedure.ts';

/** A word of the sentence: a text as it is or in both languages, a number, or a code with the list of its label. */
const diaryParameter = z.union([
  z.string(),
  z.number(),
  z.strictObject({ list: z.string(), code: z.string() }),
  z.strictObject({ date: calendarDate }),
  z.strictObject({ words: ruleWords }),
  /** A step of a procedure, by the words the deadlines have for it. */
  z.strictObject({ fact: z.string() }),
]);
export type DiaryParameter = z.infer<typeof diaryParameter>;

const diaryEntry = z.strictObject({
  kind: z.enum(diaryKinds),
  id: z.uuid(),
  on: calendarDate,
  at: clockTime.optional(),
  /** Key below `diary:summary` of the sentence that says it. */
  summaryKey: z.string(),
  params: z.record(z.string(), diaryParameter),
  /** What somebody wrote about it. */
  note: z.string().optional(),
  by: z.string().optional(),
});
export type DiaryEntry = z.infer<typeof diaryEntry>;

export const diaryProcedures = {
  /** Everything that happened with a person, newest first. Without kinds: all of them. */
  'diary.list': procedure({
    input: z.strictObject({
      personId: z.uuid(),
      kinds: z.array(z.enum(diaryKinds)).max(diaryKinds.length).default([]),
      from: calendarDate.optional(),
      to: calendarDate.optional(),
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      items: z.array(diaryEntry),
      total: z.int(),
      lastContactOn: calendarDate.optional(),
    }),
    role: desk,
    kind: 'query',
  }),
};
