import { describe, expect, test } from 'vitest';
import { errorCodes } from '#api/errors.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { languagesOnDisk, pluralEnding, type Texts, textsOf } from '../support/locales.ts';

const italian = textsOf('it');
const nameOf = (key: string) => key.replace(pluralEnding, '');
const namesOf = (texts: Texts) => new Set([...texts.keys()].map(nameOf));
const without = (some: Iterable<string>, others: Set<string>) =>
  [...some].filter((one) => !others.has(one)).sort();

/** `{{count}}`, and the `{page}` of the typesetter. */
const marksOf = (text: string): string[] => [...(text.match(/{+[^}]+}+/g) ?? [])].sort();

/** Whether `form` stands for one number only, which may then be said in words: "one page", "صفحتان". */
function isOneNumber(form: string, language: string): boolean {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
  return numbers.filter((number) => rules.select(number) === form).length <= 1;
}

function hasOtherMarks(key: string, text: string, language: string): boolean {
  const [, form] = pluralEnding.exec(key) ?? [];
  const original = italian.get(form ? `${nameOf(key)}_other` : key) ?? '';
  const [own, expected] = [marksOf(text), marksOf(original)];
  if (form && isOneNumber(form, language)) return own.some((mark) => !expected.includes(mark));
  return `${own}` !== `${expected}`;
}

/** Words that are the same in both languages, and names. */
const SAME_BY_RIGHT = [
  'Approdo',
  'Questura di Torino',
  'un codice fiscale',
  'Lo dice la persona',
  'Vista una copia',
];

test('every language with a folder is offered', () => {
  expect([...languagesOnDisk].sort()).toEqual([...interfaceLanguages].sort());
});

describe.each(interfaceLanguages.map((language) => [language]))('%s', (language) => {
  const texts = textsOf(language);

  test('has every text, and none that the program no longer has', () => {
    expect(without(namesOf(italian), namesOf(texts))).toEqual([]);
    expect(without(namesOf(texts), namesOf(italian))).toEqual([]);
  });

  test('has the forms of its plurals, and no other', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    const counted = new Map<string, string[]>();
    for (const key of texts.keys()) {
      const [, form] = pluralEnding.exec(key) ?? [];
      if (form) counted.set(nameOf(key), [...(counted.get(nameOf(key)) ?? []), form].sort());
    }
    const wrong = [...counted].filter(([, found]) => `${found}` !== `${forms}`);
    expect(wrong).toEqual([]);
    // A text that is counted in Italian is counted in every language.
    const plurals = [...italian.keys()].filter((key) => pluralEnding.test(key)).map(nameOf);
    expect(without(plurals, new Set(counted.keys()))).toEqual([]);
  });

  test('has the same values in the same texts', () => {
    expect([...texts].filter(([key, text]) => hasOtherMarks(key, text, language))).toEqual([]);
  });

  test('has something to say in every text', () => {
    expect([...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('says nothing longer than two words in Italian', () => {
    if (language === 'it') return;
    const same = [...texts].filter(
      ([key, text]) =>
        !SAME_BY_RIGHT.includes(text) &&
        italian.get(key) === text &&
        (text.replace(/{+[^}]+}+/g, '').match(/\p{Letter}{2,}/gu) ?? []).length > 2,
    );
    expect(same).toEqual([]);
  });

  test('has a sentence for every way to fail', () => {
    const short = errorCodes.filter((code) => (texts.get(`errors:${code}`)?.length ?? 0) <= 35);
    expect(short).toEqual([]);
  });
});
