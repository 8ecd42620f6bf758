import type { Plan } from '#api/plans.ts';
import type { DomainScore } from '#domain/assessments/assessment.ts';
import type { AssociationDetails } from '#domain/casework/association.ts';
import type { PrivacyNotice } from '#domain/consents/privacy-notice.ts';
import type { PlanTemplate } from '#domain/documents/plan-template.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { Block } from '#typesetting/document.ts';
import type { Texts } from './texts.ts';

export interface PlanContents {
  association: AssociationDetails;
  template: PlanTemplate;
  plan: Plan;
  person: PersonDetails;
  caseNumber: string;
  /** Where the person stood when the plan was made, in the order of the domains. */
  scores: DomainScore[];
  /** The privacy notice the person was given last. */
  notice?: PrivacyNotice | undefined;
  isMinor: boolean;
  isDemo: boolean;
}

/** One part of the printed plan. */
export type Section = (contents: PlanContents, texts: Texts) => Block[];

export const heading = (texts: Texts, key: string): Block => ({
  type: 'heading',
  level: 2,
  text: texts.say(`plan.${key}`),
});
