import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gradeOf } from '#domain/vault/passphrase-strength.ts';
import { root } from '../rules/source-files.ts';

const languages = ['it', 'en', 'fr'] as const;

const wordsOf = (language: string) =>
  (
    JSON.parse(readFileSync(join(root, `resources/passphrases/${language}.json`), 'utf8')) as {
      words: string[];
    }
  ).words;

const lists = new Map(languages.map((language) => [language, wordsOf(language)]));
const bitsOf = (passphrase: string) => gradeOf(passphrase, lists).bits;

describe('the strength of a passphrase', () => {
  test.each(languages)('counts five words of the %s list as what they are', (language) => {
    const words = [3, 500, 900, 1300, 2000].map((index) => wordsOf(language)[index]);
    expect(gradeOf(words.join(' '), lists)).toEqual({ bits: 55, grade: 'strong' });
    expect(gradeOf(words.slice(0, 3).join(' '), lists).grade).toBe('weak');
  });

  test('knows words of all three languages, also beside each other and with capitals', () => {
    const mixed = ['lanterna', 'Mountain', 'FONTAINE'];
    expect(mixed.filter((word) => bitsOf(word) > 14)).toEqual([]);
  });

  test.each([
    ['lanterna', 'l4nt3rn4'],
    ['lanterna', '1anterna'],
    ['mountain', 'm0unt@in'],
    ['castello', 'ca$t3ll0'],
  ])('is not taken in by signs for letters: %s as %s', (word, disguised) => {
    expect(bitsOf(disguised)).toBeLessThanOrEqual(Math.max(bitsOf(word), 14) + 2);
    expect(bitsOf(`${word} ${disguised}`)).toBeLessThan(bitsOf(word) + 17);
  });

  test.each([
    'aaaaaaaaaaaaaaaaaaaa',
    'qwertyuiop',
    '1234567890',
    'lanterna lanterna lanterna lanterna',
    '1984 1985',
  ])('gives next to nothing for %s', (passphrase) => {
    expect(gradeOf(passphrase, lists).grade).toBe('weak');
  });

  test('takes random signs for what they are', () => {
    expect(gradeOf('x9#Kq2vLw8!Rt5zB', lists).grade).toBe('strong');
  });
});

/** Differ by one letter put in, left out or exchanged: heard or read wrong, they are one word. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}

describe.each(languages)('the %s words', (language) => {
  const words = wordsOf(language);

  test('are at least 2,048, each once, in plain letters', () => {
    expect(words.length).toBeGreaterThanOrEqual(2048);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([]);
    expect([...words].sort()).toEqual(words);
  });

  test('are told apart by more than one letter', () => {
    const near = words.flatMap((one, index) =>
      words.slice(index + 1).flatMap((other) => (isNear(one, other) ? [`${one} ${other}`] : [])),
    );
    expect(near).toEqual([]);
  });
});
