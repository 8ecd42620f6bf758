import { expect, test } from 'vitest';
import { readPartialDate, toPartialDateDraft } from '#ui/components/partial-date-draft.ts';

const typed = (day: string, month: string, year: string) =>
  readPartialDate({ day, month, year, certainty: 'declared' });

test('three empty fields are no date and no mistake', () => {
  expect(typed('', ' ', '')).toEqual({ date: undefined });
});

test('the year alone is enough', () => {
  expect(typed('', '', '1994')).toEqual({ date: { year: 1994, certainty: 'declared' } });
});

test('each mistake is named', () => {
  expect(typed('', '', '94')).toEqual({ problem: 'yearNeeded' });
  expect(typed('12', '', '1994')).toEqual({ problem: 'monthNeeded' });
  expect(typed('31', '2', '1994')).toEqual({ problem: 'notADay' });
  expect(typed('x', '2', '1994')).toEqual({ problem: 'notADay' });
});

test('a date survives being edited without a change', () => {
  const date = { year: 1994, month: 3, certainty: 'assigned' as const };
  expect(readPartialDate(toPartialDateDraft(date))).toEqual({ date });
});
