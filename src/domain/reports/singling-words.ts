/*
 * Words beside a report that undo it: "our only Eritrean minor" tells of one person what the tables hide. What
 * somebody writes is searched for numbers under the threshold and for words like "only", near words that say of
 * whom; a person then decides, because "solo" may also mean "alone" (disclosure design B4, attack 18).
 */
import { z } from 'zod';

const wordPart = z.string().min(2).max(40);

export const singlingWords = z.strictObject({
  source: z.string().min(1),
  checkedOn: z.iso.date(),
  /** Numbers from 1 to this one are small. */
  below: z.int().min(2),
  languages: z.array(
    z.strictObject({
      language: z.string().min(2),
      /** Words that say there is one. */
      singling: z.array(wordPart).min(1),
      numbers: z.record(wordPart, z.int().min(1)),
      /** Beginnings of words that say of whom. */
      about: z.array(wordPart).min(1),
    }),
  ),
});
export type SinglingWords = z.infer<typeof singlingWords>;

export interface Singling {
  /** As it is written. */
  found: string;
  /** Place in the text, in characters. */
  at: number;
  kind: 'number' | 'word';
  /** The word nearby that says of whom. */
  about: string;
}

/** How many words before and after are read together. */
const REACH = 4;

interface Word {
  text: string;
  at: number;
}

/** The digits of Latin, Arabic and Persian texts, by their zero. */
const zeros = [0x30, 0x660, 0x6f0];

/** Nothing for a word. */
function writtenNumber(text: string): number | undefined {
  let number = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const zero = zeros.find((one) => code >= one && code < one + 10);
    if (zero === undefined) return undefined;
    number = number * 10 + code - zero;
  }
  return number;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}’']+|\p{Nd}+/gu)].map((match) => ({
    text: match[0],
    at: match.index,
  }));
}

const plain = (word: string) => word.toLowerCase().replaceAll('’', "'");
const withoutArticle = (word: string) => plain(word).replace(/^(l|un|dell|all|nell|d)'/, '');

/** The beginning of the phrase at this word, if it is one of those looked for. */
function phraseAt(
  words: readonly Word[],
  at: number,
  phrases: readonly string[],
): string | undefined {
  return phrases.find((phrase) => {
    const parts = phrase.split(' ');
    return parts.every((part, step) => {
      const word = words[at + step]?.text ?? '';
      return plain(word) === part || (parts.length === 1 && withoutArticle(word) === part);
    });
  });
}

/** What in a text could point at somebody, in the order of the text; every language is looked for. */
export function findSingling(text: string, { below, languages }: SinglingWords): Singling[] {
  const words = wordsOf(text);
  const hits = new Map<number, Singling>();
  for (const { singling, numbers, about } of languages) {
    for (const [index, word] of words.entries()) {
      if (hits.has(word.at)) continue;
      const small =
        writtenNumber(word.text) ?? new Map(Object.entries(numbers)).get(plain(word.text));
      const isNumber = small !== undefined && small > 0 && small < below;
      const phrase = isNumber ? undefined : phraseAt(words, index, singling);
      if (!isNumber && phrase === undefined) continue;
      const near = words.slice(Math.max(0, index - REACH), index + REACH + 1);
      const whom = near.find(
        (one) => one !== word && about.some((start) => withoutArticle(one.text).startsWith(start)),
      );
      if (whom === undefined) continue;
      const found = phrase?.includes(' ')
        ? text.slice(word.at, word.at + phrase.length)
        : withoutArticle(word.text) === plain(word.text)
          ? word.text
          : word.text.slice(word.text.search(/['’]/) + 1);
      hits.set(word.at, {
        found,
        at: word.at,
        kind: isNumber ? 'number' : 'word',
        about: whom.text,
      });
    }
  }
  return [...hits.values()].sort((a, b) => a.at - b.at);
}
