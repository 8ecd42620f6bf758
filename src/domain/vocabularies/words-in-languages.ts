/*
 * Words that are data: of a rule, a programme, a step. Italian and English always, as the sources are Italian and
 * the tests read both; the program's other languages where somebody has written them. Whoever asks for one that
 * is missing gets the Italian, which is what the offices say.
 */
import { z } from 'zod';
import type { InterfaceLanguage } from './interface-language.ts';

/** A file without the Italian or the English is refused at start. */
export const wordsInLanguages = (text: z.ZodType<string>) =>
  z.strictObject({
    it: text,
    en: text,
    fr: text.optional(),
    es: text.optional(),
    ar: text.optional(),
    uk: text.optional(),
  });
export type WordsInLanguages = z.infer<ReturnType<typeof wordsInLanguages>>;

export function wordsIn(words: WordsInLanguages, language: InterfaceLanguage): string {
  return words[language] ?? words.it;
}
