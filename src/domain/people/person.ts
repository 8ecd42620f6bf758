/*
 * A person as the register knows them. Which fields: intake practice of Italian reception and the UNHCR
 * registration minimum. Only a name and the date of registration are demanded:
 * forms that insist on more are filled with invented answers, and those end in official letters.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { partialDate } from '../dates/partial-date.ts';
import { isOwnName, personName } from '../names/person-name.ts';
import { urgencies } from '../referrals/referral.ts';
import { longText, requiredText, shortText } from '../text.ts';
import { code, countryCode, languageCode } from '../vocabularies/code.ts';
import { contactKinds } from './contact.ts';

export const sexes = ['female', 'male', 'other', 'unknown'] as const;

export const languageLevels = ['none', 'basic', 'good', 'native'] as const;

/** Of the Common European Framework; `preA1` is learning to read and write. Funders of language courses ask for it. */
export const cefrLevels = ['preA1', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
/** On whose word: the person's, a test of a course, a certificate that an office accepts. */
export const cefrSources = ['self', 'test', 'certificate'] as const;

const personLanguage = z.strictObject({
  language: languageCode,
  level: z.enum(languageLevels),
  needsInterpreter: z.boolean(),
  /** Present when it was asked about. */
  reads: z.boolean().optional(),
  writes: z.boolean().optional(),
  /** Papers they take home are made in this one, whatever else they speak. */
  forPapers: z.boolean().optional(),
  cefr: z.strictObject({ level: z.enum(cefrLevels), source: z.enum(cefrSources) }).optional(),
});

export const literacies = ['none', 'ownScript', 'latinScript', 'both'] as const;

export const civilStatuses = [
  'single',
  'married',
  'cohabiting',
  'separated',
  'divorced',
  'widowed',
  'unknown',
] as const;

/** How somebody came to Italy. Programmes for corridors and resettlement ask for it. */
export const arrivalWays = [
  'ownMeans',
  'corridor',
  'resettlement',
  'evacuation',
  'relocation',
  'reunification',
  'bornHere',
  'other',
] as const;

/** How somebody came to the association. */
export const doors = [
  'alone',
  'wordOfMouth',
  'office',
  'association',
  'outreach',
  'hotline',
  'other',
] as const;

export const interpreterWishes = ['woman', 'man'] as const;

/** The contact to try first; all of them are rows of their own. */
const presentContact = z.strictObject({
  kind: z.enum(contactKinds),
  value: requiredText(160),
  safe: z.boolean(),
});

/** The last stay; all of them are rows of their own. */
const reception = z.strictObject({
  /** Code of the vocabulary `receptionTypes`. */
  type: code,
  exitOn: calendarDate.optional(),
});

export const personDetails = z.strictObject({
  names: z
    .array(personName)
    .min(1)
    .max(20)
    .refine(
      ([first]) => first === undefined || isOwnName(first),
      'the first is a name of the person',
    ),
  birth: partialDate.optional(),
  birthCountry: countryCode.optional(),
  birthPlace: shortText(120).optional(),
  /** The first time, as far as it is known; each entry that starts a term is a step of the procedure. */
  enteredItaly: partialDate.optional(),
  arrivalWay: z.enum(arrivalWays).optional(),
  /**
   * Where they set foot in Europe first, as they say: which country examines the claim can hang on it
   * (Reg. (EU) 604/2013, now 2024/1351). Never asked for at the door.
   */
  firstEntry: partialDate.optional(),
  firstEntryCountry: countryCode.optional(),
  firstEntryPlace: shortText(120).optional(),
  /** The way they came, in a few words; empty unless they want it written down. */
  route: longText(400).optional(),
  sex: z.enum(sexes),
  /** In the person's own words; empty when they did not say. */
  gender: shortText(80).optional(),
  /** How they want to be spoken of. */
  pronoun: shortText(40).optional(),
  /** First one counts in reports; alpha-3 codes incl. the ICAO ones for statelessness. */
  nationalities: z.array(countryCode).max(5),
  /** The country they left, which need not be that of a passport or of birth. */
  originCountry: countryCode.optional(),
  languages: z.array(personLanguage).max(12),
  /** Whom they want to be interpreted by; empty when it is all the same to them, or nobody asked. */
  interpreterWish: z.enum(interpreterWishes).optional(),
  literacy: z.enum(literacies).optional(),
  civilStatus: z.enum(civilStatuses).optional(),
  /** How many live on what this person earns, here or abroad; ties say who. */
  dependants: z.int().min(0).max(30).optional(),
  /** As on the card; also provisional, STP or ENI. Never checked on saving, see `fiscal-code.ts`. */
  fiscalCode: shortText(32).optional(),
  cameThrough: z.enum(doors).optional(),
  /** The office or person who sent them. */
  sentBy: shortText(160).optional(),
  /** What they asked for when they came first, in their own words. */
  request: longText(600).optional(),
  /** How soon somebody had to act when they came; those of referrals, so that nobody learns two scales. */
  urgency: z.enum(urgencies).optional(),
  // The next four are the present ones of a history. Registering begins it; a change that leaves them out leaves
  // the history alone, one that names them corrects its present row.
  contact: presentContact.optional(),
  /** Code of the vocabulary `legalStatuses`. */
  legalStatus: code.optional(),
  reception: reception.optional(),
  address: shortText(200).optional(),
  note: longText(2000).optional(),
});

export type PersonDetails = z.infer<typeof personDetails>;
