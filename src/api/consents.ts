import { z } from 'zod';
import { consentDetails, consentStates, newConsent } from '#domain/consents/consent.ts';
import { privacyNotice } from '#domain/consents/privacy-notice.ts';
import { withholding } from '#domain/consents/withholding.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { shortText } from '#domain/text.ts';
import { code } from '#domain/vocabularies/code.ts';
import { desk, procedure } from './procedure.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });
const byId = z.strictObject({ id: z.uuid() });

const withdrawal = { by: shortText(160).optional(), reason: shortText(400).optional() };

const consent = z.strictObject({
  id: z.uuid(),
  details: consentDetails,
  withdrawnOn: calendarDate.optional(),
  withdrawal: z.strictObject(withdrawal).optional(),
  organisationName: z.string().optional(),
  state: z.enum(consentStates),
  /** Codes of what must be done after the withdrawal; empty when done or not withdrawn. */
  toDo: z.array(z.string()),
});
export type Consent = z.infer<typeof consent>;

const consentProceduresOnly = {
  /** Also says whether the person is a minor, because then somebody else gives consent. */
  'consents.list': procedure({
    input: ofPerson,
    output: z.strictObject({
      items: z.array(consent),
      isUnderAge: z.boolean(),
      comesOfAgeOn: calendarDate.optional(),
    }),
    role: desk,
    kind: 'query',
  }),
  'consents.give': procedure({
    input: z.strictObject({ personId: z.uuid(), details: newConsent }),
    output: byId,
    role: desk,
    kind: 'mutation',
  }),
  /** Counts from today. Says which letters it stops and what must be done by hand. */
  'consents.withdraw': procedure({
    input: z.strictObject({ id: z.uuid(), ...withdrawal }),
    output: z.strictObject({
      /** Protocol numbers of letters to this recipient that cannot be printed any more. */
      stoppedLetters: z.array(z.string()),
      toDo: z.array(z.string()),
    }),
    role: desk,
    kind: 'mutation',
  }),
  /** Something a withdrawal asked for was done; all of it where nothing is named. */
  'consents.recordFollowUp': procedure({
    input: byId.extend({ task: code.optional() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** Consents to sign anew at eighteen, ending until a day, or withdrawn with something left to do. */
  'consents.due': procedure({
    input: z.strictObject({ until: calendarDate }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          kind: z.enum(['signAnew', 'expiring', 'followUp']),
          consentId: z.uuid(),
          personId: z.uuid(),
          listedName: z.string(),
          due: calendarDate,
          purpose: z.string(),
          organisationName: z.string().optional(),
        }),
      ),
    }),
    role: desk,
    kind: 'query',
  }),
};

const recordedNotice = z.strictObject({ id: z.uuid(), notice: privacyNotice });
export type RecordedNotice = z.infer<typeof recordedNotice>;

const recordedWithholding = z.strictObject({
  id: z.uuid(),
  withholding,
  organisationName: z.string().optional(),
  endedOn: calendarDate.optional(),
});
export type RecordedWithholding = z.infer<typeof recordedWithholding>;

export const consentProcedures = {
  ...consentProceduresOnly,
  /** Newest first; `lastVersion` is what was given most recently to anybody. */
  'privacyNotices.list': procedure({
    input: ofPerson,
    output: z.strictObject({
      items: z.array(recordedNotice),
      lastVersion: z.string().optional(),
    }),
    role: desk,
    kind: 'query',
  }),
  'privacyNotices.give': procedure({
    input: z.strictObject({ personId: z.uuid(), notice: privacyNotice }),
    output: byId,
    role: desk,
    kind: 'mutation',
  }),
  'withholdings.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(recordedWithholding) }),
    role: desk,
    kind: 'query',
  }),
  'withholdings.record': procedure({
    input: z.strictObject({ personId: z.uuid(), withholding }),
    output: byId,
    role: desk,
    kind: 'mutation',
  }),
  'withholdings.close': procedure({
    input: z.strictObject({ id: z.uuid(), endedOn: calendarDate }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};
