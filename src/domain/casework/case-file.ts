import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';

/** Why a file was closed (domain dossier 4.10). */
export const closureReasons = [
  'goalsReached',
  'autonomyReached',
  'transferred',
  'movedAway',
  'declined',
  'noContact',
  'notEligible',
  'programmeEnded',
  'deceased',
  'duplicate',
  'other',
] as const;

/** What happened to a file after it was opened; kept, so that nobody has to remember who followed whom. */
const caseEventKinds = ['assigned', 'transferred', 'closed', 'reopened'] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

/** `APP-2026-K7QM2`: a prefix, the year of opening and random characters that say nothing. */
const caseNumber = z.string().regex(/^[A-Z]{2,6}-\d{4}-[0-9A-HJKMNP-TV-Z]{5}$/);

export const caseFile = z.strictObject({
  number: caseNumber,
  openedOn: calendarDate,
  closedOn: calendarDate.optional(),
  closureReason: z.enum(closureReasons).optional(),
});
