import { z } from 'zod';
import { need } from '#domain/assessments/need.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { desk, procedure } from './procedure.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });

const recordedNeed = need.extend({ recordedOn: calendarDate });
export type RecordedNeed = z.infer<typeof recordedNeed>;

export const assessmentProcedures = {
  'needs.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(recordedNeed) }),
    role: desk,
    kind: 'query',
  }),
  /** Records where the person stands today in one domain; earlier records are kept. */
  'needs.record': procedure({
    input: z.strictObject({ personId: z.uuid(), need }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};
