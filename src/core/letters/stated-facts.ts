/*
 * What a letter says about a person, kept with the issued letter, so that printing it again next year shows
 * the same letter. Only facts that somebody ticked and the template allows are in it; where a code stands in
 * the place of the name, the name is not in it either.
 */

import { z } from 'zod';
import { documentStates } from '#domain/people/identity-document.ts';
import { personDetails } from '#domain/people/person.ts';

const fields = personDetails.shape;

const permit = z.strictObject({
  title: z.string().optional(),
  number: z.string().optional(),
  state: z.enum(documentStates),
  expiry: z.enum(['known', 'none', 'notStated', 'unknown']),
  expiresOn: z.string().optional(),
});

export const statedFactsSchema = z.strictObject({
  given: z.string(),
  family: z.string(),
  initials: z.string(),
  caseNumber: z.string(),
  isMinor: z.boolean(),
  /** Nobody recorded here can sign for the child. */
  lacksGuardian: z.boolean().default(false),
  needsInterpreter: z.boolean().default(false),
  /** The case number is printed; letters from before this field always printed it when ticked. */
  showsCaseNumber: z.boolean().default(true),
  birth: fields.birth,
  ageBand: z.strictObject({ from: z.int(), to: z.int().optional() }).optional(),
  sex: fields.sex.optional(),
  nationalities: fields.nationalities.optional(),
  fiscalCode: z.string().optional(),
  legalStatus: fields.legalStatus,
  permit: permit.optional(),
  permitExpiry: permit.pick({ expiry: true, expiresOn: true }).optional(),
  permitRequest: permit
    .pick({ title: true, number: true, state: true })
    .extend({ askedOn: z.string().optional() })
    .optional(),
  decision: z
    .strictObject({
      notifiedOn: z.string(),
      due: z.string().optional(),
      /** The term was not read on the act: it is the shortest there is. */
      isAssumed: z.boolean(),
    })
    .optional(),
  address: fields.address,
  city: z.string().optional(),
  contact: fields.contact,
  safeContact: z.strictObject({ value: z.string(), hours: z.string().optional() }).optional(),
  languages: fields.languages.optional(),
  household: z.strictObject({ people: z.int(), minors: z.int() }).optional(),
  guardian: z
    .strictObject({
      name: z.string(),
      decree: z.string().optional(),
      court: z.string().optional(),
    })
    .optional(),
  education: z
    .strictObject({
      level: z.string(),
      subject: z.string().optional(),
      country: z.string().optional(),
      years: z.int().optional(),
      titleHeld: z.string(),
    })
    .optional(),
  work: z.array(z.strictObject({ occupation: z.string(), years: z.int().optional() })).optional(),
  receptionExitOn: z.string().optional(),
});
export type StatedFacts = z.infer<typeof statedFactsSchema>;
