/*
 * The words around every letter in one language: labels, notices, the reply slip, the copy for the person.
 * Apart from the interface's own texts, because letters also go abroad in languages nobody works in here.
 */
import { z } from 'zod';
import { letterLanguages } from './letter-template.ts';

export const letterFrame = z.strictObject({
  language: z.enum(letterLanguages),
  /** True once somebody who grew up with the language has read it. */
  nativeRead: z.boolean(),
  words: z.record(z.string(), z.string().max(600)),
  /** Labels of codes, for a language the interface does not speak. */
  labels: z.record(z.string(), z.record(z.string(), z.string().min(1).max(120))).optional(),
});
export type LetterFrame = z.infer<typeof letterFrame>;

/** Keys a frame lacks or has too many of, compared with the Italian one. */
export function differingKeys(frame: LetterFrame, italian: LetterFrame): string[] {
  const [own, wanted] = [Object.keys(frame.words), Object.keys(italian.words)];
  return [
    ...wanted.filter((key) => !own.includes(key)),
    ...own.filter((key) => !wanted.includes(key)),
  ];
}
