/*
 * Ge'ez syllables: Unicode lays each consonant out as a row of eight with the vowels in a fixed order,
 * so the reading follows from the position (Unicode Standard, Ethiopic block).
 */
const FIRST = 0x1200;
const VOWELS = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa'];

const ROWS =
  'h l h m s r s sh q q q q b v t ch h h n gn a k k k k w a z zh y d d j g g g t ch p ts ts f p'.split(
    ' ',
  );

/** Latin reading of one syllable, or undefined for a character of another script. */
export function ethiopicToLatin(char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (code < FIRST || code > 0x1357) return undefined;
  const consonant = ROWS[(code - FIRST) >> 3];
  const vowel = VOWELS[(code - FIRST) & 7] ?? '';
  if (consonant === undefined) return undefined;
  if (consonant === 'a') return vowel === '' ? 'e' : vowel === 'e' ? 'a' : vowel;
  return consonant + vowel;
}
