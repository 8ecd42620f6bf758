/*
 * The personalised plan: what the person wants, goals, who does what by when, and what was told to them.
 * Sections follow SAI's progetto individuale, the patto di servizio (Art. 20 D.lgs. 150/2015) and the case
 * action plan of protection case management. A plan that shows only what the person must do, or that nobody
 * signed, is not an agreement; so responsibility is a field, what the association takes on stands beside what
 * the person does, and an unsigned plan is a draft.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText, shortText } from '../text.ts';
import { code, languageCode } from '../vocabularies/code.ts';
import { itemKey, withKeys } from './item-keys.ts';

export const planStates = ['draft', 'signed'] as const;
export const responsibles = ['person', 'operator', 'mediator', 'organisation'] as const;
export const actionStates = ['toDo', 'doing', 'done', 'dropped'] as const;
export const goalResults = ['notStarted', 'inProgress', 'reached', 'partly', 'dropped'] as const;

export const linkedKinds = ['letter', 'appointment', 'service'] as const;
export type LinkedKind = (typeof linkedKinds)[number];

/** A record of the register that shows the action was done. */
export const linkedRecord = z.strictObject({ kind: z.enum(linkedKinds), id: z.uuid() });

const planAction = z.strictObject({
  key: itemKey.optional(),
  what: requiredText(300),
  responsible: z.enum(responsibles),
  organisation: shortText(160).optional(),
  byWhen: calendarDate.optional(),
  /** What has to be brought or found first. */
  documents: shortText(240).optional(),
  state: z.enum(actionStates),
  doneOn: calendarDate.optional(),
  droppedWhy: shortText(240).optional(),
  linked: linkedRecord.optional(),
});

const planGoal = z.strictObject({
  key: itemKey.optional(),
  /** Code of the vocabulary `lifeDomains`. */
  domain: code,
  statement: requiredText(400),
  /** How everybody will see that it was reached. */
  indicator: shortText(240).optional(),
  /** How it is today, and the number or fact that ends it: only from both can be seen how far somebody came. */
  baseline: shortText(240).optional(),
  target: shortText(240).optional(),
  byWhen: calendarDate.optional(),
  whyItMatters: longText(400).optional(),
  result: z.enum(goalResults).default('notStarted'),
  resultWhy: shortText(400).optional(),
  actions: z.array(planAction).max(20).transform(withKeys('a')),
});

export const planDetails = z.strictObject({
  madeOn: calendarDate,
  reviewOn: calendarDate.optional(),
  operator: shortText(120),
  mediator: shortText(120).optional(),
  /** It was talked through with a mediator; then their name and the language stand on it. */
  isInterpreted: z.boolean().optional(),
  /** Language the plan was talked through in. */
  interpretedIn: languageCode.optional(),
  /** What matters most, in the person's own words. */
  priorities: z.array(requiredText(300)).max(3),
  strengths: longText(800).optional(),
  goals: z.array(planGoal).max(12).transform(withKeys('g')),
  /** What the person takes on, and what the association promises, beyond single actions. */
  personResponsibilities: z.array(requiredText(300)).max(8).default([]),
  associationCommitments: z.array(requiredText(300)).max(8).default([]),
  /** What it costs and who pays, a line each, where the programme has money for it. */
  budget: z.array(requiredText(300)).max(8).default([]),
  /** Codes of the rights that were explained (Reg. (EU) 2024/1347, Annex I). */
  rightsExplained: z.array(code).max(30),
  contactAgreement: shortText(200).optional(),
  /** Who signs for a minor, and what the child said about the plan. */
  guardian: shortText(160).optional(),
  childOpinion: longText(800).optional(),
});

export type PlanDetails = z.output<typeof planDetails>;
/** As a caller gives it: keys and newer fields may be left out. */
export type PlanInput = z.input<typeof planDetails>;
export type PlanGoal = PlanDetails['goals'][number];
export type PlanAction = PlanGoal['actions'][number];

export const isOpenAction = ({ state }: Pick<PlanAction, 'state'>) =>
  state === 'toDo' || state === 'doing';
export const isOpenGoal = ({ result }: Pick<PlanGoal, 'result'>) =>
  result !== 'reached' && result !== 'dropped';

/**
 * What is missing about mediation, as codes for the page. A statement that somebody explained the plan, without
 * who and in which language, proves nothing to the person it was explained to.
 */
export function mediationGaps({
  isInterpreted,
  mediator,
  interpretedIn,
}: Pick<PlanDetails, 'isInterpreted' | 'mediator' | 'interpretedIn'>): string[] {
  if (!isInterpreted && !mediator && interpretedIn === undefined) return [];
  return [...(mediator ? [] : ['mediator']), ...(interpretedIn ? [] : ['interpretedIn'])];
}

/** What is still missing before a plan can be signed, as codes for the page; empty when nothing is. */
export function missingForSignature(
  plan: PlanDetails,
  { isMinor }: { isMinor: boolean } = { isMinor: false },
): string[] {
  const missing: string[] = [];
  if (plan.goals.length === 0) missing.push('goals');
  if (plan.goals.some((goal) => goal.actions.length === 0)) missing.push('actions');
  if (plan.goals.some((goal) => goal.result === 'dropped' && !goal.resultWhy)) {
    missing.push('droppedWhy');
  }
  if (plan.operator === '') missing.push('operator');
  if (plan.reviewOn === undefined) missing.push('reviewOn');
  missing.push(...mediationGaps(plan));
  if (isMinor && !plan.guardian) missing.push('guardian');
  if (isMinor && !plan.childOpinion) missing.push('childOpinion');
  return missing;
}
