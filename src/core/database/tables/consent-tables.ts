import type { Changed } from './changed.ts';

export interface ConsentTable extends Changed {
  id: string;
  person_id: string;
  purpose: string;
  organisation_id: string | null;
  given_by: string;
  way: string;
  language: string | null;
  scope: string | null;
  given_on: string;
  expires_on: string | null;
  withdrawn_on: string | null;
  recipient: string | null;
  legal_basis: string | null;
  data_categories: string;
  giver_name: string | null;
  giver_authority: string | null;
  child_stance: string | null;
  child_words: string | null;
  witness: string | null;
  interpreter: string | null;
  notice_version: string | null;
  notice_given_on: string | null;
  withdrawn_by: string | null;
  withdrawal_reason: string | null;
  followed_up_on: string | null;
  /** JSON list of the tasks of a withdrawal that are done. */
  followed_up_tasks: string;
}

interface PrivacyNoticeTable extends Changed {
  id: string;
  person_id: string;
  version: string;
  given_on: string;
  way: string;
  language: string | null;
  interpreter: string | null;
  given_to: string | null;
}

export interface WithholdingTable extends Changed {
  id: string;
  person_id: string;
  organisation_id: string | null;
  from_whom: string | null;
  data_categories: string;
  reason: string;
  words: string | null;
  since: string;
  ended_on: string | null;
}

export interface ConsentTables {
  consent: ConsentTable;
  privacy_notice: PrivacyNoticeTable;
  withholding: WithholdingTable;
}
