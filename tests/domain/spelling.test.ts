import { describe, expect, test } from 'vitest';
import { type NameWord, nameWordsOf } from '#domain/names/name-words.ts';
import { soundKeysOf } from '#domain/names/sound-keys.ts';
import { isOneSlipApart, wordLikeness } from '#domain/names/word-likeness.ts';
import { phoneQueriesOf, phoneWordsOf } from '#domain/people/phone-words.ts';
import { differentNames } from './spelling-pairs/different-names.ts';
import { heldOutDifferent, heldOutSame } from './spelling-pairs/held-out-names.ts';
import { sameNames } from './spelling-pairs/same-names.ts';

type Pair = readonly [string, string];

function wordOf(text: string): NameWord {
  const { units } = nameWordsOf(text);
  const [word] = units;
  if (!word || units.length !== 1) throw new Error(`${text} is not one word`);
  return word;
}

const isAlike = ([a, b]: Pair) => wordLikeness(wordOf(a), wordOf(b)) !== undefined;

/** Found only if they also meet under a key: nothing else is compared. */
function meets([a, b]: Pair): boolean {
  const [one, other] = [wordOf(a), wordOf(b)];
  if (one.family !== undefined && one.family === other.family) return true;
  const keys = soundKeysOf(one.phones);
  return isAlike([a, b]) && soundKeysOf(other.phones).some((key) => keys.includes(key));
}

const shareOf = (pairs: readonly Pair[], holds: (pair: Pair) => boolean) =>
  pairs.filter(holds).length / pairs.length;

describe('spellings of one name', () => {
  test('there are enough of them to say anything', () => {
    expect(sameNames.length).toBeGreaterThanOrEqual(300);
    expect(differentNames.length).toBeGreaterThanOrEqual(100);
  });

  test('are taken for one name', () => {
    expect(sameNames.filter((pair) => !meets(pair)).length).toBeLessThanOrEqual(8);
  });

  test('are told from names that only look near', () => {
    expect(differentNames.filter(isAlike)).toEqual([]);
  });

  test('also where the reading was not made for them', () => {
    expect(shareOf(heldOutSame, meets)).toBeGreaterThan(0.85);
    expect(shareOf(heldOutDifferent, isAlike)).toBeLessThan(0.1);
  });
});

describe('names of two words', () => {
  test.each([
    ['Abdul Rahman', 'عبد الرحمن'],
    ['Abd er-Rahman', 'Abdulrahman'],
    ['Nur ad-Din', 'Noureddine'],
    ['Gebre Mariam', 'ገብረማርያም'],
    ['Abu Bakr', 'أبو بكر'],
  ])('%s is one name with %s, and its parts are kept', (first, second) => {
    expect(isAlike([first, second])).toBe(true);
    expect(nameWordsOf(first).parts).not.toEqual([]);
  });

  test('an article or a word for son is no part of the name', () => {
    const folded = (text: string) => nameWordsOf(text).units.map((word) => word.folded);
    expect(folded('Al-Hasan')).toEqual(['hasan']);
    expect(folded('Ali bin Omar')).toEqual(['ali', 'omar']);
    expect(folded('El')).toEqual(['el']);
  });
});

describe('slips of the hand', () => {
  test.each([
    ['warsame', 'warsme'],
    ['warsame', 'warssame'],
    ['warsame', 'warsamo'],
    ['warsame', 'wrasame'],
  ])('%s and %s are one slip apart', (a, b) => expect(isOneSlipApart(a, b)).toBe(true));

  test.each([
    ['warsame', 'warsame'],
    ['warsame', 'warmsea'],
    ['omar', 'omer'],
    ['rahimi', 'karimu'],
  ])('%s and %s are not', (a, b) => expect(isOneSlipApart(a, b)).toBe(false));
});

describe('phone numbers', () => {
  const finds = (typed: string, kept: string) =>
    phoneQueriesOf(typed).some((digits) =>
      phoneWordsOf(kept).some((word) => word.startsWith(digits)),
    );

  test.each(['+39 350 123 4567', '0039 3501234567', '350 1234567', '350.123', '4567', '234567'])(
    '%s finds +39 350 123 4567',
    (typed) => expect(finds(typed, '+39 350 123 4567')).toBe(true),
  );

  test('a prefix typed before a number kept without one does no harm', () => {
    expect(finds('+39 350 1234567', '350 1234567')).toBe(true);
    expect(finds('+251 91 123 4567', '091 123 4567')).toBe(true);
  });

  test('another number is another number, and a name is none', () => {
    expect(finds('350 1234568', '+39 350 123 4567')).toBe(false);
    expect(phoneQueriesOf('Amina 1234')).toEqual([]);
    expect(phoneQueriesOf('12')).toEqual([]);
  });
});
