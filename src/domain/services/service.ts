/*
 * A service: what was done for one person on one day, in the time it takes to say it. Funders ask for number,
 * kind and duration of services and whether a mediator was there (the services listed for SAI projects by the
 * decree of the Ministry of the Interior of 18 November 2019); the desk asks when somebody was last seen. If
 * noting it took longer than ten seconds it would not be noted, and a person nobody has seen for two months
 * would look the same as one who comes every week.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const serviceChannels = [
  'inPerson',
  'phone',
  'message',
  'homeVisit',
  'accompaniment',
  'group',
] as const;
export type ServiceChannel = (typeof serviceChannels)[number];

/** `noShow`: the person was awaited. `cancelled`: somebody said so before. */
export const serviceAttendances = ['attended', 'noShow', 'cancelled'] as const;

/** How long most services take; anything else is typed. */
export const usualMinutes = [10, 15, 30, 60] as const;

export const serviceDetails = z.strictObject({
  /** Code of the vocabulary `serviceTypes`. */
  type: code,
  doneOn: calendarDate,
  minutes: z.int().min(0).max(1440).optional(),
  channel: z.enum(serviceChannels),
  attendance: z.enum(serviceAttendances),
  /** The user who did it. */
  workerId: z.uuid(),
  /** The name of who mediated, a user or anybody else. */
  mediator: shortText(120).optional(),
  place: shortText(160).optional(),
  outcome: shortText(300).optional(),
  note: longText(2000).optional(),
});
export type ServiceDetails = z.infer<typeof serviceDetails>;
