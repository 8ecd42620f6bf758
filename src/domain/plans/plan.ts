/*
 * The personalised plan: what the person wants, goals, who does what by when, and what was told to them.
 * Sections follow SAI's progetto individuale, the patto di servizio (Art. 20 D.lgs. 150/2015) and the case
 * action plan of protection case management (domain dossier 2). A plan that shows only what the person must
 * do, or that nobody signed, is not an agreement; so responsibility is a field and an unsigned plan is a draft.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText, shortText } from '../text.ts';
import { code, languageCode } from '../vocabularies/code.ts';

export const planStates = ['draft', 'signed'] as const;
export const responsibles = ['person', 'operator', 'mediator', 'organisation'] as const;
export const actionStates = ['toDo', 'doing', 'done', 'dropped'] as const;

const planAction = z.strictObject({
  what: requiredText(300),
  responsible: z.enum(responsibles),
  organisation: shortText(160).optional(),
  byWhen: calendarDate.optional(),
  state: z.enum(actionStates),
});

const planGoal = z.strictObject({
  /** Code of the vocabulary `lifeDomains`. */
  domain: code,
  statement: requiredText(400),
  indicator: shortText(240).optional(),
  byWhen: calendarDate.optional(),
  whyItMatters: longText(400).optional(),
  actions: z.array(planAction).max(20),
});

export const planDetails = z.strictObject({
  madeOn: calendarDate,
  reviewOn: calendarDate.optional(),
  operator: shortText(120),
  mediator: shortText(120).optional(),
  /** Language the plan was talked through in. */
  interpretedIn: languageCode.optional(),
  /** What matters most, in the person's own words. */
  priorities: z.array(requiredText(300)).max(3),
  strengths: longText(800).optional(),
  goals: z.array(planGoal).max(12),
  /** Codes of the rights that were explained (Reg. (EU) 2024/1347, Annex I). */
  rightsExplained: z.array(code).max(30),
  contactAgreement: shortText(200).optional(),
});

export type PlanDetails = z.infer<typeof planDetails>;
export type PlanGoal = z.infer<typeof planGoal>;
export type PlanAction = z.infer<typeof planAction>;

/** What is still missing before a plan can be signed, as codes for the page; empty when nothing is. */
export function missingForSignature(plan: PlanDetails): string[] {
  const missing: string[] = [];
  if (plan.goals.length === 0) missing.push('goals');
  if (plan.goals.some((goal) => goal.actions.length === 0)) missing.push('actions');
  if (plan.operator === '') missing.push('operator');
  if (plan.reviewOn === undefined) missing.push('reviewOn');
  if (plan.interpretedIn !== undefined && !plan.mediator) missing.push('mediator');
  return missing;
}
