import type { InboundReply } from '#domain/referrals/inbound-referral.ts';
import type { ReferralState, ReferralWay, Urgency } from '#domain/referrals/referral.ts';
import type { Changed } from './changed.ts';

export interface ReferralTable extends Changed {
  id: string;
  person_id: string;
  organisation_id: string;
  /** The consent the sending rests on. */
  consent_id: string | null;
  service: string | null;
  reason: string | null;
  urgency: Urgency;
  state: ReferralState;
  opened_on: string;
  opened_by: string;
  way: ReferralWay | null;
  sent_on: string | null;
  sent_by: string | null;
  pec_accepted_on: string | null;
  pec_delivered_on: string | null;
  reply_by: string | null;
  replied_on: string | null;
  answered_by: string | null;
  reply_way: ReferralWay | null;
  their_protocol: string | null;
  decline_reason: string | null;
  waiting_until: string | null;
  outcome: string | null;
  feedback: number | null;
  next_step: string | null;
  closed_on: string | null;
  revision: number;
}

interface ReferralStepTable extends Changed {
  id: string;
  referral_id: string;
  from_state: ReferralState | null;
  to_state: ReferralState;
  happened_on: string;
  note: string | null;
}

export interface InboundReferralTable extends Changed {
  id: string;
  revision: number;
  person_id: string;
  organisation_id: string | null;
  /** Who sent them, where the directory does not have them. */
  sender: string | null;
  received_on: string;
  way: ReferralWay;
  their_protocol: string | null;
  request: string;
  urgency: Urgency;
  reply_by: string;
  replied_on: string | null;
  reply: InboundReply['kind'] | null;
  reply_way: ReferralWay | null;
  reply_words: string | null;
  recorded_by: string;
}

export interface ReferralTables {
  referral: ReferralTable;
  referral_step: ReferralStepTable;
  inbound_referral: InboundReferralTable;
}
