/** What a certificate calls the rows of a table; a table that is not here counts as `other`. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  record: [
    'person',
    'person_name',
    'person_nationality',
    'person_language',
    'person_contact',
    'person_address',
    'person_education',
    'person_work',
    'person_housing',
    'person_risk',
    'person_skill',
    'identity_document',
    'legal_status_period',
    'reception_stay',
    'person_merge',
  ],
  caseFile: ['case_file', 'case_event', 'deadline_mark', 'procedure_event', 'task'],
  services: [
    'service',
    'session_participant',
    'appointment_person',
    'appointment',
    'session',
    'activity_participant',
    'session_guest',
  ],
  needs: ['assessment', 'assessment_score', 'specific_need'],
  plans: ['plan', 'plan_progress', 'plan_review', 'signed_plan'],
  consents: ['consent', 'privacy_notice', 'withholding'],
  papers: ['attachment', 'given_document'],
  referrals: [
    'referral',
    'referral_step',
    'letter',
    'letter_copy',
    'letter_proposal',
    'inbound_referral',
  ],
  notes: ['protected_note_version'],
  ties: ['tie'],
  drafts: ['draft'],
};

/** Written by the program for itself. */
const NOT_TOLD = [
  'letter_file',
  'attachment_content',
  'protected_case',
  'protected_note',
  'case_access',
  'erasure_request',
  'person_line',
  'person_word',
];

const removedKinds = [...Object.keys(KINDS), 'other'];

export function kindOfTable(table: string): string | undefined {
  if (NOT_TOLD.includes(table)) return undefined;
  return Object.entries(KINDS).find(([, tables]) => tables.includes(table))?.[0] ?? 'other';
}

/** Rows by kind, in the order of the kinds. */
export function byKind(counts: ReadonlyMap<string, number>): Record<string, number> {
  const sums = new Map(removedKinds.map((kind) => [kind, 0]));
  for (const [table, count] of counts) {
    const kind = kindOfTable(table);
    if (kind) sums.set(kind, (sums.get(kind) ?? 0) + count);
  }
  return Object.fromEntries([...sums].filter(([, count]) => count > 0));
}
