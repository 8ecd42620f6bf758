import { z } from 'zod';
import { consentDetails } from '#domain/consents/consent.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { desk, procedure } from './procedure.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });

const consent = z.strictObject({
  id: z.uuid(),
  details: consentDetails,
  withdrawnOn: calendarDate.optional(),
  organisationName: z.string().optional(),
  state: z.enum(['valid', 'notYet', 'expired', 'withdrawn']),
});
export type Consent = z.infer<typeof consent>;

export const consentProcedures = {
  'consents.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(consent) }),
    role: desk,
    kind: 'query',
  }),
  'consents.give': procedure({
    input: z.strictObject({ personId: z.uuid(), details: consentDetails }),
    output: z.strictObject({ id: z.uuid() }),
    role: desk,
    kind: 'mutation',
  }),
  'consents.withdraw': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};
