/*
 * A meeting with a community (IN.CO.NT.RO: sixteen, one for each community, "rilevazione di esperienze, bisogni e
 * istanze"). People are counted, not named: somebody who came to a public meeting did not ask to be in a register.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { community } from '../directory/migrant-association.ts';
import { longText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const attendeeSexes = ['female', 'male', 'unknown'] as const;
/** Coarse, because heads are counted from a table at the door. */
export const attendeeAges = ['0-17', '18-59', 'from60', 'unknown'] as const;

const attendees = z.strictObject({
  sex: z.enum(attendeeSexes),
  age: z.enum(attendeeAges),
  people: z.int().min(1).max(10_000),
});
export type Attendees = z.output<typeof attendees>;

export const meetingDetails = z.strictObject({
  programmeId: z.uuid().optional(),
  community,
  heldOn: calendarDate,
  place: shortText(120).optional(),
  attendees: z
    .array(attendees)
    .max(attendeeSexes.length * attendeeAges.length)
    .refine(
      (list) => new Set(list.map(({ sex, age }) => `${sex} ${age}`)).size === list.length,
      'stands twice',
    )
    .default([]),
  /** Associations that took part. */
  associationIds: z.array(z.uuid()).max(60).default([]),
  needs: z
    .array(
      z.strictObject({
        /** Code of `communityNeeds`. */
        need: code,
        /** As they said it. */
        words: shortText(300).optional(),
      }),
    )
    .max(40)
    .default([]),
  note: longText(1000).optional(),
});
export type MeetingDetails = z.output<typeof meetingDetails>;

export const countAttendees = (list: readonly Attendees[]): number =>
  list.reduce((sum, { people }) => sum + people, 0);

/** How often each need was raised, the most frequent first. */
export function countNeeds(meetings: readonly Pick<MeetingDetails, 'needs'>[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { need } of meetings.flatMap((one) => one.needs)) {
    counts.set(need, (counts.get(need) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b));
}
