/*
 * Lists of codes the register uses: legal statuses, reception types, life domains and others. They are
 * data with a source and the day somebody last compared them with it, because laws and programmes change
 * and an association must see how old a list is. Labels are in locales, under the same code.
 */
import { z } from 'zod';
import { specificNeedTiers } from '../assessments/specific-need.ts';
import { vulnerabilities } from '../assessments/vulnerability.ts';
import { calendarDate } from '../dates/calendar-date.ts';
import { code, countryCode, languageCode } from './code.ts';

export const sourced = { source: z.string().min(3), checkedOn: calendarDate };

const vocabulary = z.strictObject({
  ...sourced,
  items: z.array(z.strictObject({ code })).min(1),
});

const countryList = z.strictObject({
  ...sourced,
  items: z
    .array(
      z.strictObject({
        alpha3: countryCode,
        alpha2: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .optional(),
      }),
    )
    .min(200),
});

const languageList = z.strictObject({
  ...sourced,
  items: z
    .array(z.strictObject({ code: languageCode, tag: z.string().min(2).max(20).optional() }))
    .min(20),
});

/**
 * `recipient`: who is named when consent is given; `usualBasis`: of `legalBases`; `afterWithdrawal`: what must be done when it is
 * withdrawn.
 */
const consentPurposeList = z.strictObject({
  ...sourced,
  items: z
    .array(
      z.strictObject({
        code,
        recipient: z.enum(['organisation', 'named', 'none']),
        usualBasis: code,
        afterWithdrawal: z.array(code).min(1),
      }),
    )
    .min(1),
});

/** How many members: `to` is absent in the last. */
const memberBandList = z.strictObject({
  ...sourced,
  items: z
    .array(z.strictObject({ code, from: z.int().min(1), to: z.int().min(1).optional() }))
    .min(2)
    .refine(
      (bands) =>
        bands.every(
          ({ from }, index) => from === (index === 0 ? 1 : (bands[index - 1]?.to ?? 0) + 1),
        ),
      'bands leave a gap',
    ),
});

/** `isSpecial`: a category of Art. 9 or 10 GDPR. */
const dataCategoryList = z.strictObject({
  ...sourced,
  items: z.array(z.strictObject({ code, isSpecial: z.boolean() })).min(1),
});

const specificNeedList = z.strictObject({
  ...sourced,
  version: z.string().min(1).max(20),
  items: z
    .array(
      z.strictObject({
        code,
        tier: z.enum(specificNeedTiers),
        isSuperseded: z.boolean().optional(),
        /** What it is by Italian law; absent where the law has no name for it. */
        vulnerability: z.enum(vulnerabilities).optional(),
      }),
    )
    .min(1),
});

/**
 * `serviceType`: what its sessions are for whoever has a case file. `isTraining`: counted as a training by AMIF.
 * `isPublic`: names in it can end up before everybody's eyes.
 */
const activityKindList = z.strictObject({
  ...sourced,
  items: z
    .array(
      z.strictObject({ code, serviceType: code, isTraining: z.boolean(), isPublic: z.boolean() }),
    )
    .min(1),
});

/** Everything the page needs to offer choices; labels come from locales or from CLDR by `alpha2`/`tag`. */
export const vocabularies = z.strictObject({
  legalStatuses: vocabulary,
  receptionTypes: vocabulary,
  documentTypes: vocabulary,
  residenceTitles: vocabulary,
  educationLevels: vocabulary,
  occupationGroups: vocabulary,
  employmentStatuses: vocabulary,
  housingSituations: vocabulary,
  lifeDomains: vocabulary,
  consentPurposes: consentPurposeList,
  legalBases: vocabulary,
  dataCategories: dataCategoryList,
  specificNeeds: specificNeedList,
  organisationKinds: vocabulary,
  attachmentKinds: vocabulary,
  serviceTypes: vocabulary,
  activityKinds: activityKindList,
  declineReasons: vocabulary,
  referralOutcomes: vocabulary,
  associationForms: vocabulary,
  associationReaches: vocabulary,
  memberBands: memberBandList,
  activityFields: vocabulary,
  communityRegions: vocabulary,
  communityNeeds: vocabulary,
  benchmarkIndicators: vocabulary,
  countries: countryList,
  languages: languageList,
});
export type Vocabularies = z.infer<typeof vocabularies>;
export type VocabularyName = Exclude<keyof Vocabularies, 'countries' | 'languages'>;
