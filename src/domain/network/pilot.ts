/*
 * A pilot of a city with a grant of its own (CONSOLIDATE: "one pilot per city with €30,000"), made with associations
 * of migrants. Its money stands in the ledger of the programme; here is what was to be reached with it, and when.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText } from '../text.ts';

export const pilotDetails = z
  .strictObject({
    programmeId: z.uuid(),
    name: requiredText(160),
    /** The city or office it is tried in. */
    organisationId: z.uuid().optional(),
    grantCents: z.int().min(1).max(1_000_000_000),
    from: calendarDate.optional(),
    to: calendarDate.optional(),
    /** The associations that designed it together with the city. */
    associationIds: z.array(z.uuid()).max(40).default([]),
    about: longText(600).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'ends before it begins',
    path: ['to'],
  });
export type PilotDetails = z.output<typeof pilotDetails>;
