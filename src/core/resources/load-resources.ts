import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ActivityForm, activityForm } from '#domain/activities/activity-form.ts';
import { type AssessmentScale, assessmentScale } from '#domain/assessments/scale.ts';
import { type DeadlineRule, deadlineRuleFile } from '#domain/deadlines/deadline-rule.ts';
import { type Holidays, holidays } from '#domain/deadlines/working-days.ts';
import {
  type DocumentTexts,
  documentTexts,
  translationFaults,
} from '#domain/documents/document-texts.ts';
import { type NoticeText, noticeText } from '#domain/documents/notice-text.ts';
import { type PlanTemplate, planTemplate } from '#domain/documents/plan-template.ts';
import {
  type EnterpriseResource,
  enterpriseResource,
} from '#domain/enterprise/enterprise-resource.ts';
import { type LetterWords, letterWords } from '#domain/letters/check-free-text.ts';
import { differingKeys, type LetterFrame, letterFrame } from '#domain/letters/letter-frame.ts';
import {
  type LetterLanguage,
  type LetterTemplate,
  letterLanguages,
  letterTemplate,
} from '#domain/letters/letter-template.ts';
import { unknownCodes } from '#domain/lists/known-codes.ts';
import { type ShippedView, shippedViews } from '#domain/lists/saved-view.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import { type SinglingWords, singlingWords } from '#domain/reports/singling-words.ts';
import { type RetentionRule, retentionRuleFile } from '#domain/retention/retention-rule.ts';
import { type Vocabularies, vocabularies } from '#domain/vocabularies/vocabulary.ts';
import { type Indicators, loadIndicators } from '../indicators/load-indicators.ts';
import { loadProgrammes } from '../programmes/load-programmes.ts';
import { checkEnterprise } from './check-enterprise.ts';

const wordList = z.strictObject({
  source: z.string(),
  checkedOn: z.string(),
  language: z.string(),
  // Looked at as one text: thousands of single checks would be felt at each start.
  words: z
    .custom<string[]>((words) => Array.isArray(words) && words.length >= 2048, 'too few words')
    .refine((words) => /^(?:[a-z]{3,10} )+$/.test(`${words.join(' ')} `), 'a word is not plain')
    .refine((words) => new Set(words).size === words.length, 'a word stands twice'),
});

export interface Resources {
  /** Programmes to start from, by code; read and checked once, at the latest when the door has been painted. */
  programmes: () => ReadonlyMap<string, ProgrammeTemplate>;
  /** What funders count; as programmes. */
  indicators: () => Indicators;
  vocabularies: Vocabularies;
  letters: ReadonlyMap<string, LetterTemplate>;
  /** The words around a letter, by its language. */
  letterFrames: ReadonlyMap<LetterLanguage, LetterFrame>;
  /** What free text is searched for before a letter leaves. */
  letterWords: LetterWords;
  plan: PlanTemplate;
  /** Business plans, and the letters they go with. */
  enterprise: EnterpriseResource;
  /** The fixed words of documents, by language; Italian is the one others are made from. */
  documentTexts: ReadonlyMap<string, DocumentTexts>;
  notice: NoticeText;
  /** Lists of people that come with the program. */
  views: readonly ShippedView[];
  deadlineRules: readonly DeadlineRule[];
  holidays: Holidays;
  /** How long closed files are kept, before this association changed anything. */
  retentionRules: readonly RetentionRule[];
  /** How life domains are assessed; has descriptors for exactly the domains of the vocabulary. */
  scale: AssessmentScale;
  /** What people are asked after an activity, and by which groups they are counted. */
  activityForm: ActivityForm;
  /** Words that say there is one, looked for in what accompanies a report. */
  singlingWords: SinglingWords;
  /** Words for suggested passphrases, by language. */
  passphraseWords: ReadonlyMap<string, readonly string[]>;
}

const VOCABULARY_FILES: Record<keyof Vocabularies, string> = {
  legalStatuses: 'legal-statuses',
  receptionTypes: 'reception-types',
  documentTypes: 'document-types',
  residenceTitles: 'residence-titles',
  educationLevels: 'education-levels',
  occupationGroups: 'occupation-groups',
  employmentStatuses: 'employment-statuses',
  housingSituations: 'housing-situations',
  lifeDomains: 'life-domains',
  consentPurposes: 'consent-purposes',
  legalBases: 'legal-bases',
  dataCategories: 'data-categories',
  specificNeeds: 'specific-needs',
  organisationKinds: 'organisation-kinds',
  attachmentKinds: 'attachment-kinds',
  serviceTypes: 'services',
  activityKinds: 'activity-kinds',
  declineReasons: 'decline-reasons',
  referralOutcomes: 'referral-outcomes',
  associationForms: 'association-forms',
  associationReaches: 'association-reaches',
  memberBands: 'member-bands',
  activityFields: 'activity-fields',
  communityRegions: 'community-regions',
  communityNeeds: 'community-needs',
  benchmarkIndicators: 'benchmark-indicators',
  countries: 'countries',
  languages: 'languages',
};

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function parsed<T>(schema: z.ZodType<T>, path: string): T {
  const result = schema.safeParse(readJson(path));
  if (result.success) return result.data;
  const places = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`resource ${path} is not valid:\n${places.join('\n')}`);
}

function jsonFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function loadLetters(folder: string, lists: Vocabularies): Map<string, LetterTemplate> {
  const kinds = new Set(lists.organisationKinds.items.map((item) => item.code));
  const categories = new Set(lists.dataCategories.items.map((item) => item.code));
  const templates = jsonFilesIn(folder).map((path) => parsed(letterTemplate, path));
  for (const template of templates) {
    const unknown = [
      ...template.organisationKinds.filter((kind) => !kinds.has(kind)),
      ...template.questions.map(({ category }) => category).filter((one) => !categories.has(one)),
    ];
    if (unknown.length > 0) throw new Error(`letter ${template.code} names ${unknown.join(', ')}`);
  }
  return new Map(templates.map((template) => [template.code, template]));
}

function loadDocumentTexts(folder: string): Map<string, DocumentTexts> {
  const files = jsonFilesIn(folder).map((path) => parsed(documentTexts, path));
  const original = files.find(({ language }) => language === 'it');
  if (!original) throw new Error(`documents have no Italian words in ${folder}`);
  for (const file of files) {
    const faults = translationFaults(original, file);
    if (faults.length > 0) throw new Error(`words in ${file.language}: ${faults.join(', ')}`);
  }
  return new Map(files.map((file) => [file.language, file]));
}

function loadLetterFrames(folder: string): Map<LetterLanguage, LetterFrame> {
  const frames = new Map(
    letterLanguages.map((language) => [
      language,
      parsed(letterFrame, join(folder, `${language}.json`)),
    ]),
  );
  const italian = frames.get('it');
  for (const frame of frames.values()) {
    const different = italian ? differingKeys(frame, italian) : [];
    if (different.length > 0) {
      throw new Error(`letter frame ${frame.language} differs in ${different.join(', ')}`);
    }
  }
  return frames;
}

function loadDeadlineRules(folder: string, lists: Vocabularies): DeadlineRule[] {
  const rules = jsonFilesIn(folder).flatMap((path) => parsed(deadlineRuleFile, path).rules);
  const codes = rules.map((rule) => rule.code);
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  const statuses = new Set(lists.legalStatuses.items.map((item) => item.code));
  const unknown = rules.flatMap(
    (rule) => rule.when?.legalStatuses?.filter((status) => !statuses.has(status)) ?? [],
  );
  if (twice.length + unknown.length > 0) {
    throw new Error(
      `deadline rules are twice or name no status: ${[...twice, ...unknown].join(', ')}`,
    );
  }
  return rules;
}

function loadScale(folder: string, domains: string[]): AssessmentScale {
  const path = join(folder, 'life-domain-scale.json');
  const scale = parsed(assessmentScale, path);
  const different = [
    ...domains.filter((domain) => !scale.domains.includes(domain)),
    ...scale.domains.filter((domain) => !domains.includes(domain)),
  ];
  if (different.length > 0) throw new Error(`scale ${path} differs in ${different.join(', ')}`);
  return scale;
}

function loadViews(folder: string, lists: Vocabularies): readonly ShippedView[] {
  const path = join(folder, 'views.json');
  const { views } = parsed(shippedViews, path);
  const unknown = views.flatMap((view) => unknownCodes(view.conditions, lists));
  if (unknown.length > 0) throw new Error(`views ${path} name ${unknown.join(', ')}`);
  return views;
}

function loadActivityForm(folder: string, lists: Vocabularies): ActivityForm {
  const form = parsed(activityForm, join(folder, 'activities.json'));
  const countries = new Set(lists.countries.items.map(({ alpha3 }) => alpha3));
  const services = new Set(lists.serviceTypes.items.map(({ code }) => code));
  const unknown = [
    ...form.origins.flatMap((one) => one.countries.filter((country) => !countries.has(country))),
    ...lists.activityKinds.items
      .map(({ serviceType }) => serviceType)
      .filter((type) => !services.has(type)),
  ];
  if (unknown.length > 0) throw new Error(`activities name ${unknown.join(', ')}`);
  return form;
}

/** Reads and checks all data the program works by; throws at start when a file is wrong. */
export function loadResources(resourcesDir: string): Resources {
  const files = Object.entries(VOCABULARY_FILES).map(([name, file]) => [
    name,
    readJson(join(resourcesDir, 'vocabularies', `${file}.json`)),
  ]);
  const lists = vocabularies.parse(Object.fromEntries(files));
  const wordLists = jsonFilesIn(join(resourcesDir, 'passphrases')).map((path) =>
    parsed(wordList, path),
  );
  const letters = loadLetters(join(resourcesDir, 'letters'), lists);
  let programmes: ReadonlyMap<string, ProgrammeTemplate> | undefined;
  let indicators: Indicators | undefined;
  const allIndicators = () => {
    indicators ??= loadIndicators(join(resourcesDir, 'indicators'), lists);
    return indicators;
  };
  return {
    programmes: () => {
      const known = { lists, letters, indicators: allIndicators().byId };
      programmes ??= loadProgrammes(join(resourcesDir, 'programmes'), known);
      return programmes;
    },
    indicators: allIndicators,
    vocabularies: lists,
    singlingWords: parsed(singlingWords, join(resourcesDir, 'reports', 'singling-words.json')),
    letters,
    letterFrames: loadLetterFrames(join(resourcesDir, 'letter-frame')),
    letterWords: parsed(letterWords, join(resourcesDir, 'letter-checks', 'words.json')),
    plan: parsed(planTemplate, join(resourcesDir, 'plans', 'personal-plan.json')),
    documentTexts: loadDocumentTexts(join(resourcesDir, 'documents', 'texts')),
    enterprise: checkEnterprise(
      parsed(enterpriseResource, join(resourcesDir, 'enterprise', 'business-plan.json')),
      letters,
    ),
    notice: parsed(noticeText, join(resourcesDir, 'documents', 'privacy-notice.json')),
    views: loadViews(join(resourcesDir, 'lists'), lists),
    deadlineRules: loadDeadlineRules(join(resourcesDir, 'deadlines'), lists),
    retentionRules: parsed(retentionRuleFile, join(resourcesDir, 'retention', 'italy.json')).rules,
    holidays: parsed(holidays, join(resourcesDir, 'calendar', 'italy.json')),
    scale: loadScale(
      join(resourcesDir, 'assessments'),
      lists.lifeDomains.items.map((item) => item.code),
    ),
    activityForm: loadActivityForm(join(resourcesDir, 'activities'), lists),
    passphraseWords: new Map(wordLists.map((list) => [list.language, list.words])),
  };
}
