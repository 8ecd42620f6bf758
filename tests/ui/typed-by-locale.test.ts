import { describe, expect, test } from 'vitest';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { parseTypedDate } from '#ui/i18n/dates.ts';
import { localeOf } from '#ui/i18n/languages.ts';
import { numberSigns } from '#ui/i18n/number-signs.ts';
import { parseTypedTime } from '#ui/i18n/times.ts';

describe('what is typed', () => {
  test.each([
    ['١٢/٣/٢٠٢٦', '2026-03-12'],
    ['۱۲.۰۳.۲۰۲۶', '2026-03-12'],
    ['12.03.2026', '2026-03-12'],
  ])('is read with the digits and signs of the keyboard: %s', (typed, day) => {
    expect(parseTypedDate(typed)).toBe(day);
  });

  test('as a time too', () => {
    expect(parseTypedTime('٩:٣٠')).toBe('09:30');
    expect(parseTypedTime('۱۴۱۵')).toBe('14:15');
  });
});

test('sums are typed with the signs with which they are shown, and the two are never the same', () => {
  const signs = interfaceLanguages.map((language) => [language, numberSigns(localeOf(language))]);
  expect(Object.fromEntries(signs)).toMatchObject({
    it: { decimal: ',', group: '.' },
    en: { decimal: '.', group: ',' },
    fr: { decimal: ',' },
    es: { decimal: ',', group: '.' },
    uk: { decimal: ',' },
  });
  for (const language of interfaceLanguages) {
    const { decimal, group } = numberSigns(localeOf(language));
    expect(decimal).not.toBe(group);
  }
});
