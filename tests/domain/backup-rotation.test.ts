import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupsToRemove } from '#domain/backups/rotation.ts';
import { addDays } from '#domain/dates/calendar-date.ts';

const everyDay = (count: number) =>
  Array.from({ length: count }, (_, ago) => {
    const madeOn = addDays('2026-11-21', -ago);
    return { id: madeOn, madeOn };
  });

test('of a copy a day for a year, the last seven stay and the last one of each of six months', () => {
  const copies = everyDay(365);
  const removed = new Set(backupsToRemove(copies));
  expect(copies.map(({ id }) => id).filter((id) => !removed.has(id))).toEqual([
    '2026-11-21',
    '2026-11-20',
    '2026-11-19',
    '2026-11-18',
    '2026-11-17',
    '2026-11-16',
    '2026-11-15',
    '2026-10-31',
    '2026-09-30',
    '2026-08-31',
    '2026-07-31',
    '2026-06-30',
  ]);
});

test('the newest always stays, and up to seven nothing is taken away', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 60 }),
      (ages) => {
        const copies = ages
          .toSorted((a, b) => a - b)
          .map((ago, index) => ({ id: `${index}`, madeOn: addDays('2026-11-21', -ago) }));
        const removed = backupsToRemove(copies);
        expect(removed).not.toContain('0');
        expect(copies.length - removed.length).toBeGreaterThanOrEqual(Math.min(7, copies.length));
        expect(copies.length - removed.length).toBeLessThanOrEqual(13);
      },
    ),
  );
});
