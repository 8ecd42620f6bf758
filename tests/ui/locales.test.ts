import { expect, test } from 'vitest';
import { errorCodes } from '#api/errors.ts';
import { english } from '#ui/i18n/english.ts';
import { italian } from '#ui/i18n/italian.ts';

const plural = /_(zero|one|two|few|many|other)$/;

function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  const entries = Object.entries(value as Record<string, unknown>);
  return new Map(
    entries.flatMap(([key, inner]) => [...flatten(inner, path ? `${path}.${key}` : key)]),
  );
}

const texts = { it: flatten(italian), en: flatten(english) };
const namesOf = (map: Map<string, string>) =>
  [...new Set([...map.keys()].map((key) => key.replace(plural, '')))].sort();
const marksOf = (text = '') => [...text.matchAll(/{{(\w+)}}/g)].map(([, mark]) => mark).sort();

test('both languages have the same texts', () => {
  expect(namesOf(texts.en)).toEqual(namesOf(texts.it));
});

test('every plural has the forms its language needs', () => {
  const missing = (map: Map<string, string>, forms: string[]) =>
    [...map.keys()]
      .filter((key) => key.endsWith('_other'))
      .flatMap((key) => forms.map((form) => key.replace(plural, `_${form}`)))
      .filter((key) => !map.has(key));
  expect(missing(texts.it, ['one', 'many', 'other'])).toEqual([]);
  expect(missing(texts.en, ['one', 'other'])).toEqual([]);
});

test('texts with values have the same marks in both languages', () => {
  const different = [...texts.en]
    .filter(([key]) => texts.it.has(key))
    .filter(([key, text]) => `${marksOf(text)}` !== `${marksOf(texts.it.get(key))}`)
    .map(([key]) => key);
  expect(different).toEqual([]);
});

test('every way to fail has its sentences', () => {
  for (const code of errorCodes) {
    expect(texts.it.get(`errors.${code}`)?.length, code).toBeGreaterThan(40);
    expect(texts.en.get(`errors.${code}`)?.length, code).toBeGreaterThan(40);
  }
});
