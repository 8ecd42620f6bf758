import type { FirmDetails, LoanDetails, MeetingDetails } from '#domain/enterprise/enterprise.ts';
import type { Changed } from './changed.ts';

export interface EnterpriseTable extends Changed {
  enrolment_id: string;
  title: string;
  idea: string | null;
  town: string | null;
  experience: string | null;
  together: string | null;
  own_cents: number | null;
  tutor: string | null;
  mentor: string | null;
}

interface BusinessPlanSectionTable extends Changed {
  enrolment_id: string;
  section: string;
  words: string;
  /** As JSON. */
  amounts: string;
}

export interface LoanApplicationTable extends Changed {
  id: string;
  enrolment_id: string;
  organisation_id: string;
  state: LoanDetails['state'];
  asked_cents: number;
  asked_on: string | null;
  answered_on: string | null;
  granted_cents: number | null;
  repayment: NonNullable<LoanDetails['repayment']> | null;
  repayment_on: string | null;
  note: string | null;
}

export interface FirmTable extends Changed {
  enrolment_id: string;
  opened_on: string;
  form: FirmDetails['form'];
  name: string | null;
  ateco: string | null;
  closed_on: string | null;
  note: string | null;
}

export interface MentorMeetingTable extends Changed {
  id: string;
  enrolment_id: string;
  held_on: string;
  met: MeetingDetails['with'];
  name: string | null;
  minutes: number | null;
  about: string;
  next: string | null;
}

export interface EnterpriseTables {
  enterprise: EnterpriseTable;
  business_plan_section: BusinessPlanSectionTable;
  loan_application: LoanApplicationTable;
  firm: FirmTable;
  mentor_meeting: MentorMeetingTable;
}
