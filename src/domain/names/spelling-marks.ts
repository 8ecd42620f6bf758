/*
 * Marks that a reading in Latin letters carries where the source script leaves the sound open. They are
 * capitals and signs, so that they never meet a letter of the reading, which is lower case.
 */

/** A short vowel that may be spoken and is not written (Arabic between consonants, Ge'ez sixth order). */
export const maybeVowel = '°';
/** و: u, o, w or v. */
export const wawMark = 'W';
/** ي and ى: i, e, y or ai. */
export const yaMark = 'Y';
/** ع and hamza seats: any vowel, or none. */
export const ainMark = '*';
/** Cyrillic г: g for some, h for others. */
export const hardGMark = 'Q';

const PLAIN: Record<string, string> = {
  [maybeVowel]: '',
  [wawMark]: 'u',
  [yaMark]: 'i',
  [ainMark]: 'a',
  [hardGMark]: 'g',
};

/** The reading in plain letters: what is compared letter by letter. */
export function withoutMarks(spelt: string): string {
  return spelt
    .replace(/^W/u, 'w')
    .replace(/^Y/u, 'y')
    .replace(/[°WY*Q]/gu, (mark) => PLAIN[mark] ?? '');
}
