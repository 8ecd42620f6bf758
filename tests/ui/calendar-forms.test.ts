import { describe, expect, test } from 'vitest';
import {
  countOf,
  newAppointmentDraft,
  readAppointmentDraft,
  recurrenceOf,
} from '#ui/features/appointments/appointment-draft.ts';
import {
  areMinutes,
  newServiceDraft,
  readServiceDraft,
} from '#ui/features/services/service-draft.ts';
import { parseTypedTime } from '#ui/i18n/times.ts';

const worker = '00000000-0000-7000-8000-000000000001';
const person = { id: '00000000-0000-7000-8000-000000000002', listedName: 'Warsame Amina' };

describe('a typed time', () => {
  test.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9:30', '09:30'],
    ['09.05', '09:05'],
    ['18h15', '18:15'],
    [' 0000 ', '00:00'],
  ])('%s is %s', (typed, time) => {
    expect(parseTypedTime(typed)).toBe(time);
  });

  test.each(['', '24', '9:60', '9:3', 'nove', '12345', '-9'])('«%s» is none', (typed) => {
    expect(parseTypedTime(typed)).toBeUndefined();
  });
});

describe('a service being written', () => {
  test('is today, by oneself, in person, and lacks only what was done', () => {
    const draft = newServiceDraft('2026-11-21', worker);
    expect(readServiceDraft(draft)).toBeUndefined();
    expect(readServiceDraft({ ...draft, type: 'INF', minutes: '15' })).toEqual({
      type: 'INF',
      doneOn: '2026-11-21',
      minutes: 15,
      channel: 'inPerson',
      attendance: 'attended',
      workerId: worker,
    });
    expect(readServiceDraft({ ...draft, type: 'INF' })?.minutes).toBeUndefined();
  });

  test('does not take for minutes what is not', () => {
    for (const typed of ['', '0', '90', '1440']) expect(areMinutes(typed), typed).toBe(true);
    for (const typed of ['1441', '-1', '1.5', 'un’ora']) expect(areMinutes(typed)).toBe(false);
  });
});

describe('an appointment being written', () => {
  const draft = newAppointmentDraft({ on: '2026-11-24', workerId: worker, people: [person] });

  test('has a length only with an hour', () => {
    expect(readAppointmentDraft(draft)).toEqual({
      on: '2026-11-24',
      kind: 'talk',
      personIds: [person.id],
      workerId: worker,
    });
    expect(readAppointmentDraft({ ...draft, start: '10:00' })).toMatchObject({ minutes: 60 });
    expect(readAppointmentDraft({ ...draft, start: '23:30' })).toBeUndefined();
    expect(readAppointmentDraft({ ...draft, people: [] })).toBeUndefined();
  });

  test('says how many it makes before it is saved', () => {
    expect(recurrenceOf({ ...draft, rhythm: 'weekly' })).toBeUndefined();
    const series = { ...draft, rhythm: 'fortnightly' as const, until: '2026-12-24' };
    expect(recurrenceOf(series)).toEqual({ unit: 'week', every: 2, until: '2026-12-24' });
    expect(countOf(series)).toBe(3);
    expect(countOf({ ...series, until: '2026-11-01' })).toBe(0);
  });
});
