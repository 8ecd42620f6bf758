/*
 * School, work and housing, each as rows over time. Levels are those of ISCED 2011, occupations the major
 * groups of ISCO-08, housing the ETHOS types with the adequate ones beside them: the funds ask for exactly
 * these. A title that cannot safely be asked for at home is kept apart from one that was lost, because the
 * way to recognition differs (D.lgs. 251/2007, art. 26).
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, shortText } from '../text.ts';
import { code, countryCode } from '../vocabularies/code.ts';
import { endsAfterItBegins, endsBeforeItBegins, periodFields, yearOfLife } from './period.ts';

export const titleHoldings = ['held', 'copy', 'lost', 'unsafeToAskFor', 'none', 'unknown'] as const;

export const recognitions = ['notAsked', 'underWay', 'recognised', 'refused'] as const;

export const educationDetails = z.strictObject({
  /** Code of the vocabulary `educationLevels`: ISCED 0 to 9. */
  level: code,
  subject: shortText(160).optional(),
  country: countryCode.optional(),
  place: shortText(160).optional(),
  yearsCompleted: z.int().min(0).max(40).optional(),
  endedYear: yearOfLife.optional(),
  titleHeld: z.enum(titleHoldings),
  recognition: z.enum(recognitions).optional(),
  recognitionAskedOn: calendarDate.optional(),
  note: longText(400).optional(),
});

export const workDetails = z
  .strictObject({
    /** Code of the vocabulary `employmentStatuses`. */
    status: code,
    /** Code of the vocabulary `occupationGroups`: ISCO-08 major group 0 to 9. */
    occupationGroup: code.optional(),
    occupation: shortText(160).optional(),
    employer: shortText(160).optional(),
    country: countryCode.optional(),
    isNow: z.boolean(),
    ...periodFields,
    years: z.int().min(0).max(70).optional(),
    note: longText(400).optional(),
  })
  .refine(endsAfterItBegins, endsBeforeItBegins);

export const housingDetails = z
  .strictObject({
    /** Code of the vocabulary `housingSituations`. */
    situation: code,
    ...periodFields,
    note: longText(400).optional(),
  })
  .refine(endsAfterItBegins, endsBeforeItBegins);
