import { z } from 'zod';
import { letterDetails, letterStates } from '#domain/casework/letter.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { letterFacts } from '#domain/documents/letter-template.ts';
import { desk, procedure } from './procedure.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });

const letter = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  state: z.enum(letterStates),
  protocol: z.string().optional(),
  issuedOn: calendarDate.optional(),
  answeredOn: calendarDate.optional(),
  organisationName: z.string(),
  details: letterDetails,
});
export type Letter = z.infer<typeof letter>;

const letterTemplateSummary = z.strictObject({
  code: z.string(),
  title: z.string(),
  organisationKinds: z.array(z.string()),
  allowedFacts: z.array(z.enum(letterFacts)),
  usualFacts: z.array(z.enum(letterFacts)),
  request: z.string(),
  attachments: z.array(z.string()),
  replyWithinDays: z.int(),
});
export type LetterTemplateSummary = z.infer<typeof letterTemplateSummary>;

const letterProcedures = {
  'letters.templates': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(letterTemplateSummary) }),
    role: desk,
    kind: 'query',
  }),
  'letters.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(letter) }),
    role: desk,
    kind: 'query',
  }),
  /** Gives the letter its protocol number and keeps what it said; refused without valid consent. */
  'letters.issue': procedure({
    input: z.strictObject({ personId: z.uuid(), details: letterDetails }),
    output: z.strictObject({ id: z.uuid(), protocol: z.string() }),
    role: desk,
    kind: 'mutation',
  }),
  'letters.recordReply': procedure({
    input: z.strictObject({ id: z.uuid(), answeredOn: calendarDate }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};

export const caseworkProcedures = {
  ...letterProcedures,
};
