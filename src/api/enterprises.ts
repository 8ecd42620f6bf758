import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { sectionContent } from '#domain/enterprise/business-plan.ts';
import {
  firmDetails,
  ideaDetails,
  loanDetails,
  meetingDetails,
} from '#domain/enterprise/enterprise.ts';
import { letterDetails } from '#domain/letters/letter.ts';
import { code } from '#domain/vocabularies/code.ts';
import { ruleWords } from './deadlines.ts';
import { coordinators, desk, procedure } from './procedure.ts';

const one = z.strictObject({ id: z.uuid() });
const done = z.strictObject({});
const ofEnrolment = z.strictObject({ enrolmentId: z.uuid() });
const cents = z.int();

const gap = z.strictObject({
  section: code,
  why: z.enum(['empty', 'noAmounts', 'notCovered']),
});

const section = z.strictObject({
  code,
  name: ruleWords,
  asks: ruleWords,
  holds: z.enum(['words', 'costs', 'funding']),
  isNeeded: z.boolean(),
  content: sectionContent,
});
export type PlanSectionShown = z.infer<typeof section>;

const loan = z.strictObject({ id: z.uuid(), details: loanDetails, lender: z.string() });
export type LoanShown = z.infer<typeof loan>;

const meeting = z.strictObject({ id: z.uuid(), details: meetingDetails });
export type MeetingShown = z.infer<typeof meeting>;

const dossier = z.strictObject({
  enrolmentId: z.uuid(),
  personId: z.uuid(),
  programmeName: z.string(),
  /** Only programmes of that kind have dossiers. */
  isEnterprise: z.boolean(),
  idea: ideaDetails.optional(),
  sections: z.array(section),
  /** Where the sections come from, and when somebody looked. */
  source: z.string(),
  checkedOn: calendarDate,
  gaps: z.array(gap),
  costsCents: cents,
  fundingCents: cents,
  loans: z.array(loan),
  firm: firmDetails.optional(),
  meetings: z.array(meeting),
  /** The letters a complete plan goes with. */
  letters: z.array(z.strictObject({ code: z.string(), name: ruleWords })),
});
export type Dossier = z.infer<typeof dossier>;

const sums = z.strictObject({
  ideas: z.int(),
  completePlans: z.int(),
  loansAsked: z.int(),
  askedCents: cents,
  loansGranted: z.int(),
  grantedCents: cents,
  repaid: z.int(),
  late: z.int(),
  notRepaid: z.int(),
  firmsOpened: z.int(),
  firmsClosed: z.int(),
  meetings: z.int(),
});
export type EnterpriseSums = z.infer<typeof sums>;

export const enterpriseProcedures = {
  'enterprises.get': procedure({ input: ofEnrolment, output: dossier, role: desk, kind: 'query' }),
  /** The idea sheet. This and what follows fails with `no_enterprise_programme` in programmes of other kinds. */
  'enterprises.save': procedure({
    input: ofEnrolment.extend({ details: ideaDetails }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  /** How far a programme's people came, in numbers. */
  'enterprises.sum': procedure({
    input: z.strictObject({ programmeId: z.uuid() }),
    output: sums,
    role: coordinators,
    kind: 'query',
  }),
  'businessPlans.save': procedure({
    input: ofEnrolment.extend({ section: code, content: sectionContent }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  /**
   * The letter a plan goes with, ready to be looked at and issued: answers from the dossier, enclosures listed.
   * Fails with `business_plan_incomplete` while a needed section is missing.
   */
  'businessPlans.draftLetter': procedure({
    input: ofEnrolment.extend({ templateCode: z.string().min(3).max(8) }),
    output: letterDetails
      .pick({
        templateCode: true,
        organisationId: true,
        facts: true,
        answers: true,
        attachments: true,
      })
      .strict(),
    role: desk,
    kind: 'query',
  }),
  'loanApplications.save': procedure({
    input: ofEnrolment.extend({ id: z.uuid().optional(), details: loanDetails }),
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  'loanApplications.remove': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
  'loanApplications.restore': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
  'firms.save': procedure({
    input: ofEnrolment.extend({ details: firmDetails }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  /** Written down by mistake. */
  'firms.remove': procedure({ input: ofEnrolment, output: done, role: desk, kind: 'mutation' }),
  'mentorMeetings.save': procedure({
    input: ofEnrolment.extend({ id: z.uuid().optional(), details: meetingDetails }),
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  'mentorMeetings.remove': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
  'mentorMeetings.restore': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
};
