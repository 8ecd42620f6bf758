/*
 * An appointment of the desk, with or without somebody of the register. Days and hours are those on the wall:
 * whoever comes at nine comes at nine on both sides of a change of the clock. What was planned is kept when it
 * is missed, cancelled or moved, because offices count a missed appointment against a person and somebody must
 * be able to say what happened.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { type ClockTime, clockTime, MINUTES_OF_DAY, minutesOf } from '../dates/clock-time.ts';
import type { ServiceChannel } from '../services/service.ts';
import { longText, shortText } from '../text.ts';

export const appointmentKinds = [
  'talk',
  'office',
  'accompaniment',
  'hearing',
  'medical',
  'lesson',
  'homeVisit',
  'call',
  'meeting',
  'other',
] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

export const appointmentStates = ['planned', 'kept', 'missed', 'cancelled', 'moved'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** States somebody can set; `moved` comes from moving. */
export const recordedStates = ['planned', 'kept', 'missed', 'cancelled'] as const;

/** In a series: this appointment alone, or with all that come after it. */
export const seriesScopes = ['one', 'following'] as const;
export type SeriesScope = (typeof seriesScopes)[number];

export const appointmentDetails = z
  .strictObject({
    on: calendarDate,
    /** Without it the appointment takes the day, as «in the morning» or «bring the papers». */
    start: clockTime.optional(),
    minutes: z.int().min(5).max(1440).optional(),
    kind: z.enum(appointmentKinds),
    about: shortText(160).optional(),
    personIds: z.array(z.uuid()).max(20),
    /** The user it is with. */
    workerId: z.uuid().optional(),
    place: shortText(160).optional(),
    note: longText(600).optional(),
  })
  .refine(({ start, minutes }) => (start === undefined) === (minutes === undefined), {
    message: 'a time and a length go together',
    path: ['minutes'],
  })
  .refine(
    ({ start, minutes }) =>
      start === undefined || minutesOf(start) + (minutes ?? 0) <= MINUTES_OF_DAY,
    { message: 'ends on the next day', path: ['minutes'] },
  )
  .refine(({ personIds }) => new Set(personIds).size === personIds.length, {
    message: 'somebody is listed twice',
    path: ['personIds'],
  })
  .refine(({ personIds, about }) => personIds.length > 0 || Boolean(about), {
    message: 'says neither with whom nor about what',
    path: ['about'],
  });
export type AppointmentDetails = z.infer<typeof appointmentDetails>;

interface TakenTime {
  start?: ClockTime | undefined;
  minutes?: number | undefined;
}

/** True when both have a time of the same day and share a minute of it; one may begin as the other ends. */
export function overlap(a: TakenTime, b: TakenTime): boolean {
  if (a.start === undefined || b.start === undefined) return false;
  const [from, other] = [minutesOf(a.start), minutesOf(b.start)];
  return from < other + (b.minutes ?? 0) && other < from + (a.minutes ?? 0);
}

/** What a kept appointment usually was, as a service: type and channel. It can be changed afterwards. */
export const servicesOfKinds: Record<AppointmentKind, { type: string; channel: ServiceChannel }> = {
  talk: { type: 'INF', channel: 'inPerson' },
  office: { type: 'DOC', channel: 'inPerson' },
  accompaniment: { type: 'ACC', channel: 'accompaniment' },
  hearing: { type: 'LEG', channel: 'accompaniment' },
  medical: { type: 'ACC', channel: 'accompaniment' },
  lesson: { type: 'ITA', channel: 'inPerson' },
  homeVisit: { type: 'SOC', channel: 'homeVisit' },
  call: { type: 'INF', channel: 'phone' },
  meeting: { type: 'ORI', channel: 'inPerson' },
  other: { type: 'ORI', channel: 'inPerson' },
};
