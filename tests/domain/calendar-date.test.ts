import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  calendarDate,
  dayNumber,
  daysBetween,
} from '#domain/dates/calendar-date.ts';

const anyDate = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays('1900-01-01', days));

describe('calendar dates', () => {
  test('refuse days that do not exist', () => {
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '']) {
      expect(calendarDate.safeParse(wrong).success, wrong).toBe(false);
    }
    expect(calendarDate.safeParse('2028-02-29').success).toBe(true);
  });

  test('add months and hold to the end of a shorter one', () => {
    expect(addMonths('2025-08-31', 18)).toBe('2027-02-28');
    expect(addMonths('2025-05-21', 18)).toBe('2026-11-21');
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
  });

  test('days added and counted agree', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
    expect(dayNumber('0001-01-01')).toBe(0);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
  });

  test('an age changes on the birthday, on 28 February for the 29th', () => {
    expect(ageOn('2008-11-22', '2026-11-21')).toBe(17);
    expect(ageOn('2008-11-21', '2026-11-21')).toBe(18);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(18);
    expect(ageOn('2008-02-29', '2026-02-27')).toBe(17);
  });
});
