/*
 * What somebody typed by hand and this recipient should not read: a permit number in a letter to a school, a
 * diagnosis in one to an employer, the name of somebody who is to stay a code. The template says what is
 * excluded; here it is looked for. It is a warning and not a lock, because a word list is never right about
 * everything, and it is shown before printing, because afterwards nobody can take it back.
 */
import { z } from 'zod';
import { sourced } from '../vocabularies/vocabulary.ts';
import type { ExcludedContent } from './letter-template.ts';

const wordStarts = z.array(z.string().min(3).max(40)).min(1);

/** Beginnings of words, by what they give away. */
export const letterWords = z.strictObject({
  ...sourced,
  words: z.strictObject({
    health: wordStarts,
    violence: wordStarts,
    trafficking: wordStarts,
    asylumReasons: wordStarts,
    legalStay: wordStarts,
    irregularStay: wordStarts,
    consulate: wordStarts,
  }),
});
export type LetterWords = z.infer<typeof letterWords>;

/** Names that must not be typed. */
export interface NamesToFind {
  own: readonly string[];
  others: readonly string[];
}

export interface TextWarning {
  content: ExcludedContent;
  /** Which field of the letter. */
  field: string;
  /** What was found, as typed. */
  found: string;
}

const PATTERNS: Partial<Record<ExcludedContent, RegExp>> = {
  // A card's letter and eight digits, a postal receipt of twelve, a file number of ten.
  permitNumber: /(?<![\p{L}\p{N}])(?:[A-Z]{1,2} ?\d{7,8}|\d{12}|\d{10})(?![\p{L}\p{N}])/u,
  fiscalCode:
    /(?<![\p{L}\p{N}])[A-Z]{6}[0-9L-V]{2}[A-Z][0-9L-V]{2}[A-Z][0-9L-V]{3}[A-Z](?![\p{L}\p{N}])/iu,
  phone: /(?<![\p{L}\p{N}])\+?\d(?:[ ./-]?\d){7,13}(?![\p{L}\p{N}])/u,
};

const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('it');

function wordBeginning(text: string, starts: readonly string[]): string | undefined {
  const plain = folded(text);
  for (const start of starts) {
    const at = plain.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(folded(start))}`, 'u'));
    if (at >= 0) return /^[\p{L}\p{N}’'-]+/u.exec(plain.slice(at))?.[0] ?? start;
  }
  return undefined;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words of names that are long enough not to be found in every sentence. */
function nameIn(text: string, names: readonly string[]): string | undefined {
  const words = names.flatMap((name) => name.split(/\s+/u)).filter((word) => word.length > 2);
  const plain = folded(text);
  return words.find((word) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${escaped(folded(word))}(?![\\p{L}\\p{N}])`, 'u').test(plain),
  );
}

function find(
  content: ExcludedContent,
  text: string,
  { words, names }: { words: LetterWords['words']; names: NamesToFind },
): string | undefined {
  const pattern = PATTERNS[content];
  if (pattern) return pattern.exec(text)?.[0];
  if (content === 'ownName') return nameIn(text, names.own);
  if (content === 'otherPeople') return nameIn(text, names.others);
  if (Object.hasOwn(words, content))
    return wordBeginning(text, words[content as keyof typeof words]);
  return undefined;
}

/** One warning for each field and kind of content, in the order of the fields. */
export function checkFreeText(
  fields: readonly (readonly [field: string, text: string])[],
  excluded: readonly ExcludedContent[],
  using: { words: LetterWords['words']; names: NamesToFind },
): TextWarning[] {
  return fields.flatMap(([field, text]) =>
    excluded.flatMap((content) => {
      const found = find(content, text, using);
      return found === undefined ? [] : [{ content, field, found }];
    }),
  );
}
