/*
 * How many guesses a passphrase withstands, for somebody who knows our word lists and tries words before
 * letters. A copied register can be attacked for years, so what counts is the number of equally likely
 * passphrases, in bits: five words of our lists have 55. Measured low on purpose: repeated words and signs,
 * rows of the keyboard and years add next to nothing.
 */
export const passphraseGrades = ['weak', 'fair', 'strong'] as const;
export type PassphraseGrade = (typeof passphraseGrades)[number];

const FAIR_BITS = 40;
const STRONG_BITS = 55;
/** Names, places, other languages: words that people choose and that are on no list of ours. */
const UNLISTED_WORD_BITS = 14;
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '01234567890',
  '09876543210',
];

const isRow = (text: string) => text.length >= 3 && ROWS.some((row) => row.includes(text));

/** Of something that is no word: by the kinds of signs in it, runs and repetitions counted once. */
function bitsOfSigns(text: string): number {
  if (isRow(text.toLowerCase())) return 4;
  const distinct = text.replace(/(.)\1+/gu, '$1').replace(/(..+?)\1+/gu, '$1');
  if (/^(19|20)\d\d$/.test(distinct)) return 6;
  const kinds: [RegExp, number][] = [
    [/\p{Ll}|\p{Lo}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{N}/u, 10],
    [/[^\p{L}\p{N}]/u, 20],
  ];
  const signs = kinds.reduce((sum, [kind, size]) => (kind.test(distinct) ? sum + size : sum), 0);
  return [...distinct].length * Math.log2(Math.max(signs, 2));
}

/** Signs that people put for letters, and think nobody knows: "p4ssw0rd". */
const LETTER_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};
/** For knowing which letters were written as signs. */
const BITS_OF_DISGUISE = 2;

/** The word behind a token with letters and signs for letters; undefined for any other token. */
function undisguised(token: string): string | undefined {
  const word = [...token].map((sign) => LETTER_FOR[sign] ?? sign).join('');
  return word !== token && /^\p{L}{4,}$/u.test(word) && /\p{L}/u.test(token) ? word : undefined;
}

function bitsOfWord(word: string, listed: (word: string) => number | undefined): number {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const size = listed(plain);
  if (size !== undefined) return Math.log2(size);
  const signs = bitsOfSigns(word);
  return /^\p{L}+$/u.test(word) ? Math.min(signs, UNLISTED_WORD_BITS) : signs;
}

export function gradeOf(
  passphrase: string,
  lists: ReadonlyMap<string, readonly string[]>,
): { bits: number; grade: PassphraseGrade } {
  const sizes = new Map<string, number>();
  for (const words of lists.values()) for (const word of words) sizes.set(word, words.length);
  const listed = (word: string) => sizes.get(word);
  const tokens = passphrase.normalize('NFKC').toLowerCase().split(/\s+/u);
  const seen = new Set<string>();
  const bitsOfParts = (token: string) =>
    (token.match(/\p{L}+\p{M}*|\p{N}+|[^\p{L}\p{N}\s]+/gu) ?? []).reduce((sum, part) => {
      if (seen.has(part)) return sum;
      seen.add(part);
      return sum + bitsOfWord(part, listed);
    }, 0);
  const bits = Math.floor(
    tokens.reduce((sum, token) => {
      const word = undisguised(token);
      if (word === undefined) return sum + bitsOfParts(token);
      if (seen.has(word)) return sum;
      seen.add(word);
      return sum + bitsOfWord(word, listed) + BITS_OF_DISGUISE;
    }, 0),
  );
  return { bits, grade: bits >= STRONG_BITS ? 'strong' : bits >= FAIR_BITS ? 'fair' : 'weak' };
}
