/*
 * Ge'ez syllables: Unicode lays each consonant out as a row of eight with the vowels in a fixed order, so
 * the reading follows from the position (Unicode Standard, Ethiopic blocks). The sixth order is read with
 * a short vowel or with none, as the word wants it: it becomes the mark for a vowel that may be there.
 */
import { maybeVowel } from './spelling-marks.ts';

const FIRST = 0x1200;
const VOWELS = ['e', 'u', 'i', 'a', 'e', maybeVowel, 'o', 'wa'];
const ROUNDED_VOWELS = ['we', 'wu', 'wi', 'wa', 'we', 'w', 'wo', 'wa'];

// A row written with a w is one of the rounded consonants.
const ROWS =
  "h l h m s r s sh q qw q qw b v t ch h hw n gn ' k kw kh khw w ' z zh y d d j g gw g t ch p ts ts f p".split(
    ' ',
  );

/** Rows of the extended block, from U+2D80: one syllable each, then rows of eight from U+2DA0. */
const EXTENDED_SINGLES =
  "lwa mwa rwa swa shwa bwa twa chwa nwa gnwa 'a zwa dwa dwa jwa twa chwa pwa pwa gwa gwi gwe gwe".split(
    ' ',
  );
const EXTENDED_ROWS = 'sh ch zh ch q k kh g'.split(' ');
const SUPPLEMENT_ROWS = ['mw', 'bw', 'fw', 'pw'];
const SUPPLEMENT_VOWELS = ['a', 'i', 'e', 'e'];

function syllable(consonant: string, order: number): string {
  // The silent carriers sound as their vowel; the first order of them is an a.
  if (consonant === "'") return order === 0 || order === 7 ? 'a' : (VOWELS[order] ?? 'a');
  if (consonant.length > 1 && consonant.endsWith('w')) {
    return consonant.slice(0, -1) + (ROUNDED_VOWELS[order] ?? '');
  }
  return consonant + (VOWELS[order] ?? '');
}

/** Latin reading of one syllable, or undefined for a character of another script. */
export function ethiopicToLatin(char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (code >= FIRST && code <= 0x1357) {
    const consonant = ROWS[(code - FIRST) >> 3];
    return consonant === undefined ? undefined : syllable(consonant, (code - FIRST) & 7);
  }
  if (code >= 0x1358 && code <= 0x135a) return ['rya', 'mya', 'fya'][code - 0x1358];
  if (code >= 0x1380 && code <= 0x138f) {
    return `${SUPPLEMENT_ROWS[(code - 0x1380) >> 2]}${SUPPLEMENT_VOWELS[(code - 0x1380) & 3]}`;
  }
  if (code >= 0x2d80 && code <= 0x2d96) return EXTENDED_SINGLES[code - 0x2d80];
  if (code >= 0x2da0 && code <= 0x2dde) {
    return syllable(EXTENDED_ROWS[(code - 0x2da0) >> 3] ?? '', (code - 0x2da0) & 7);
  }
  return undefined;
}
