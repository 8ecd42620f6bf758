import { describe, expect, test } from 'vitest';
import { appointmentDetails, overlap } from '#domain/appointments/appointment.ts';
import { MOST_OCCURRENCES, occurrencesOf } from '#domain/appointments/recurrence.ts';
import { clockTime, clockTimeOf, minutesOf } from '#domain/dates/clock-time.ts';
import { weekdayOf, weekOf } from '#domain/dates/week.ts';

const weekly = (first: string, until: string, every = 1) =>
  occurrencesOf(first, { unit: 'week', every, until });
const monthly = (first: string, until: string, every = 1) =>
  occurrencesOf(first, { unit: 'month', every, until });

describe('the days of a series', () => {
  test('come back on the same weekday, the first and the last included', () => {
    expect(weekly('2026-11-24', '2026-12-15')).toEqual([
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
    ]);
    expect(weekly('2026-11-24', '2026-12-14')).toHaveLength(3);
  });

  test('stay on the weekday over both changes of the clock and over a leap day', () => {
    for (const [first, until] of [
      ['2026-03-24', '2026-04-07'],
      ['2026-10-20', '2026-11-03'],
      ['2028-02-22', '2028-03-07'],
    ] as const) {
      expect(new Set(weekly(first, until).map(weekdayOf))).toEqual(new Set([1]));
    }
  });

  test('every two weeks skips one', () => {
    expect(weekly('2026-12-21', '2027-01-20', 2)).toEqual([
      '2026-12-21',
      '2027-01-04',
      '2027-01-18',
    ]);
  });

  test('a series of the 31st is held to the end of shorter months and comes back', () => {
    expect(monthly('2027-12-31', '2028-05-31')).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
      '2028-05-31',
    ]);
  });

  test('a quarter begins where it began', () => {
    expect(monthly('2026-11-30', '2027-08-30', 3)).toEqual([
      '2026-11-30',
      '2027-02-28',
      '2027-05-30',
      '2027-08-30',
    ]);
  });

  test('is empty when it ends before it begins, and never endless', () => {
    expect(weekly('2026-11-24', '2026-11-23')).toEqual([]);
    expect(weekly('2026-11-24', '2099-01-01')).toHaveLength(MOST_OCCURRENCES + 1);
  });
});

describe('hours and weeks', () => {
  test('a week begins on Monday', () => {
    expect(weekOf('2026-11-22')).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ]);
    expect(weekOf('2027-01-01')[0]).toBe('2026-12-28');
  });

  test('hours are read and written back', () => {
    for (const time of ['00:00', '08:05', '23:59']) expect(clockTimeOf(minutesOf(time))).toBe(time);
    for (const wrong of ['24:00', '8:00', '08:60', '', '08:00:00', 'ore 8']) {
      expect(clockTime.safeParse(wrong).success, wrong).toBe(false);
    }
  });
});

describe('two appointments', () => {
  test('overlap when they share a minute, not when one follows the other', () => {
    const ten = { start: '10:00', minutes: 60 };
    expect(overlap(ten, { start: '10:30', minutes: 15 })).toBe(true);
    expect(overlap(ten, { start: '09:30', minutes: 31 })).toBe(true);
    expect(overlap(ten, { start: '11:00', minutes: 30 })).toBe(false);
    expect(overlap(ten, { start: '09:00', minutes: 60 })).toBe(false);
    expect(overlap(ten, {})).toBe(false);
  });
});

describe('an appointment', () => {
  const plain = { on: '2026-11-24', kind: 'talk', personIds: [], about: 'Prova' };
  const accepts = (more: object) => appointmentDetails.safeParse({ ...plain, ...more }).success;

  test('says with whom or about what', () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ about: ' \u202e\u0007 ' })).toBe(false);
    expect(accepts({ about: undefined })).toBe(false);
  });

  test('has an hour with its length, and ends on its day', () => {
    expect(accepts({ start: '10:00' })).toBe(false);
    expect(accepts({ minutes: 30 })).toBe(false);
    expect(accepts({ start: '23:30', minutes: 30 })).toBe(true);
    expect(accepts({ start: '23:30', minutes: 45 })).toBe(false);
  });
});
