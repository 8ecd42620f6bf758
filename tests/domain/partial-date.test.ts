import { describe, expect, test } from 'vitest';
import { bandOf, unhcrAgeBands } from '#domain/dates/age-band.ts';
import {
  agesOn,
  countingAgeOn,
  looksAssigned,
  type PartialDate,
  partialDate,
  rangeOf,
  sortKeyOf,
} from '#domain/dates/partial-date.ts';

const year: PartialDate = { year: 2008, certainty: 'estimated' };
const day: PartialDate = { year: 2008, month: 11, day: 21, certainty: 'documented' };

describe('partial dates', () => {
  test('a day without its month, or one that does not exist, is refused', () => {
    expect(partialDate.safeParse({ year: 2008, day: 3, certainty: 'declared' }).success).toBe(
      false,
    );
    const thirtyFirst = { year: 2008, month: 11, day: 31, certainty: 'declared' };
    expect(partialDate.safeParse(thirtyFirst).success).toBe(false);
  });

  test('a year alone stands for all its days', () => {
    expect(rangeOf(year)).toEqual({ earliest: '2008-01-01', latest: '2008-12-31' });
    expect(agesOn(year, '2026-06-01')).toEqual({ min: 17, max: 18 });
    expect(agesOn(day, '2026-11-21')).toEqual({ min: 18, max: 18 });
  });

  test('counting takes the middle of what is possible', () => {
    expect(countingAgeOn(year, '2026-06-30')).toBe(17);
    expect(countingAgeOn(year, '2026-07-01')).toBe(18);
  });

  test('sort in the order of time, less known ones first', () => {
    const dates: PartialDate[] = [day, { ...day, year: 1990 }, year];
    expect(dates.map(sortKeyOf).sort()).toEqual(['1990-11-21', '2008-00-00', '2008-11-21']);
  });

  test('a first of January that no paper shows looks assigned', () => {
    expect(looksAssigned({ year: 1994, month: 1, day: 1, certainty: 'declared' })).toBe(true);
    expect(looksAssigned({ year: 1994, month: 1, day: 1, certainty: 'documented' })).toBe(false);
  });

  test('UNHCR bands end where UNHCR ends them', () => {
    const bands = [0, 4, 5, 11, 12, 17, 18, 59, 60, 99].map((age) => bandOf(age, unhcrAgeBands));
    expect(bands).toEqual([
      ...['0-4', '0-4', '5-11', '5-11', '12-17', '12-17'],
      ...['18-59', '18-59', '60+', '60+'],
    ]);
    expect(bandOf(undefined, unhcrAgeBands)).toBe('unknown');
  });
});
