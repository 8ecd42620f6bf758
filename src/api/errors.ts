/**
 * Every way a call can fail, by code. The page turns a code into a sentence of its own language
 * (`locales/<lang>/errors.json` has one for each); nothing else about the failure leaves the vault.
 */
export const errorCodes = [
  // the call itself
  'unknown_procedure',
  'invalid_input',
  'not_allowed',
  'too_large',
  'register_locked',
  'role_missing',
  'internal',
  'vault_stopped',
  'too_busy',
  // opening and creating a register
  'folder_missing',
  'folder_not_empty',
  'folder_not_writable',
  'register_exists',
  'register_missing',
  'register_damaged',
  'register_foreign',
  'register_newer',
  'register_in_use',
  'keyring_missing',
  'keyring_damaged',
  'wrong_passphrase',
  'wrong_recovery_key',
  'recovery_groups_wrong',
  'recovery_not_confirmed',
  'recovery_parts_wrong',
  'already_open',
  'too_many_attempts',
  'self_test_failed',
  // users and the restricted tier
  'user_suspended',
  'sign_in_name_taken',
  'not_yourself',
  'user_without_key',
  'keyring_outdated',
  'restricted_no_access',
  'case_restricted',
  'photo_hidden',
  // taking in spreadsheets
  'import_unreadable',
  'import_old_format',
  'import_too_large',
  'import_empty',
  'import_closed',
  'import_stopped',
  'import_has_problems',
  'import_nothing_left',
  // lists of people
  'list_too_long',
  'list_changed',
  // the register's contents
  'not_found',
  'changed_meanwhile',
  'unknown_code',
  'date_in_future',
  'tie_exists',
  'tie_with_self',
  'merge_with_self',
  'merge_protected',
  'merge_not_last',
  'plan_already_signed',
  'plan_incomplete',
  'plan_not_latest',
  'mediator_missing',
  'consent_missing',
  'consent_withdrawn',
  'consent_expired',
  'consent_not_yet',
  'consent_came_of_age',
  'consent_not_covering',
  'consent_needs_guardian',
  'consent_giver_of_age',
  'withheld_from_recipient',
  'assessment_completed',
  'assessment_incomplete',
  'plan_not_closed',
  'plan_not_signed',
  'plan_closed',
  'letter_not_for_this_office',
  'fact_not_allowed',
  'letter_not_in_language',
  'letter_needs_name',
  'letter_changed_since_seen',
  'letter_needs_second_person',
  'letter_needs_no_second_person',
  'letter_not_alone',
  'consulate_refused',
  'permit_not_for_this_office',
  'template_not_valid',
  'programme_template_not_valid',
  'programme_template_newer',
  'programme_template_known',
  'programme_templates_full',
  'programme_template_in_use',
  'batch_running',
  'protocol_entry_annulled',
  'reference_unknown',
  'not_yet_happened',
  'closed_before_opened',
  'series_too_long',
  'enrolled_already',
  'not_eligible',
  'programme_closed',
  'enrolment_ended',
  'over_cap_units',
  'over_cap_line',
  'over_cap_person',
  'budget_missing',
  'budget_in_use',
  'ledger_full',
  'ours_already',
  'pilot_in_use',
  'no_enterprise_programme',
  'business_plan_incomplete',
  'idea_missing',
  'not_a_lender',
  'place_not_possible',
  'matched_already',
  'image_consent_missing',
  'campaign_consent_missing',
  'activity_full',
  'activity_not_empty',
  'bands_in_use',
  'match_consent_missing',
  'referral_step_not_possible',
  'referral_has_letter',
  'date_not_possible',
  // erasure and retention
  'person_on_hold',
  'erasure_exists',
  'erasure_not_alone',
  'erasure_too_early',
  'erasure_too_few_days',
  'case_file_open',
  'date_in_past',
  // documents and reports
  'characters_missing',
  'font_missing',
  'nothing_to_certify',
  'document_failed',
  'report_refused',
  'report_stopped',
  'release_unknown',
  'period_invalid',
  'map_in_use',
  'consolidation_refused',
  'grant_unknown',
  'file_not_written',
  'disk_full',
  'disk_failed',
  // copies and restoring
  'backup_place_missing',
  'backup_place_full',
  'backup_place_same',
  'backup_not_written',
  'backup_running',
  'backup_stopped',
  'backup_not_ours',
  'backup_newer',
  'backup_incomplete',
  'backup_damaged',
  'backup_not_genuine',
  'backup_former_keys',
  'backup_newest',
  // papers
  'file_not_read',
  'attachment_too_large',
  'attachment_refused',
  'attachment_heic',
  'attachment_broken',
  'picture_too_large',
  'attachment_damaged',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Facts a page may show beside the sentence: counts, field names, limits; never data of a person. */
export type ErrorDetails = Record<string, string | number | boolean | string[]>;

export interface CallError {
  code: ErrorCode;
  details?: ErrorDetails;
}

export type CallResult<T> = { ok: true; data: T } | { ok: false; error: CallError };

/** Thrown by handlers to end a call with a code. Anything else that is thrown becomes `internal`. */
export class ProcedureError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, details?: ErrorDetails) {
    super(code);
    this.name = 'ProcedureError';
    this.code = code;
    this.details = details;
  }
}
