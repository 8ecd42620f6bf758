import { expect, test } from 'vitest';
import { quickPeriodOn } from '#ui/features/reports/periods.ts';

test('quarters and years are whole', () => {
  expect(quickPeriodOn('thisQuarter', '2026-11-21')).toEqual({
    from: '2026-10-01',
    to: '2026-12-31',
  });
  expect(quickPeriodOn('lastQuarter', '2026-11-21')).toEqual({
    from: '2026-07-01',
    to: '2026-09-30',
  });
  expect(quickPeriodOn('thisYear', '2026-11-21')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
});

test('the quarter before the first one is in the year before', () => {
  expect(quickPeriodOn('lastQuarter', '2026-02-01')).toEqual({
    from: '2025-10-01',
    to: '2025-12-31',
  });
});
