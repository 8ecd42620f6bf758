import { describe, expect, test } from 'vitest';
import { formatDate, parseTypedDate, partialDatePhrase, toTypedDate } from '#ui/i18n/dates.ts';

describe('a typed date', () => {
  test.each([
    ['12/03/2026', '2026-03-12'],
    ['1/2/2026', '2026-02-01'],
    ['12.03.2026', '2026-03-12'],
    ['12-3-26', '2026-03-12'],
    [' 12 03 2026 ', '2026-03-12'],
    ['12032026', '2026-03-12'],
    ['2026-03-12', '2026-03-12'],
  ])('is read from %s', (typed, day) => {
    expect(parseTypedDate(typed)).toBe(day);
  });

  test.each(['', '31/02/2026', '3/13/2026', '12/03', 'ieri', '00/00/0000', '12/03/20266'])(
    'is not guessed from "%s"',
    (typed) => {
      expect(parseTypedDate(typed)).toBeUndefined();
    },
  );

  test('comes back as it would be typed', () => {
    expect(toTypedDate('2026-03-02')).toBe('02/03/2026');
    expect(toTypedDate(undefined)).toBe('');
  });

  test('reads the day before the month in both languages', () => {
    expect(formatDate('2026-03-02', 'it')).toBe('2 mar 2026');
    expect(formatDate('2026-03-02', 'en')).toBe('2 Mar 2026');
  });
});

describe('a partly known date', () => {
  const words = {
    about: (years: string) => `about ${years}`,
    declared: 'as told',
    estimated: 'estimated',
    assigned: 'assigned',
  };
  const phrase = (date: Parameters<typeof partialDatePhrase>[0]) =>
    partialDatePhrase(date, 'en', words);

  test('says nothing more when a paper shows it', () => {
    expect(phrase({ year: 1994, month: 3, day: 12, certainty: 'documented' })).toBe('12 Mar 1994');
    expect(phrase({ year: 1994, month: 3, certainty: 'documented' })).toBe('Mar 1994');
    expect(phrase({ year: 1994, certainty: 'documented' })).toBe('1994');
  });

  test('says how it is known otherwise', () => {
    expect(phrase({ year: 1994, certainty: 'estimated' })).toBe('about 1994');
    expect(phrase({ year: 1990, lastYear: 1994, certainty: 'estimated' })).toBe('about 1990–1994');
    expect(phrase({ year: 1990, lastYear: 1994, certainty: 'declared' })).toBe(
      '1990–1994 (as told)',
    );
    expect(phrase({ year: 1994, month: 3, certainty: 'estimated' })).toBe('Mar 1994 (estimated)');
    expect(phrase({ year: 1990, month: 1, day: 1, certainty: 'assigned' })).toBe(
      '1 Jan 1990 (assigned)',
    );
    expect(phrase({ year: 1990, certainty: 'declared' })).toBe('1990 (as told)');
  });
});
