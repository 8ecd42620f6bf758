import type { ReferralWay, Urgency } from '#domain/referrals/referral.ts';
import type { Changed } from './changed.ts';

export interface LetterTable extends Changed {
  id: string;
  /** These three are missing when the letter is for the person. */
  referral_id: string | null;
  organisation_id: string | null;
  consent_id: string | null;
  person_id: string;
  protocol_year: number;
  protocol_number: number;
  issued_on: string;
  reply_by: string | null;
  details: string;
  facts: string;
  /** The office as it stood on the letter. */
  addressee: string;
  /** The second user, where the letter needed one. */
  confirmed_by: string | null;
}

interface LetterFileTable {
  letter_id: string;
  bytes: Uint8Array;
  sha256: string;
  page_count: number;
}

interface LetterCopyTable extends Changed {
  id: string;
  letter_id: string;
  kind: 'office' | 'person';
  manner: 'printed' | 'saved';
  made_on: string;
}

interface LetterProposalTable extends Changed {
  id: string;
  person_id: string;
  referral_id: string | null;
  details: string;
  urgency: Urgency;
  proposed_on: string;
  proposed_by: string;
}

interface LetterTemplateVersionTable extends Changed {
  code: string;
  version: number;
  /** Words by language; null is the original again. */
  texts: string | null;
  note: string | null;
}

interface LetterheadTable extends Changed {
  only_one: number;
  logo: Uint8Array | null;
  logo_format: 'png' | 'svg' | null;
  accent: string | null;
  footer: string | null;
}

export interface ProtocolEntryTable extends Changed {
  id: string;
  year: number;
  number: number;
  direction: 'in' | 'out';
  entered_on: string;
  correspondent: string;
  subject: string;
  way: ReferralWay | null;
  document_on: string | null;
  their_protocol: string | null;
  note: string | null;
  organisation_id: string | null;
  person_id: string | null;
  letter_id: string | null;
  answers_id: string | null;
  annulled_on: string | null;
  annulled_why: string | null;
}

export interface LetterTables {
  letter: LetterTable;
  letter_file: LetterFileTable;
  letter_copy: LetterCopyTable;
  letter_proposal: LetterProposalTable;
  letter_template_version: LetterTemplateVersionTable;
  letterhead: LetterheadTable;
  protocol_entry: ProtocolEntryTable;
}
