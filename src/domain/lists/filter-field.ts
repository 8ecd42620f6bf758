/*
 * What people can be listed by. Each field is one line of data: what kind of question it is, and where its
 * answers come from. The page draws the right control from it, the contract checks what comes back, and the
 * core has one piece of SQL for each; a field that lacks any of the three does not compile.
 */
import { documentStates } from '../people/identity-document.ts';
import {
  arrivalWays,
  cefrLevels,
  civilStatuses,
  doors,
  literacies,
  sexes,
} from '../people/person.ts';
import { riskLevels } from '../people/risk.ts';
import { reunifications } from '../people/tie.ts';
import { referralStates, urgencies } from '../referrals/referral.ts';
import type { VocabularyName } from '../vocabularies/vocabulary.ts';

const caseStates = ['open', 'closed'] as const;
/** `none`: no plan in force and none begun. */
const planStandings = ['none', 'draft', 'signed', 'reviewDue'] as const;
/** `none`: no permit is on record. */
const permitStates = ['none', ...documentStates] as const;

/** Closed lists that are part of the program; their labels stand under the same name. */
export const ownLists = {
  caseStates,
  planStandings,
  permitStates,
  sexes,
  cefrLevels,
  civilStatuses,
  literacies,
  arrivalWays,
  doors,
  reunifications,
  referralStates,
  riskLevels,
  urgencies,
} as const;

export type ChoiceList =
  | VocabularyName
  | keyof typeof ownLists
  | 'countries'
  | 'languages'
  | 'workers';

/** Stands for whoever looks at the list, so that one view serves a whole team. */
export const ownSelf = 'me';
/** Stands for nobody at all, among workers. */
export const nobody = 'nobody';

/** One of several codes, or none of them. */
const codes = (choices: ChoiceList) => ({ kind: 'codes', choices }) as const;
/** The same, and no code at all means any of them. */
const anyCodes = (choices: ChoiceList) => ({ kind: 'anyCodes', choices }) as const;
const period = { kind: 'period' } as const;
/** A day that comes within so many days. */
const ahead = { kind: 'ahead' } as const;
const flag = { kind: 'flag' } as const;

export const filterFields = {
  worker: codes('workers'),
  caseState: codes('caseStates'),
  openedOn: period,
  closedOn: period,
  lostContact: { kind: 'silence' } as const,
  sex: codes('sexes'),
  age: { kind: 'age' } as const,
  nationality: codes('countries'),
  language: codes('languages'),
  interpreter: anyCodes('languages'),
  italianLevel: anyCodes('cefrLevels'),
  birthCountry: codes('countries'),
  originCountry: codes('countries'),
  civilStatus: codes('civilStatuses'),
  literacy: codes('literacies'),
  education: codes('educationLevels'),
  enteredItaly: period,
  arrivalWay: codes('arrivalWays'),
  cameThrough: codes('doors'),
  urgency: codes('urgencies'),
  risk: codes('riskLevels'),
  familyToReunite: anyCodes('reunifications'),
  document: anyCodes('documentTypes'),
  place: { kind: 'text' } as const,
  reception: codes('receptionTypes'),
  housing: codes('housingSituations'),
  employment: codes('employmentStatuses'),
  legalStatus: codes('legalStatuses'),
  permitState: codes('permitStates'),
  permitExpiry: ahead,
  deadline: ahead,
  specificNeed: anyCodes('specificNeeds'),
  openNeed: anyCodes('lifeDomains'),
  plan: codes('planStandings'),
  planReview: ahead,
  consent: anyCodes('consentPurposes'),
  service: { kind: 'codesInPeriod', choices: 'serviceTypes' } as const,
  referral: codes('referralStates'),
  minorsInHousehold: flag,
  minorWithoutGuardian: flag,
} as const;

export type FilterFieldKey = keyof typeof filterFields;
export const filterFieldKeys = Object.keys(filterFields) as FilterFieldKey[];

/** In the order and groups in which somebody looks for them. */
export const filterGroups: Readonly<Record<string, readonly FilterFieldKey[]>> = {
  caseFile: ['worker', 'caseState', 'openedOn', 'closedOn', 'lostContact'],
  person: [
    'sex',
    'age',
    'nationality',
    'language',
    'interpreter',
    'italianLevel',
    'literacy',
    'education',
    'birthCountry',
    'originCountry',
    'civilStatus',
    'familyToReunite',
    'minorsInHousehold',
    'minorWithoutGuardian',
  ],
  situation: [
    'enteredItaly',
    'arrivalWay',
    'cameThrough',
    'urgency',
    'risk',
    'legalStatus',
    'document',
    'permitState',
    'permitExpiry',
    'place',
    'reception',
    'housing',
    'employment',
  ],
  work: [
    'deadline',
    'specificNeed',
    'openNeed',
    'plan',
    'planReview',
    'consent',
    'service',
    'referral',
  ],
};
