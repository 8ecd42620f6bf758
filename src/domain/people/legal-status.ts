/*
 * On what ground somebody stays, as a line of periods: asylum seeker, then refused, then in appeal, then
 * recognised. Each keeps the authority, the decision and the day it was notified, because legal terms run
 * from notification and not from the decision (D.lgs. 25/2008, art. 35-bis). The present one is what lists,
 * reports and letters call the person's legal status.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';
import { endsAfterItBegins, endsBeforeItBegins, periodFields } from './period.ts';

export const decisions = ['pending', 'granted', 'refused', 'appeal', 'withdrawn'] as const;

export const legalStatusDetails = z
  .strictObject({
    /** Code of the vocabulary `legalStatuses`. */
    status: code,
    ...periodFields,
    authority: shortText(160).optional(),
    decision: z.enum(decisions).optional(),
    decidedOn: calendarDate.optional(),
    notifiedOn: calendarDate.optional(),
    /** Number of the file or of the decision. */
    reference: shortText(80).optional(),
    /** Who defends them in it: name, and how to reach them. */
    lawyer: shortText(160).optional(),
    note: longText(400).optional(),
  })
  .refine(endsAfterItBegins, endsBeforeItBegins);
