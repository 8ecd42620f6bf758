import { describe, expect, test } from 'vitest';
import {
  crossOut,
  numberSpellings,
  patternOf,
  wholeNames,
} from '#domain/erasures/identifying-words.ts';
import { ageStepsOf, bandFromSteps } from '#domain/reports/counted-file.ts';
import { summaryRowOf } from '#domain/reports/summary.ts';

describe('what stays of an age', () => {
  const period = { from: '2019-01', to: '2026-12' };

  test('is one band for somebody who stayed in it, and says nothing of the day of birth', () => {
    const birth = { year: 1994, month: 3, day: 8, certainty: 'documented' } as const;
    expect(ageStepsOf(birth, period)).toBe('18-59');
    expect(ageStepsOf(undefined, period)).toBe('unknown');
  });

  test('tells the month in which a child came of age, and counts as before at every month’s end', () => {
    const birth = { year: 2007, month: 9, day: 20, certainty: 'documented' } as const;
    const steps = ageStepsOf(birth, period);
    expect(steps).toBe('5-11;2019-09:12-17;2025-09:18-59');
    for (const to of ['2019-08-31', '2019-09-30', '2025-08-31', '2025-09-30', '2026-12-31']) {
      const exact = summaryRowOf({ sex: 'male', birth }, { from: to, to }).ageBand;
      expect(bandFromSteps(steps, to), to).toBe(exact);
    }
  });
});

describe('names and numbers that are covered', () => {
  const pattern = patternOf([
    ...wholeNames([
      { given: 'Amina', family: 'Warsame' },
      { given: 'أمينة', family: 'ورسمي' },
    ]),
    ...numberSpellings(['+39 348 911-2233']),
  ]);

  test.each([
    ['AMINA  WARSAME è venuta', '[…] è venuta'],
    ['Warsame, Amina.', '[…].'],
    ['con أمينة ورسمي oggi', 'con […] oggi'],
    ['tel. +393489112233', 'tel. […]'],
    ['Amina e il signor Warsame', 'Amina e il signor Warsame'],
    ['Zamina Warsameh', 'Zamina Warsameh'],
    ['', ''],
  ])('%s', (text, covered) => {
    expect(pattern && crossOut(text, pattern)).toBe(covered);
  });

  test('one word alone is no whole name', () => {
    expect(wholeNames([{ given: '', family: 'Selam' }])).toEqual([]);
    expect(patternOf([])).toBeUndefined();
  });
});
