/*
 * A person as the register knows them. Which fields: intake practice of Italian reception and the UNHCR
 * registration minimum (domain dossier 4 and 7). Only a name and the date of registration are demanded:
 * forms that insist on more are filled with invented answers, and those end in official letters.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { partialDate } from '../dates/partial-date.ts';
import { personName } from '../names/person-name.ts';
import { longText, shortText } from '../text.ts';
import { code, countryCode, languageCode } from '../vocabularies/code.ts';

export const sexes = ['female', 'male', 'other', 'unknown'] as const;

export const languageLevels = ['none', 'basic', 'good', 'native'] as const;

const personLanguage = z.strictObject({
  language: languageCode,
  level: z.enum(languageLevels),
  needsInterpreter: z.boolean(),
});

export const contactKinds = ['phone', 'email', 'other'] as const;

/** `safe` is asked because a call or a message heard by the wrong person can put somebody in danger. */
const personContact = z.strictObject({
  kind: z.enum(contactKinds),
  value: shortText(160).pipe(z.string().min(1)),
  safe: z.boolean(),
});

const reception = z.strictObject({
  /** Code of the vocabulary `receptionTypes`. */
  type: code,
  exitOn: calendarDate.optional(),
});

export const personDetails = z.strictObject({
  names: z.array(personName).min(1).max(20),
  birth: partialDate.optional(),
  sex: z.enum(sexes),
  /** In the person's own words; empty when they did not say. */
  gender: shortText(80).optional(),
  /** First one counts in reports; alpha-3 codes incl. the ICAO ones for statelessness. */
  nationalities: z.array(countryCode).max(5),
  languages: z.array(personLanguage).max(12),
  contact: personContact.optional(),
  /** Code of the vocabulary `legalStatuses`. */
  legalStatus: code.optional(),
  reception: reception.optional(),
  address: shortText(200).optional(),
  note: longText(2000).optional(),
});

export type PersonDetails = z.infer<typeof personDetails>;
