import { expect, test } from 'vitest';
import { readPartialDate, toPartialDateDraft } from '#ui/components/partial-date-draft.ts';

const typed = (day: string, month: string, year: string, lastYear = '') =>
  readPartialDate({ day, month, year, lastYear, certainty: 'declared' });

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
  expect(typed('', '', '1994', '1990')).toEqual({ problem: 'notASpan' });
  expect(typed('', '3', '1990', '1994')).toEqual({ problem: 'notASpan' });
});

test('a date survives being edited without a change', () => {
  const date = { year: 1994, month: 3, certainty: 'assigned' as const };
  expect(readPartialDate(toPartialDateDraft(date))).toEqual({ date });
  const span = { year: 1990, lastYear: 1994, certainty: 'estimated' as const };
  expect(readPartialDate(toPartialDateDraft(span))).toEqual({ date: span });
});
