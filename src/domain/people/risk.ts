/*
 * How much danger somebody is in, on a day, with the reason in a few words (protection case management: a level
 * decides how soon they are seen again). It is an opinion that ages, so each is a row and the latest counts.
 * What happened, who threatens and what was agreed for safety belong to protected notes: everybody at the desk
 * reads this line.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { shortText } from '../text.ts';

export const riskLevels = ['high', 'medium', 'low', 'none'] as const;

export const riskDetails = z.strictObject({
  level: z.enum(riskLevels),
  assessedOn: calendarDate,
  reason: shortText(240).optional(),
});
