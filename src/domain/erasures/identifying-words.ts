/*
 * What tells who somebody was wherever it stands: whole names in every spelling, numbers of papers, phones,
 * the number of the file. A note in somebody else's file can hold them too, and Art. 17 GDPR does not stop at
 * the edge of a file. Whole names only: a given name alone is many people's, and crossing it out everywhere
 * would spoil what is written about others.
 */
import type { PersonName } from '../names/person-name.ts';

/** Stands where something about an erased person was. It is the same in every language. */
export const crossedOut = '[…]';

const SHORTEST_NAME = 5;
const SHORTEST_NUMBER = 5;

type Spelled = Pick<PersonName, 'given' | 'family'> & { transliteration?: string | undefined };

const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Given name and family name in the orders in which people write them; one word alone is no whole name. */
export function wholeNames(names: readonly Spelled[]): string[] {
  const found = names.flatMap(({ given, family, transliteration }) => [
    ...(given && family
      ? [`${given} ${family}`, `${family} ${given}`, `${family}, ${given}`]
      : [given || family]),
    transliteration ?? '',
  ]);
  const whole = found.map(plain).filter((name) => name.length >= SHORTEST_NAME && /\s/u.test(name));
  return [...new Set(whole)];
}

/** A number as it was written, and without the blanks and dashes people put into it. */
export function numberSpellings(numbers: readonly string[]): string[] {
  const found = numbers.flatMap((number) => [plain(number), number.replace(/[\s./-]+/gu, '')]);
  return [...new Set(found)].filter((one) => one.length >= SHORTEST_NUMBER);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** In any case of letters, with any blanks between, but not inside a longer word. Longest first. */
export function patternOf(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const parts = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => escaped(word).replace(/ /g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** A found word with what stands around it, as a reader needs it to tell who is meant. */
export interface Piece {
  before: string;
  word: string;
  after: string;
}

const AROUND = 60;
const MOST_PIECES = 5;

export function piecesAround(text: string, pattern: RegExp): Piece[] {
  const plainText = text.normalize('NFC');
  return [...plainText.matchAll(pattern)].slice(0, MOST_PIECES).map(({ 0: word, index }) => ({
    before: plainText.slice(Math.max(0, index - AROUND), index),
    word,
    after: plainText.slice(index + word.length, index + word.length + AROUND),
  }));
}

export function crossOut(text: string, pattern: RegExp, mark = crossedOut): string {
  return text.normalize('NFC').replace(pattern, mark);
}
