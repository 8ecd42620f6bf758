/*
 * The fixed words of the documents that people sign or take home, in one language. Whoever signs must have
 * been able to read what is not free text in a language of their own (Art. 12 GDPR; Art. 22 of Regulation
 * (EU) 2024/1347 asks the same of information on rights). A translation that lacks a sentence or fills another
 * place would print half an agreement, so each is checked against the Italian when the program starts; whether
 * somebody who speaks the language has read it stands in the file and is shown where the language is chosen.
 */
import { z } from 'zod';
import { requiredText } from '../text.ts';
import { languageCode } from '../vocabularies/code.ts';
import { sourced } from '../vocabularies/vocabulary.ts';

/** BCP 47 tag of a translation, as `ar`. */
export const documentLanguage = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/);

export const documentTexts = z.strictObject({
  language: documentLanguage,
  /** As its speakers write it. */
  name: requiredText(40),
  /** Languages of the register whose speakers read this one, with the language's name in it. */
  registerLanguages: z.record(languageCode, requiredText(60)),
  ...sourced,
  readByNativeSpeaker: z.boolean(),
  /** By group and name. */
  texts: z.record(z.string(), z.record(z.string(), requiredText(600))),
});
export type DocumentTexts = z.infer<typeof documentTexts>;

const MARK = /\{\w+\}/g;
const marksOf = (text: string) => (text.match(MARK) ?? []).sort().join(' ');

function flat({ texts }: Pick<DocumentTexts, 'texts'>): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([group, words]) =>
      Object.entries(words).map(([name, text]) => [`${group}.${name}`, text] as const),
    ),
  );
}

/** What a translation lacks, has too much, or fills otherwise than the one it was made from. */
export function translationFaults(
  original: Pick<DocumentTexts, 'texts'>,
  translation: Pick<DocumentTexts, 'texts'>,
): string[] {
  const [from, to] = [flat(original), flat(translation)];
  const missing = [...from.keys()].filter((key) => !to.has(key)).map((key) => `${key} is missing`);
  const surplus = [...to.keys()].filter((key) => !from.has(key)).map((key) => `${key} is unknown`);
  const different = [...from]
    .filter(([key, text]) => to.has(key) && marksOf(to.get(key) ?? '') !== marksOf(text))
    .map(([key]) => `${key} fills other places`);
  return [...missing, ...surplus, ...different];
}
