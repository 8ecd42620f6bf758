import type { Plan } from '#api/plans.ts';
import type { DomainScore } from '#domain/assessments/assessment.ts';
import type { AssociationDetails } from '#domain/casework/association.ts';
import type { PrivacyNotice } from '#domain/consents/privacy-notice.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PlanTemplate } from '#domain/documents/plan-template.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { Block } from '#typesetting/document.ts';
import type { Texts } from '../texts.ts';
import type { Voice } from '../voice.ts';

export interface PlanContents {
  association: AssociationDetails;
  template: PlanTemplate;
  plan: Plan;
  person: PersonDetails;
  caseNumber: string;
  /** Where the person stood when the plan was made, in the order of the domains. */
  scores: DomainScore[];
  /** Levels of the first assessment, where a later one followed. */
  firstLevels: ReadonlyMap<string, number>;
  /** The privacy notice the person was given last. */
  notice?: PrivacyNotice | undefined;
  permitExpiresOn?: CalendarDate | undefined;
  /** Names of those who live with the person. */
  household: string[];
  /** Names of those the person takes part in. */
  programmes: string[];
  /** Purposes the person has consented to when the plan was made, each once. */
  consents: string[];
  /** Who signs for a minor, from the plan or from the ties, with the decree. */
  guardian?: string | undefined;
  /** What each linked record is, by id: a protocol number or a day. */
  linked: ReadonlyMap<string, string>;
  isMinor: boolean;
  isDemo: boolean;
  /** First digits of the hash over what is agreed. */
  code: string;
}

/** The languages of the document, and the program's Italian for what is printed in Italian alone. */
export interface Said {
  voice: Voice;
  texts: Texts;
}

/** One part of the printed plan. */
export type Section = (contents: PlanContents, said: Said) => Block[];
