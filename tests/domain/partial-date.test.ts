import { describe, expect, test } from 'vitest';
import { bandOf, unhcrAgeBands } from '#domain/dates/age-band.ts';
import {
  agesOn,
  birthFromAge,
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

  test('a span of years goes forward, has no month, and sorts before its first year', () => {
    const span: PartialDate = { year: 1990, lastYear: 1994, certainty: 'estimated' };
    expect(rangeOf(span)).toEqual({ earliest: '1990-01-01', latest: '1994-12-31' });
    expect(agesOn(span, '2026-11-21')).toEqual({ min: 31, max: 36 });
    expect(countingAgeOn(span, '2026-11-21')).toBe(34);
    expect(
      [
        { ...span, month: 3 },
        { ...span, lastYear: 1990 },
        { ...span, lastYear: 2090 },
      ].map((date) => partialDate.safeParse(date).success),
    ).toEqual([false, false, false]);
    const year1990: PartialDate = { year: 1990, certainty: 'declared' };
    const year1989: PartialDate = { year: 1989, month: 12, day: 31, certainty: 'declared' };
    const dates = [year1990, span, year1989];
    expect(dates.sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))).toEqual([
      year1989,
      span,
      year1990,
    ]);
  });

  test('an age on a day leaves two years of birth possible, and gives the age back', () => {
    for (const on of ['2026-11-21', '2024-02-29', '2026-01-01', '2026-12-31']) {
      for (const age of [0, 17, 18, 63]) {
        const birth = birthFromAge(age, on);
        expect(partialDate.safeParse(birth).success).toBe(true);
        const { min, max } = agesOn(birth, on);
        expect(min <= age && age <= max && max - min <= 2, `${age} on ${on}`).toBe(true);
      }
    }
    expect(birthFromAge(30, '2026-11-21')).toEqual({
      year: 1995,
      lastYear: 1996,
      certainty: 'estimated',
    });
    expect(birthFromAge(30, '2026-12-31')).toEqual({ year: 1996, certainty: 'estimated' });
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
