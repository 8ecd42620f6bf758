import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadResources } from '#core/resources/load-resources.ts';
import {
  addWorkingDays,
  easterOf,
  isClosedDay,
  isWorkingDay,
} from '#domain/deadlines/working-days.ts';
import { root } from '../rules/source-files.ts';

const { holidays } = loadResources(join(root, 'resources'));

describe('working days', () => {
  test.each([
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('Easter of %i is on %s', (year, day) => {
    expect(easterOf(year)).toBe(day);
  });

  test('Easter Monday and the fixed holidays are no working days, Saturdays are', () => {
    for (const day of ['2026-04-06', '2026-12-08', '2027-01-06', '2026-08-15', '2026-11-22']) {
      expect(isWorkingDay(day, holidays), day).toBe(false);
    }
    for (const day of ['2026-11-21', '2026-11-23', '2026-04-07']) {
      expect(isWorkingDay(day, holidays), day).toBe(true);
    }
  });

  test('4 October is a holiday since 2026', () => {
    expect(isWorkingDay('2025-10-04', holidays)).toBe(true);
    expect(isWorkingDay('2027-10-04', holidays)).toBe(false);
  });

  test('offices are shut on Saturdays all the same', () => {
    expect(isClosedDay('2026-11-21', holidays)).toBe(true);
    expect(isClosedDay('2026-11-23', holidays)).toBe(false);
  });

  test('the day itself does not count', () => {
    expect(addWorkingDays('2026-11-16', 1, holidays)).toBe('2026-11-17');
    expect(addWorkingDays('2026-12-23', 3, holidays)).toBe('2026-12-29');
  });
});
