/*
 * How two spellings of a name are brought together. Italian permits, foreign passports and the person's
 * own hand give different spellings of the same name, so a search that wants the letters exactly misses
 * people and creates duplicates. Two keys are kept a word: `folded` ignores case, diacritics and script;
 * `skeleton` keeps only the consonants that survive a change of spelling habit (Mohamed, Muhammad, Mehmet).
 */
import { transliterate } from './transliterate.ts';

export interface SearchKey {
  /** The word in plain Latin letters and digits. */
  folded: string;
  /** Its consonants, with letters that spellings swap merged; at least one character. */
  skeleton: string;
}

const PAIRS: [RegExp, string][] = [
  [/tch|tsch|sch|sh|ch|zh|dj|dzh/g, 'j'],
  [/kh|gh|ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/th|dh/g, 't'],
  [/ks|x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z|ts/g, 's'],
  [/d/g, 't'],
  [/g/g, 'k'],
  [/w|u(?=[aeio])/g, 'v'],
  [/p/g, 'b'],
];

function skeletonOf(folded: string): string {
  if (/^\d+$/.test(folded)) return folded;
  let word = folded.replace(/(.)\1+/g, '$1');
  for (const [pattern, replacement] of PAIRS) word = word.replace(pattern, replacement);
  const lead = /^[aeiouyh]/.test(word) ? 'a' : '';
  return lead + word.replace(/[aeiouyh]/g, '') || folded.slice(0, 1);
}

/** Words of a name or a query in search form. Joining marks (hyphen, apostrophe) split no word. */
export function searchKeysOf(text: string): SearchKey[] {
  return transliterate(text)
    .replace(/[-‐‑.'’ʼ]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 24)
    .map((folded) => ({ folded, skeleton: skeletonOf(folded) }));
}
