/*
 * A session: a lesson, a workshop, a talk held for several people (or for one, week after week), with who was
 * there. Attendance is recorded for each person, because a course is paid and certified by the hours somebody
 * was present (adult schools want a share of the lessons), and a list of names on paper gets lost.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { clockTime, MINUTES_OF_DAY, minutesOf } from '../dates/clock-time.ts';
import { longText, requiredText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

/** `expected` until the register is called. */
export const sessionAttendances = ['expected', 'present', 'absent', 'excused'] as const;
export type SessionAttendance = (typeof sessionAttendances)[number];

const MOST_PARTICIPANTS = 200;
const MOST_GUESTS = 400;

export const sessionDetails = z
  .strictObject({
    /** Code of the vocabulary `serviceTypes`. */
    type: code,
    title: requiredText(160),
    heldOn: calendarDate,
    start: clockTime.optional(),
    minutes: z.int().min(5).max(1440).optional(),
    place: shortText(160).optional(),
    ledBy: shortText(120).optional(),
    mediator: shortText(120).optional(),
    /** Of those whom its activity only counts, how many came. */
    counted: z.int().min(0).max(100_000).optional(),
    note: longText(2000).optional(),
  })
  .refine(
    ({ start, minutes }) =>
      start === undefined || minutesOf(start) + (minutes ?? 0) <= MINUTES_OF_DAY,
    { message: 'ends on the next day', path: ['minutes'] },
  );
export type SessionDetails = z.infer<typeof sessionDetails>;

export const sessionParticipants = z
  .array(z.strictObject({ personId: z.uuid(), attendance: z.enum(sessionAttendances) }))
  .max(MOST_PARTICIPANTS)
  .refine((list) => new Set(list.map((one) => one.personId)).size === list.length, {
    message: 'somebody is listed twice',
  });

/** Participants of its activity who have no case file. */
export const sessionGuests = z
  .array(z.strictObject({ participantId: z.uuid(), attendance: z.enum(sessionAttendances) }))
  .max(MOST_GUESTS)
  .refine((list) => new Set(list.map((one) => one.participantId)).size === list.length, {
    message: 'somebody is listed twice',
  });
