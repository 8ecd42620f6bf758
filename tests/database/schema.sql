CREATE INDEX activity_by_day ON activity (from_on);

CREATE INDEX activity_of_person ON activity_participant (person_id);

CREATE INDEX activity_of_programme ON activity (programme_id);

CREATE UNIQUE INDEX activity_participant_once ON activity_participant (activity_id, person_id);

CREATE INDEX agreement_of_organisation ON agreement (organisation_id);

CREATE INDEX agreement_of_programme ON agreement (programme_id);

CREATE INDEX appointment_by_day ON appointment (planned_on);

CREATE INDEX appointment_of_person ON appointment_person (person_id);

CREATE INDEX appointment_of_series ON appointment (series_id) WHERE series_id IS NOT NULL;

CREATE INDEX assessment_of_person ON assessment (person_id, assessed_on);

CREATE INDEX attachment_person ON attachment (person_id);

CREATE INDEX backup_by_time ON backup (made_at);

CREATE INDEX benchmark_of_organisation ON benchmark (organisation_id);

CREATE INDEX benchmark_of_programme ON benchmark (programme_id);

CREATE INDEX case_access_of_user ON case_access (user_id);

CREATE INDEX case_event_of_person ON case_event (person_id, happened_on);

CREATE INDEX case_file_of_worker ON case_file (worker_id) WHERE worker_id IS NOT NULL;

CREATE INDEX community_meeting_of_programme ON community_meeting (programme_id);

CREATE INDEX consent_of_person ON consent (person_id);

CREATE INDEX copy_of_letter ON letter_copy (letter_id);

CREATE UNIQUE INDEX deadline_mark_once ON deadline_mark (coalesce(person_id, ''), rule, fact_key);

CREATE INDEX deadline_rule_change_of_rule ON deadline_rule_change (rule, changed_at);

CREATE INDEX draft_person ON draft (person_id);

CREATE INDEX enrolment_came_from ON enrolment (came_from_id);

CREATE INDEX enrolment_of_person ON enrolment (person_id);

CREATE INDEX enrolment_of_programme ON enrolment (programme_id);

CREATE INDEX given_document_of_person ON given_document (person_id, given_on);

CREATE INDEX identity_document_by_expiry ON identity_document (expires_on);

CREATE INDEX identity_document_of_person ON identity_document (person_id);

CREATE INDEX import_run_by_file ON import_run (file_hash);

CREATE INDEX inbound_referral_of_person ON inbound_referral (person_id);

CREATE INDEX inbound_referral_to_answer ON inbound_referral (reply_by) WHERE replied_on IS NULL;

CREATE INDEX ledger_entry_of_enrolment ON ledger_entry (enrolment_id);

CREATE INDEX ledger_entry_of_pilot ON ledger_entry (pilot_id);

CREATE INDEX ledger_entry_of_programme ON ledger_entry (programme_id);

CREATE INDEX ledger_entry_of_receipt ON ledger_entry (receipt_id);

CREATE INDEX legal_hold_of_person ON legal_hold (person_id);

CREATE INDEX legal_status_period_of_person ON legal_status_period (person_id);

CREATE INDEX letter_of_person ON letter (person_id);

CREATE INDEX loan_application_of_enrolment ON loan_application (enrolment_id);

CREATE INDEX loan_application_of_organisation ON loan_application (organisation_id);

CREATE INDEX media_of_activity ON media_output (activity_id);

CREATE INDEX media_of_spokesperson ON media_output (participant_id);

CREATE INDEX meetings_of_organisation ON community_meeting_association (organisation_id);

CREATE INDEX mentor_meeting_of_enrolment ON mentor_meeting (enrolment_id);

CREATE INDEX name_word_key_of_word ON name_word_key (word_id);

CREATE INDEX not_same_person_b ON not_same_person (person_b);

CREATE UNIQUE INDEX our_association ON migrant_association (is_ours) WHERE is_ours = 1;

CREATE INDEX person_address_of_person ON person_address (person_id);

CREATE INDEX person_by_birth ON person (birth_year, legal_status, birth_country, id);

CREATE INDEX person_by_change ON person (changed_at);

CREATE INDEX person_by_fiscal_code ON person (fiscal_code) WHERE fiscal_code IS NOT NULL;

CREATE INDEX person_contact_of_person ON person_contact (person_id);

CREATE UNIQUE INDEX person_contact_preferred ON person_contact (person_id) WHERE is_preferred = 1;

CREATE INDEX person_education_of_person ON person_education (person_id);

CREATE INDEX person_housing_of_person ON person_housing (person_id);

CREATE INDEX person_line_by_name ON person_line (is_open, sort_name);

CREATE INDEX person_line_open ON person_line (person_id, is_open);

CREATE INDEX person_merge_of_kept ON person_merge (kept_id);

CREATE INDEX person_risk_of_person ON person_risk (person_id, assessed_on);

CREATE INDEX person_skill_of_person ON person_skill (person_id);

CREATE INDEX person_word_of_word ON person_word (word_id);

CREATE INDEX person_work_of_person ON person_work (person_id);

CREATE INDEX pilot_of_organisation ON pilot (organisation_id);

CREATE INDEX pilot_of_programme ON pilot (programme_id);

CREATE INDEX pilots_of_organisation ON pilot_association (organisation_id);

CREATE INDEX place_of_programme ON place (programme_id);

CREATE INDEX placement_of_consent ON placement (consent_id);

CREATE INDEX placement_of_enrolment ON placement (enrolment_id);

CREATE INDEX placement_of_place ON placement (place_id);

CREATE INDEX plan_review_of_plan ON plan_review (plan_id, reviewed_on);

CREATE INDEX privacy_notice_of_person ON privacy_notice (person_id);

CREATE INDEX procedure_event_by_day ON procedure_event (kind, happened_on, person_id);

CREATE INDEX procedure_event_of_person ON procedure_event (person_id, happened_on);

CREATE INDEX programme_of_template ON programme (template_id);

CREATE INDEX proposal_of_person ON letter_proposal (person_id);

CREATE INDEX protected_note_of_person ON protected_note (person_id);

CREATE INDEX protected_note_version_of_person ON protected_note_version (person_id);

CREATE INDEX protocol_answers ON protocol_entry (answers_id);

CREATE INDEX protocol_of_person ON protocol_entry (person_id);

CREATE INDEX reception_stay_of_person ON reception_stay (person_id);

CREATE INDEX referral_by_state ON referral (state, reply_by);

CREATE INDEX referral_of_person ON referral (person_id);

CREATE INDEX referral_to_organisation ON referral (organisation_id);

CREATE INDEX saved_view_of_owner ON saved_view (owner_id);

CREATE INDEX service_by_day ON service (done_on);

CREATE INDEX service_of_appointment ON service (appointment_id) WHERE appointment_id IS NOT NULL;

CREATE INDEX service_of_person ON service (person_id, done_on);

CREATE INDEX session_by_day ON session (held_on);

CREATE INDEX session_of_activity ON session (activity_id);

CREATE INDEX session_of_person ON session_participant (person_id);

CREATE INDEX specific_need_of_person ON specific_need (person_id);

CREATE INDEX specific_need_sealed ON specific_need (person_id) WHERE sealed IS NOT NULL;

CREATE INDEX step_of_referral ON referral_step (referral_id, changed_at);

CREATE INDEX task_by_day ON task (due_on);

CREATE INDEX task_of_person ON task (person_id);

CREATE INDEX tie_of_household ON tie (place) WHERE place = 'sameHousehold';

CREATE INDEX tie_of_other ON tie (other_person_id) WHERE other_person_id IS NOT NULL;

CREATE INDEX tie_of_person ON tie (person_id);

CREATE INDEX traineeship_of_enrolment ON traineeship (enrolment_id);

CREATE INDEX undertaking_of_meeting ON undertaking (meeting_id);

CREATE INDEX undertaking_of_organisation ON undertaking (organisation_id);

CREATE INDEX undertaking_of_pilot ON undertaking (pilot_id);

CREATE INDEX undertaking_of_programme ON undertaking (programme_id);

CREATE UNIQUE INDEX user_by_sign_in_name ON user (sign_in_name) WHERE removed_at IS NULL;

CREATE INDEX withholding_of_person ON withholding (person_id);

CREATE TABLE activity (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  programme_id TEXT REFERENCES programme (id),
  kind TEXT NOT NULL CHECK (length(kind) <= 40),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  topic TEXT CHECK (length(topic) BETWEEN 1 AND 160),
  community TEXT CHECK (length(community) BETWEEN 1 AND 160),
  place TEXT CHECK (length(place) BETWEEN 1 AND 160),
  territory TEXT CHECK (length(territory) BETWEEN 1 AND 80),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT NOT NULL CHECK (length(to_on) = 10),
  organiser TEXT CHECK (length(organiser) BETWEEN 1 AND 160),
  worker_id TEXT,
  volunteers INTEGER NOT NULL CHECK (volunteers BETWEEN 0 AND 10000),
  bands TEXT NOT NULL CHECK (length(bands) <= 40),
  is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1)),
  note TEXT CHECK (length(note) BETWEEN 1 AND 2000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE activity_count (
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  sex TEXT NOT NULL CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  age_band TEXT NOT NULL CHECK (length(age_band) <= 10),
  origin TEXT NOT NULL CHECK (length(origin) <= 40),
  people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 100000),
  useful INTEGER NOT NULL CHECK (useful BETWEEN 0 AND people),
  uses_skills INTEGER NOT NULL CHECK (uses_skills BETWEEN 0 AND people),
  PRIMARY KEY (activity_id, sex, age_band, origin)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_participant (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  name TEXT CHECK (length(name) BETWEEN 1 AND 160),
  organisation_id TEXT REFERENCES organisation (id),
  office TEXT CHECK (length(office) BETWEEN 1 AND 160),
  sex TEXT CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  age_band TEXT CHECK (length(age_band) <= 10),
  origin TEXT CHECK (length(origin) <= 40),
  part TEXT NOT NULL CHECK (part IN ('participant', 'speaker', 'volunteer')),
  is_spokesperson INTEGER NOT NULL CHECK (is_spokesperson IN (0, 1)),
  -- To be seen and heard; of somebody in the register it stands among their consents.
  image_given_on TEXT CHECK (length(image_given_on) = 10),
  image_way TEXT CHECK (image_way IN ('signed', 'oral')),
  image_until_on TEXT CHECK (length(image_until_on) = 10),
  image_withdrawn_on TEXT CHECK (length(image_withdrawn_on) = 10),
  evaluated_on TEXT CHECK (length(evaluated_on) = 10),
  useful TEXT CHECK (length(useful) <= 40),
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 10),
  asked_on TEXT CHECK (length(asked_on) = 10),
  uses_skills TEXT CHECK (length(uses_skills) <= 40),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((person_id IS NULL) <> (name IS NULL))
) STRICT;

CREATE TABLE activity_partner (
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (activity_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_score (
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 10),
  forms INTEGER NOT NULL CHECK (forms BETWEEN 1 AND 100000),
  PRIMARY KEY (activity_id, score)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  programme_id TEXT REFERENCES programme (id),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  signed_on TEXT NOT NULL CHECK (length(signed_on) = 10),
  expires_on TEXT CHECK (length(expires_on) = 10),
  services TEXT NOT NULL CHECK (json_valid(services) AND length(services) <= 2000),
  changed TEXT CHECK (length(changed) BETWEEN 1 AND 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE appointment (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  series_id TEXT REFERENCES appointment_series (id),
  planned_on TEXT NOT NULL,
  start TEXT CHECK (length(start) = 5),
  minutes INTEGER CHECK (minutes BETWEEN 5 AND 1440),
  kind TEXT NOT NULL,
  about TEXT CHECK (length(about) <= 160),
  worker_id TEXT,
  place TEXT CHECK (length(place) <= 160),
  note TEXT CHECK (length(note) <= 600),
  state TEXT NOT NULL CHECK (state IN ('planned', 'kept', 'missed', 'cancelled', 'moved')),
  moved_to_id TEXT REFERENCES appointment (id) ON DELETE SET NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((start IS NULL) = (minutes IS NULL))
) STRICT;

CREATE TABLE appointment_person (
  appointment_id TEXT NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (appointment_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE appointment_series (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL CHECK (unit IN ('week', 'month')),
  every INTEGER NOT NULL CHECK (every BETWEEN 1 AND 12),
  until TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE area_map (
  id TEXT PRIMARY KEY CHECK (id = 'areas'),
  areas TEXT NOT NULL CHECK (json_valid(areas) AND length(areas) <= 400000),
  frozen_on TEXT CHECK (length(frozen_on) = 10),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE assessment (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'completed')),
  assessed_on TEXT NOT NULL,
  assessor TEXT NOT NULL CHECK (length(assessor) <= 120),
  mediator TEXT CHECK (length(mediator) <= 120),
  interpreted_in TEXT,
  own_view TEXT CHECK (length(own_view) <= 1500),
  note TEXT CHECK (length(note) <= 2000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE assessment_score (
  assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
  domain TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  words TEXT CHECK (length(words) <= 600),
  wants_goal INTEGER NOT NULL CHECK (wants_goal IN (0, 1)),
  PRIMARY KEY (assessment_id, domain)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (length(title) <= 160),
  kind TEXT NOT NULL CHECK (length(kind) <= 40),
  file_name TEXT NOT NULL CHECK (length(file_name) <= 200),
  media_type TEXT NOT NULL CHECK (length(media_type) <= 100),
  byte_count INTEGER NOT NULL CHECK (byte_count BETWEEN 1 AND 26214400),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  document_on TEXT,
  expires_on TEXT,
  original TEXT NOT NULL CHECK (original IN ('notSeen', 'seen', 'held', 'givenBack')),
  given_back_on TEXT,
  linked_kind TEXT CHECK (length(linked_kind) <= 40),
  linked_id TEXT CHECK (length(linked_id) <= 40),
  portrait_since TEXT,
  is_restricted INTEGER NOT NULL DEFAULT 0 CHECK (is_restricted IN (0, 1)),
  added_on TEXT NOT NULL,
  added_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL, sealed BLOB CHECK (length(sealed) <= 8000),
  CHECK ((linked_kind IS NULL) = (linked_id IS NULL))
) STRICT;

CREATE TABLE attachment_content (
  attachment_id TEXT PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE,
  bytes BLOB CHECK (length(bytes) <= 262144),
  stored_as TEXT UNIQUE CHECK (length(stored_as) = 32),
  file_key BLOB CHECK (length(file_key) BETWEEN 32 AND 400),
  thumbnail BLOB CHECK (length(thumbnail) <= 32768),
  CHECK ((bytes IS NULL) = (stored_as IS NOT NULL)),
  CHECK ((stored_as IS NULL) = (file_key IS NULL))
) STRICT;

CREATE TABLE attachment_leftover (stored_as TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id TEXT,
  action TEXT NOT NULL CHECK (length(action) <= 60),
  object_id TEXT CHECK (length(object_id) <= 60),
  mac TEXT NOT NULL CHECK (length(mac) <= 64)
) STRICT;

CREATE TABLE audit_secret (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

CREATE TABLE backup (
  id TEXT PRIMARY KEY,
  made_at TEXT NOT NULL,
  place TEXT NOT NULL CHECK (length(place) <= 1000),
  file_name TEXT NOT NULL CHECK (length(file_name) <= 100),
  byte_count INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
  removed_at TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE backup_setting (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  place TEXT NOT NULL CHECK (length(place) <= 1000),
  is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE benchmark (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  indicator TEXT CHECK (length(indicator) <= 40),
  own_indicator TEXT CHECK (length(own_indicator) BETWEEN 1 AND 160),
  before_level INTEGER NOT NULL CHECK (before_level BETWEEN 1 AND 5),
  before_on TEXT NOT NULL CHECK (length(before_on) = 10),
  before_seen TEXT CHECK (length(before_seen) BETWEEN 1 AND 400),
  after_level INTEGER CHECK (after_level BETWEEN 1 AND 5),
  after_on TEXT CHECK (length(after_on) = 10),
  after_seen TEXT CHECK (length(after_seen) BETWEEN 1 AND 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((indicator IS NULL) <> (own_indicator IS NULL)),
  CHECK ((after_level IS NULL) = (after_on IS NULL))
) STRICT;

CREATE TABLE business_plan_section (
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  section TEXT NOT NULL CHECK (length(section) <= 40),
  words TEXT NOT NULL CHECK (length(words) <= 3000),
  amounts TEXT NOT NULL CHECK (json_valid(amounts) AND length(amounts) <= 8000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (enrolment_id, section)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_access (
  person_id TEXT NOT NULL REFERENCES protected_case (person_id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES user (id),
  sealed_for TEXT NOT NULL CHECK (length(sealed_for) <= 64),
  sealed_key BLOB NOT NULL CHECK (length(sealed_key) <= 200),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (person_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_event (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('assigned', 'transferred', 'closed', 'reopened')),
  happened_on TEXT NOT NULL,
  worker_id TEXT,
  from_worker_id TEXT,
  organisation_id TEXT REFERENCES organisation (id),
  closure_reason TEXT,
  reason TEXT CHECK (length(reason) <= 600),
  outcome TEXT CHECK (length(outcome) <= 2000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((kind = 'closed') = (closure_reason IS NOT NULL))
) STRICT;

CREATE TABLE case_file (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
  number TEXT NOT NULL UNIQUE,
  opened_on TEXT NOT NULL,
  closed_on TEXT,
  closure_reason TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL, worker_id TEXT,
  CHECK ((closed_on IS NULL) = (closure_reason IS NULL))
) STRICT;

CREATE TABLE community_meeting (
  id TEXT PRIMARY KEY,
  programme_id TEXT REFERENCES programme (id),
  community TEXT NOT NULL CHECK (length(community) <= 40),
  held_on TEXT NOT NULL CHECK (length(held_on) = 10),
  place TEXT CHECK (length(place) BETWEEN 1 AND 120),
  note TEXT CHECK (length(note) BETWEEN 1 AND 1000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE community_meeting_association (
  meeting_id TEXT NOT NULL REFERENCES community_meeting (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (meeting_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE community_meeting_attendees (
  meeting_id TEXT NOT NULL REFERENCES community_meeting (id) ON DELETE CASCADE,
  sex TEXT NOT NULL CHECK (length(sex) <= 20),
  age TEXT NOT NULL CHECK (length(age) <= 20),
  people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 10000),
  PRIMARY KEY (meeting_id, sex, age)
) STRICT, WITHOUT ROWID;

CREATE TABLE community_meeting_need (
  meeting_id TEXT NOT NULL REFERENCES community_meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  need TEXT NOT NULL CHECK (length(need) <= 40),
  words TEXT CHECK (length(words) BETWEEN 1 AND 300),
  PRIMARY KEY (meeting_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  given_by TEXT NOT NULL,
  way TEXT NOT NULL,
  language TEXT,
  scope TEXT CHECK (length(scope) <= 600),
  given_on TEXT NOT NULL,
  expires_on TEXT,
  withdrawn_on TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, recipient TEXT CHECK (length(recipient) <= 160), data_categories TEXT NOT NULL DEFAULT '[]'
  CHECK (json_valid(data_categories) AND length(data_categories) <= 2000), giver_name TEXT CHECK (length(giver_name) <= 160), giver_authority TEXT CHECK (length(giver_authority) <= 160), child_stance TEXT, child_words TEXT CHECK (length(child_words) <= 600), witness TEXT CHECK (length(witness) <= 160), interpreter TEXT CHECK (length(interpreter) <= 120), notice_version TEXT CHECK (length(notice_version) <= 40), notice_given_on TEXT, withdrawn_by TEXT CHECK (length(withdrawn_by) <= 160), withdrawal_reason TEXT CHECK (length(withdrawal_reason) <= 400), followed_up_on TEXT, followed_up_tasks TEXT NOT NULL DEFAULT '[]'
  CHECK (json_valid(followed_up_tasks) AND length(followed_up_tasks) <= 1000), legal_basis TEXT CHECK (length(legal_basis) <= 40)) STRICT;

CREATE TABLE counted_file (
  opened_in TEXT NOT NULL CHECK (length(opened_in) = 7),
  closed_in TEXT NOT NULL CHECK (length(closed_in) = 7),
  sex TEXT NOT NULL CHECK (length(sex) <= 20),
  ages TEXT NOT NULL CHECK (length(ages) <= 200),
  nationality TEXT NOT NULL CHECK (length(nationality) <= 20),
  legal_status TEXT NOT NULL CHECK (length(legal_status) <= 40),
  files INTEGER NOT NULL CHECK (files > 0),
  PRIMARY KEY (opened_in, closed_in, sex, ages, nationality, legal_status)
) STRICT, WITHOUT ROWID;

CREATE TABLE deadline_mark (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  rule TEXT NOT NULL CHECK (length(rule) <= 40),
  fact_key TEXT NOT NULL CHECK (length(fact_key) <= 200),
  state TEXT NOT NULL CHECK (state IN ('snoozed', 'done', 'notApplicable')),
  until_on TEXT,
  done_on TEXT,
  reason TEXT CHECK (length(reason) <= 300),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((state = 'snoozed') = (until_on IS NOT NULL)),
  CHECK ((state = 'done') = (done_on IS NOT NULL)),
  CHECK (state <> 'notApplicable' OR reason IS NOT NULL)
) STRICT;

CREATE TABLE deadline_rule_change (
  id TEXT PRIMARY KEY,
  rule TEXT NOT NULL CHECK (length(rule) <= 40),
  is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)),
  amount INTEGER CHECK (amount BETWEEN -1000 AND 1000),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  decided_on TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE draft (
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  form TEXT NOT NULL CHECK (length(form) <= 40),
  subject_id TEXT NOT NULL CHECK (length(subject_id) <= 120),
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  content TEXT NOT NULL CHECK (length(content) <= 200000),
  changed_at TEXT NOT NULL,
  PRIMARY KEY (user_id, form, subject_id)
) STRICT;

CREATE TABLE enrolment (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  enrolled_on TEXT NOT NULL CHECK (length(enrolled_on) = 10),
  is_waiting INTEGER NOT NULL CHECK (is_waiting IN (0, 1)),
  answers TEXT NOT NULL CHECK (json_valid(answers) AND length(answers) <= 10000),
  eligibility TEXT NOT NULL CHECK (json_valid(eligibility) AND length(eligibility) <= 20000),
  outcome TEXT NOT NULL CHECK (outcome IN ('eligible', 'notEligible', 'missing')),
  override_reason TEXT CHECK (length(override_reason) BETWEEN 1 AND 600),
  override_by TEXT,
  left_on TEXT CHECK (length(left_on) = 10),
  exit TEXT CHECK (length(exit) <= 40),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL, budget TEXT CHECK (length(budget) <= 40), exit_facts TEXT CHECK (json_valid(exit_facts) AND length(exit_facts) <= 20000), came_from_id TEXT REFERENCES enrolment (id) ON DELETE SET NULL, found_helpful INTEGER CHECK (found_helpful IN (0, 1)),
  CHECK ((left_on IS NULL) = (exit IS NULL)),
  CHECK ((override_reason IS NULL) = (override_by IS NULL))
) STRICT;

CREATE TABLE enrolment_stage (
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (length(stage) <= 40),
  reached_on TEXT NOT NULL CHECK (length(reached_on) = 10),
  PRIMARY KEY (enrolment_id, stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE enterprise (
  enrolment_id TEXT PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  idea TEXT CHECK (length(idea) BETWEEN 1 AND 1500),
  town TEXT CHECK (length(town) BETWEEN 1 AND 80),
  experience TEXT CHECK (length(experience) BETWEEN 1 AND 600),
  together TEXT CHECK (length(together) BETWEEN 1 AND 200),
  own_cents INTEGER CHECK (own_cents BETWEEN 0 AND 1000000000),
  tutor TEXT CHECK (length(tutor) BETWEEN 1 AND 120),
  mentor TEXT CHECK (length(mentor) BETWEEN 1 AND 120),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE erased_person (
  person_id TEXT PRIMARY KEY,
  erased_at TEXT NOT NULL,
  manner TEXT NOT NULL CHECK (manner IN ('erase', 'anonymise'))
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure (
  id TEXT PRIMARY KEY,
  manner TEXT NOT NULL CHECK (manner IN ('erase', 'anonymise')),
  ground TEXT NOT NULL CHECK (length(ground) <= 40),
  done_on TEXT NOT NULL CHECK (length(done_on) = 10),
  proposed_by TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  removed TEXT NOT NULL CHECK (json_valid(removed) AND length(removed) <= 5000),
  -- The file was written anew without what was removed; until then it is done again at the next unlock.
  is_cleaned INTEGER NOT NULL CHECK (is_cleaned IN (0, 1)),
  -- Names and numbers looked for afterwards, and places in which one was still found; absent when it was cut short.
  searched_words INTEGER,
  found_places TEXT CHECK (json_valid(found_places) AND length(found_places) <= 5000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE erasure_request (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
  manner TEXT NOT NULL CHECK (manner IN ('erase', 'anonymise')),
  ground TEXT NOT NULL CHECK (length(ground) <= 40),
  asked_on TEXT,
  reason TEXT CHECK (length(reason) <= 600),
  proposed_on TEXT NOT NULL CHECK (length(proposed_on) = 10),
  proposed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE firm (
  enrolment_id TEXT PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
  form TEXT NOT NULL CHECK (length(form) <= 40),
  name TEXT CHECK (length(name) BETWEEN 1 AND 160),
  ateco TEXT CHECK (length(ateco) BETWEEN 2 AND 8),
  closed_on TEXT CHECK (length(closed_on) = 10),
  note TEXT CHECK (length(note) BETWEEN 1 AND 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  -- Months since the exit from the programme, or since the arrival at a matched place.
  since TEXT NOT NULL CHECK (since IN ('exit', 'arrival')),
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 60),
  asked_on TEXT NOT NULL CHECK (length(asked_on) = 10),
  answer TEXT NOT NULL CHECK (answer IN ('answered', 'notFound', 'refused')),
  is_still_there INTEGER CHECK (is_still_there IN (0, 1)),
  employment TEXT CHECK (length(employment) <= 40),
  note TEXT CHECK (length(note) BETWEEN 1 AND 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  UNIQUE (enrolment_id, since, months)
) STRICT;

CREATE TABLE given_document (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  language TEXT CHECK (length(language) <= 10),
  given_on TEXT NOT NULL CHECK (length(given_on) = 10),
  -- NULL: for the person.
  given_to TEXT CHECK (length(given_to) BETWEEN 1 AND 160),
  sha256 TEXT CHECK (length(sha256) = 64),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE identity_document (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  title TEXT,
  state TEXT NOT NULL,
  number TEXT CHECK (length(number) <= 80),
  issuer TEXT CHECK (length(issuer) <= 160),
  country TEXT,
  asked_on TEXT,
  issued_on TEXT,
  expiry TEXT NOT NULL CHECK (expiry IN ('known', 'none', 'notStated', 'unknown')),
  expires_on TEXT,
  seen TEXT NOT NULL CHECK (seen IN ('original', 'copy', 'told')),
  replaced_by TEXT REFERENCES identity_document (id) ON DELETE SET NULL,
  note TEXT CHECK (length(note) <= 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((expiry = 'known') = (expires_on IS NOT NULL))
) STRICT;

CREATE TABLE import_run (
  id TEXT PRIMARY KEY,
  file_hash BLOB NOT NULL CHECK (length(file_hash) = 32),
  imported_on TEXT NOT NULL,
  created_count INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE inbound_referral (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  organisation_id TEXT REFERENCES organisation (id),
  sender TEXT CHECK (length(sender) <= 160),
  received_on TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('byHand', 'email', 'pec', 'post', 'phone')),
  their_protocol TEXT CHECK (length(their_protocol) <= 60),
  request TEXT NOT NULL CHECK (length(request) BETWEEN 1 AND 1500),
  urgency TEXT NOT NULL CHECK (urgency IN ('within24h', 'within72h', 'within2weeks', 'normal')),
  reply_by TEXT NOT NULL,
  replied_on TEXT,
  reply TEXT CHECK (reply IN ('accepted', 'waitingList', 'declined', 'informationGiven')),
  reply_way TEXT CHECK (reply_way IN ('byHand', 'email', 'pec', 'post', 'phone')),
  reply_words TEXT CHECK (length(reply_words) <= 1500),
  recorded_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((organisation_id IS NULL) <> (sender IS NULL)),
  CHECK ((replied_on IS NULL) = (reply IS NULL)),
  CHECK (replied_on >= received_on)
) STRICT;

CREATE TABLE ledger_entry (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  -- NULL where a programme spends a grant of its own and not money for one person.
  enrolment_id TEXT REFERENCES enrolment (id) ON DELETE CASCADE,
  budget TEXT NOT NULL CHECK (length(budget) <= 40),
  line TEXT NOT NULL CHECK (length(line) <= 40),
  state TEXT NOT NULL CHECK (state IN ('planned', 'committed', 'paid')),
  cents INTEGER NOT NULL CHECK (cents BETWEEN 1 AND 1000000000),
  units INTEGER NOT NULL CHECK (units BETWEEN 1 AND 10000),
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  payee TEXT CHECK (length(payee) BETWEEN 1 AND 160),
  funding_source TEXT CHECK (length(funding_source) <= 40),
  receipt_number TEXT CHECK (length(receipt_number) BETWEEN 1 AND 60),
  receipt_id TEXT REFERENCES attachment (id) ON DELETE SET NULL,
  note TEXT CHECK (length(note) BETWEEN 1 AND 300),
  override_reason TEXT CHECK (length(override_reason) BETWEEN 1 AND 600),
  override_by TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL, pilot_id TEXT REFERENCES pilot (id),
  CHECK ((override_reason IS NULL) = (override_by IS NULL))
) STRICT;

CREATE TABLE legal_hold (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 600),
  until_on TEXT NOT NULL CHECK (length(until_on) = 10),
  ended_on TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE legal_status_period (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  status TEXT NOT NULL,
  from_on TEXT,
  to_on TEXT,
  authority TEXT CHECK (length(authority) <= 160),
  decision TEXT,
  decided_on TEXT,
  notified_on TEXT,
  reference TEXT CHECK (length(reference) <= 80),
  note TEXT CHECK (length(note) <= 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, lawyer TEXT CHECK (length(lawyer) <= 160)) STRICT;

CREATE TABLE "letter" (
  id TEXT PRIMARY KEY,
  referral_id TEXT UNIQUE REFERENCES referral (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  organisation_id TEXT REFERENCES organisation (id),
  consent_id TEXT REFERENCES consent (id),
  protocol_year INTEGER NOT NULL,
  protocol_number INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  reply_by TEXT,
  details TEXT NOT NULL CHECK (json_valid(details) AND length(details) <= 50000),
  -- What the letter said about the person, and whom it addressed, on the day it was issued.
  facts TEXT NOT NULL CHECK (json_valid(facts) AND length(facts) <= 50000),
  addressee TEXT NOT NULL CHECK (json_valid(addressee) AND length(addressee) <= 5000),
  confirmed_by TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  UNIQUE (protocol_year, protocol_number),
  CHECK ((organisation_id IS NULL) = (consent_id IS NULL)),
  CHECK ((organisation_id IS NULL) = (referral_id IS NULL))
) STRICT;

CREATE TABLE letter_copy (
  id TEXT PRIMARY KEY,
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('office', 'person')),
  manner TEXT NOT NULL CHECK (manner IN ('printed', 'saved')),
  made_on TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE letter_file (
  letter_id TEXT PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 8388608),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  page_count INTEGER NOT NULL CHECK (page_count > 0)
) STRICT;

CREATE TABLE letter_proposal (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  referral_id TEXT REFERENCES referral (id) ON DELETE CASCADE,
  details TEXT NOT NULL CHECK (json_valid(details) AND length(details) <= 50000),
  urgency TEXT NOT NULL CHECK (urgency IN ('within24h', 'within72h', 'within2weeks', 'normal')),
  proposed_on TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE letter_template_version (
  code TEXT NOT NULL CHECK (length(code) <= 8),
  version INTEGER NOT NULL CHECK (version > 0),
  texts TEXT CHECK (json_valid(texts) AND length(texts) <= 60000),
  note TEXT CHECK (length(note) <= 200),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE letterhead (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  logo BLOB CHECK (length(logo) <= 524288),
  logo_format TEXT CHECK (logo_format IN ('png', 'svg')),
  accent TEXT CHECK (length(accent) = 7),
  footer TEXT CHECK (length(footer) <= 300),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((logo IS NULL) = (logo_format IS NULL))
) STRICT;

CREATE TABLE list_look (
  user_id TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
  content TEXT NOT NULL CHECK (json_valid(content) AND length(content) <= 2000),
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE loan_application (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  state TEXT NOT NULL CHECK (state IN ('preparing', 'asked', 'granted', 'refused', 'withdrawn')),
  asked_cents INTEGER NOT NULL CHECK (asked_cents BETWEEN 1 AND 1000000000),
  asked_on TEXT CHECK (length(asked_on) = 10),
  answered_on TEXT CHECK (length(answered_on) = 10),
  granted_cents INTEGER CHECK (granted_cents BETWEEN 1 AND 1000000000),
  repayment TEXT CHECK (repayment IN ('notDue', 'onTime', 'late', 'repaid', 'notRepaid')),
  repayment_on TEXT CHECK (length(repayment_on) = 10),
  note TEXT CHECK (length(note) BETWEEN 1 AND 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((state = 'granted') = (granted_cents IS NOT NULL)),
  CHECK ((repayment IS NULL) = (repayment_on IS NULL))
) STRICT;

CREATE TABLE media_output (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  -- What was published stays published when its spokesperson is taken out of the register.
  participant_id TEXT REFERENCES activity_participant (id) ON DELETE SET NULL,
  outlet TEXT NOT NULL CHECK (length(outlet) BETWEEN 1 AND 160),
  kind TEXT NOT NULL CHECK (length(kind) <= 20),
  title TEXT CHECK (length(title) BETWEEN 1 AND 200),
  published_on TEXT NOT NULL CHECK (length(published_on) = 10),
  link TEXT CHECK (length(link) BETWEEN 1 AND 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE mentor_meeting (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  held_on TEXT NOT NULL CHECK (length(held_on) = 10),
  met TEXT NOT NULL CHECK (met IN ('tutor', 'mentor', 'lender', 'chamber')),
  name TEXT CHECK (length(name) BETWEEN 1 AND 120),
  minutes INTEGER CHECK (minutes BETWEEN 5 AND 600),
  about TEXT NOT NULL CHECK (length(about) BETWEEN 1 AND 1000),
  next TEXT CHECK (length(next) BETWEEN 1 AND 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE migrant_association (
  organisation_id TEXT PRIMARY KEY REFERENCES organisation (id) ON DELETE CASCADE,
  founded_by_migrants INTEGER CHECK (founded_by_migrants IN (0, 1)),
  founded_in INTEGER CHECK (founded_in BETWEEN 1850 AND 2199),
  members INTEGER CHECK (members BETWEEN 1 AND 1000000),
  migrant_members INTEGER CHECK (migrant_members BETWEEN 0 AND members),
  members_band TEXT CHECK (length(members_band) <= 40),
  board INTEGER CHECK (board BETWEEN 1 AND 1000000),
  migrant_board INTEGER CHECK (migrant_board BETWEEN 0 AND board),
  legal_form TEXT CHECK (length(legal_form) <= 40),
  reach TEXT CHECK (length(reach) <= 40),
  communities TEXT NOT NULL CHECK (json_valid(communities) AND length(communities) <= 2000),
  fields TEXT NOT NULL CHECK (json_valid(fields) AND length(fields) <= 2000),
  is_registered INTEGER NOT NULL CHECK (is_registered IN (0, 1)),
  register_number TEXT CHECK (length(register_number) BETWEEN 1 AND 60),
  registered_on TEXT CHECK (length(registered_on) = 10),
  is_ours INTEGER NOT NULL CHECK (is_ours IN (0, 1)),
  CHECK ((members IS NULL) = (migrant_members IS NULL)),
  CHECK ((board IS NULL) = (migrant_board IS NULL))
) STRICT;

CREATE TABLE name_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL CHECK (length(word) <= 400),
  script TEXT NOT NULL,
  phones TEXT NOT NULL,
  family INTEGER,
  UNIQUE (word, script)
) STRICT;

CREATE TABLE name_word_key (
  key TEXT NOT NULL,
  word_id INTEGER NOT NULL REFERENCES name_word (id) ON DELETE CASCADE,
  PRIMARY KEY (key, word_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE nationality_map (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  groups TEXT NOT NULL CHECK (json_valid(groups) AND length(groups) <= 20000),
  frozen_on TEXT CHECK (length(frozen_on) = 10),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE not_same_person (
  person_a TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  person_b TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (person_a, person_b),
  CHECK (person_a < person_b)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) <= 160),
  office TEXT CHECK (length(office) <= 160),
  address TEXT CHECK (length(address) <= 300),
  pec TEXT CHECK (length(pec) <= 160),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, revision INTEGER NOT NULL DEFAULT 1, place TEXT CHECK (length(place) <= 80), phone TEXT CHECK (length(phone) <= 60), email TEXT CHECK (length(email) <= 160), access_rules TEXT CHECK (length(access_rules) <= 600), note TEXT CHECK (length(note) <= 1000), verified_on TEXT, verified_by TEXT, is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1))) STRICT;

CREATE TABLE organisation_contact (
  organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) <= 120),
  role TEXT CHECK (length(role) <= 120),
  phone TEXT CHECK (length(phone) <= 60),
  email TEXT CHECK (length(email) <= 160),
  pec TEXT CHECK (length(pec) <= 160), body TEXT CHECK (body IN ('board', 'members')),
  PRIMARY KEY (organisation_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation_hours (
  organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  hours TEXT NOT NULL CHECK (length(hours) <= 80),
  PRIMARY KEY (organisation_id, weekday)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation_language (
  organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  language TEXT NOT NULL CHECK (length(language) <= 8),
  PRIMARY KEY (organisation_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation_service (
  organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  service TEXT NOT NULL CHECK (length(service) <= 40),
  PRIMARY KEY (organisation_id, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  sex TEXT NOT NULL,
  gender TEXT,
  birth_year INTEGER,
  birth_month INTEGER,
  birth_day INTEGER,
  birth_certainty TEXT,
  legal_status TEXT,
  reception_type TEXT,
  reception_exit_on TEXT,
  note TEXT CHECK (length(note) <= 2000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, birth_last_year INTEGER, birth_country TEXT, birth_place TEXT CHECK (length(birth_place) <= 120), pronoun TEXT CHECK (length(pronoun) <= 40), literacy TEXT, civil_status TEXT, fiscal_code TEXT CHECK (length(fiscal_code) <= 32), entry_year INTEGER CHECK (entry_year BETWEEN 1850 AND 2199), entry_month INTEGER CHECK (entry_month BETWEEN 1 AND 12), entry_day INTEGER CHECK (entry_day BETWEEN 1 AND 31), entry_last_year INTEGER, entry_certainty TEXT, arrival_way TEXT, came_through TEXT, sent_by TEXT CHECK (length(sent_by) <= 160), request TEXT CHECK (length(request) <= 600), interpreter_wish TEXT CHECK (interpreter_wish IN ('woman', 'man')), origin_country TEXT, first_entry_year INTEGER CHECK (first_entry_year BETWEEN 1850 AND 2199), first_entry_month INTEGER CHECK (first_entry_month BETWEEN 1 AND 12), first_entry_day INTEGER CHECK (first_entry_day BETWEEN 1 AND 31), first_entry_last_year INTEGER, first_entry_certainty TEXT, first_entry_country TEXT, first_entry_place TEXT CHECK (length(first_entry_place) <= 120), route TEXT CHECK (length(route) <= 400), urgency TEXT
  CHECK (urgency IN ('within24h', 'within72h', 'within2weeks', 'normal')), dependants INTEGER CHECK (dependants BETWEEN 0 AND 30)) STRICT;

CREATE TABLE person_address (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  address TEXT NOT NULL CHECK (length(address) <= 200),
  care_of TEXT CHECK (length(care_of) <= 120),
  from_on TEXT,
  to_on TEXT,
  safe_for_post INTEGER NOT NULL CHECK (safe_for_post IN (0, 1)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE person_contact (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL CHECK (length(value) <= 160),
  owner TEXT NOT NULL,
  owner_name TEXT CHECK (length(owner_name) <= 120),
  safe INTEGER NOT NULL CHECK (safe IN (0, 1)),
  no_messages INTEGER NOT NULL CHECK (no_messages IN (0, 1)),
  hours TEXT CHECK (length(hours) <= 160),
  is_preferred INTEGER NOT NULL CHECK (is_preferred IN (0, 1)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, is_emergency INTEGER CHECK (is_emergency IN (0, 1))) STRICT;

CREATE TABLE person_education (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  level TEXT NOT NULL,
  subject TEXT CHECK (length(subject) <= 160),
  country TEXT,
  place TEXT CHECK (length(place) <= 160),
  years_completed INTEGER,
  ended_year INTEGER,
  title_held TEXT NOT NULL,
  recognition TEXT,
  note TEXT CHECK (length(note) <= 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, recognition_asked_on TEXT CHECK (length(recognition_asked_on) = 10)) STRICT;

CREATE TABLE person_housing (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  situation TEXT NOT NULL,
  from_on TEXT,
  to_on TEXT,
  note TEXT CHECK (length(note) <= 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE person_language (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  level TEXT NOT NULL,
  needs_interpreter INTEGER NOT NULL CHECK (needs_interpreter IN (0, 1)), cefr TEXT
  CHECK (cefr IN ('preA1', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2')), cefr_source TEXT
  CHECK (cefr_source IN ('self', 'test', 'certificate')), reads INTEGER CHECK (reads IN (0, 1)), writes INTEGER CHECK (writes IN (0, 1)), for_papers INTEGER CHECK (for_papers IN (0, 1)),
  PRIMARY KEY (person_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_line (
  line INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
  listed_name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  other_name TEXT,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
, words TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE person_merge (
  id TEXT PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  merged_id TEXT NOT NULL,
  merged_name TEXT NOT NULL CHECK (length(merged_name) <= 400),
  merged_case_number TEXT NOT NULL,
  kept_revision INTEGER NOT NULL,
  -- Rows of the person that is no longer shown, and of the kept one as they were before.
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  -- Which rows went over to the kept person: table, column, keys.
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE person_name (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  script TEXT NOT NULL,
  given TEXT NOT NULL CHECK (length(given) <= 120),
  family TEXT NOT NULL CHECK (length(family) <= 120),
  transliteration TEXT CHECK (length(transliteration) <= 240), source TEXT, from_on TEXT CHECK (length(from_on) = 10), to_on TEXT CHECK (length(to_on) = 10),
  PRIMARY KEY (person_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_nationality (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  country TEXT NOT NULL,
  PRIMARY KEY (person_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_risk (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('high', 'medium', 'low', 'none')),
  assessed_on TEXT NOT NULL CHECK (length(assessed_on) = 10),
  reason TEXT CHECK (length(reason) <= 240),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE person_search USING fts5 (
  words, phone, code, identity, contact, state,
  prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE 'person_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'person_search_content'(id INTEGER PRIMARY KEY, c0, c1, c2, c3, c4, c5);

CREATE TABLE 'person_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'person_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'person_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE person_skill (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  skill TEXT NOT NULL CHECK (length(skill) BETWEEN 1 AND 160),
  esco TEXT CHECK (length(esco) <= 120),
  proof TEXT NOT NULL CHECK (proof IN ('told', 'seen', 'certificate')),
  years INTEGER CHECK (years BETWEEN 0 AND 70),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE person_word (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  word_id INTEGER NOT NULL REFERENCES name_word (id),
  PRIMARY KEY (person_id, word_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_work (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  status TEXT NOT NULL,
  occupation_group TEXT,
  occupation TEXT CHECK (length(occupation) <= 160),
  employer TEXT CHECK (length(employer) <= 160),
  country TEXT,
  is_now INTEGER NOT NULL CHECK (is_now IN (0, 1)),
  from_on TEXT,
  to_on TEXT,
  years INTEGER,
  note TEXT CHECK (length(note) <= 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE pilot (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  organisation_id TEXT REFERENCES organisation (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  grant_cents INTEGER NOT NULL CHECK (grant_cents BETWEEN 1 AND 1000000000),
  from_on TEXT CHECK (length(from_on) = 10),
  to_on TEXT CHECK (length(to_on) = 10),
  about TEXT CHECK (length(about) BETWEEN 1 AND 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE pilot_association (
  pilot_id TEXT NOT NULL REFERENCES pilot (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (pilot_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  kind TEXT NOT NULL CHECK (length(kind) <= 40),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  town TEXT NOT NULL CHECK (length(town) BETWEEN 1 AND 80),
  room INTEGER NOT NULL CHECK (room BETWEEN 1 AND 99),
  households INTEGER NOT NULL CHECK (households BETWEEN 1 AND 20),
  languages TEXT NOT NULL CHECK (json_valid(languages) AND length(languages) <= 400),
  skills TEXT NOT NULL CHECK (json_valid(skills) AND length(skills) <= 2000),
  has_school INTEGER NOT NULL CHECK (has_school IN (0, 1)),
  is_step_free INTEGER NOT NULL CHECK (is_step_free IN (0, 1)),
  from_on TEXT CHECK (length(from_on) = 10),
  until_on TEXT CHECK (length(until_on) = 10),
  note TEXT CHECK (length(note) BETWEEN 1 AND 600),
  is_offered INTEGER NOT NULL CHECK (is_offered IN (0, 1)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE placement (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  place_id TEXT NOT NULL REFERENCES place (id),
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 30),
  reasons TEXT NOT NULL CHECK (json_valid(reasons) AND length(reasons) <= 4000),
  decided_on TEXT NOT NULL CHECK (length(decided_on) = 10),
  decided_by TEXT NOT NULL,
  talk_on TEXT NOT NULL CHECK (length(talk_on) = 10),
  consent_on TEXT NOT NULL CHECK (length(consent_on) = 10),
  arrived_on TEXT CHECK (length(arrived_on) = 10),
  ended_on TEXT CHECK (length(ended_on) = 10),
  ended_why TEXT CHECK (length(ended_why) BETWEEN 1 AND 300),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, consent_id TEXT REFERENCES consent (id) ON DELETE SET NULL, host_agreed_on TEXT CHECK (length(host_agreed_on) = 10), talk_by TEXT CHECK (length(talk_by) BETWEEN 1 AND 120), talk_note TEXT CHECK (length(talk_note) BETWEEN 1 AND 600)) STRICT;

CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'signed')),
  signed_on TEXT,
  review_on TEXT,
  details TEXT NOT NULL CHECK (json_valid(details) AND length(details) <= 200000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL, signature TEXT CHECK (json_valid(signature) AND length(signature) <= 5000),
  UNIQUE (person_id, version),
  CHECK ((state = 'signed') = (signed_on IS NOT NULL))
) STRICT;

CREATE TABLE plan_progress (
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  goal_key TEXT NOT NULL,
  action_key TEXT NOT NULL,
  state TEXT NOT NULL,
  done_on TEXT,
  dropped_why TEXT CHECK (length(dropped_why) <= 240),
  linked_kind TEXT,
  linked_id TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (plan_id, goal_key, action_key),
  CHECK ((linked_kind IS NULL) = (linked_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_review (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  reviewed_on TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('continue', 'revise', 'close')),
  next_review_on TEXT,
  details TEXT NOT NULL CHECK (json_valid(details) AND length(details) <= 20000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE privacy_notice (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  version TEXT NOT NULL CHECK (length(version) <= 40),
  given_on TEXT NOT NULL,
  way TEXT NOT NULL,
  language TEXT,
  interpreter TEXT CHECK (length(interpreter) <= 120),
  given_to TEXT CHECK (length(given_to) <= 160),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE procedure_event (
  id TEXT PRIMARY KEY,
  -- Absent for what happened to the association itself.
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (length(kind) <= 40),
  happened_on TEXT NOT NULL CHECK (length(happened_on) = 10),
  term INTEGER CHECK (term BETWEEN 1 AND 1000),
  note TEXT CHECK (length(note) <= 600),
  source_seen INTEGER NOT NULL CHECK (source_seen IN (0, 1)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE programme (
  id TEXT PRIMARY KEY,
  template_code TEXT NOT NULL CHECK (length(template_code) <= 40),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  grant_code TEXT CHECK (length(grant_code) <= 60),
  from_on TEXT CHECK (length(from_on) = 10),
  to_on TEXT CHECK (length(to_on) = 10),
  definition TEXT NOT NULL CHECK (json_valid(definition) AND length(definition) <= 400000),
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, template_id TEXT REFERENCES programme_template (id)) STRICT;

CREATE TABLE programme_template (
  id TEXT PRIMARY KEY,
  definition TEXT NOT NULL CHECK (json_valid(definition) AND length(definition) <= 400000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE protected_case (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  is_restricted INTEGER NOT NULL CHECK (is_restricted IN (0, 1)),
  generation INTEGER NOT NULL,
  sealed_key BLOB NOT NULL CHECK (length(sealed_key) <= 200),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE protected_note (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE protected_note_version (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES protected_note (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  sealed BLOB NOT NULL CHECK (length(sealed) <= 120000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  UNIQUE (note_id, version)
) STRICT;

CREATE TABLE protocol_entry (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  number INTEGER NOT NULL CHECK (number > 0),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  entered_on TEXT NOT NULL,
  correspondent TEXT NOT NULL CHECK (length(correspondent) <= 160),
  subject TEXT NOT NULL CHECK (length(subject) <= 200),
  way TEXT CHECK (way IN ('byHand', 'email', 'pec', 'post', 'phone')),
  document_on TEXT,
  their_protocol TEXT CHECK (length(their_protocol) <= 60),
  note TEXT CHECK (length(note) <= 400),
  organisation_id TEXT REFERENCES organisation (id),
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  letter_id TEXT UNIQUE REFERENCES letter (id) ON DELETE SET NULL,
  answers_id TEXT REFERENCES protocol_entry (id),
  annulled_on TEXT,
  annulled_why TEXT CHECK (length(annulled_why) <= 200),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  UNIQUE (year, number),
  CHECK ((annulled_on IS NULL) = (annulled_why IS NULL))
) STRICT;

CREATE TABLE reception_stay (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  place TEXT CHECK (length(place) <= 160),
  from_on TEXT,
  to_on TEXT,
  exit_reason TEXT,
  note TEXT CHECK (length(note) <= 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, exit_proof TEXT CHECK (length(exit_proof) <= 160)) STRICT;

CREATE TABLE referral (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  consent_id TEXT REFERENCES consent (id),
  service TEXT CHECK (length(service) <= 40),
  reason TEXT CHECK (length(reason) <= 600),
  urgency TEXT NOT NULL CHECK (urgency IN ('within24h', 'within72h', 'within2weeks', 'normal')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'received', 'accepted', 'waitingList',
    'inProgress', 'declined', 'noReply', 'concluded', 'withdrawn')),
  opened_on TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  way TEXT CHECK (way IN ('byHand', 'email', 'pec', 'post', 'phone')),
  sent_on TEXT,
  sent_by TEXT,
  pec_accepted_on TEXT,
  pec_delivered_on TEXT,
  reply_by TEXT,
  replied_on TEXT,
  answered_by TEXT CHECK (length(answered_by) <= 160),
  reply_way TEXT CHECK (reply_way IN ('byHand', 'email', 'pec', 'post', 'phone')),
  their_protocol TEXT CHECK (length(their_protocol) <= 60),
  decline_reason TEXT CHECK (length(decline_reason) <= 40),
  waiting_until TEXT,
  outcome TEXT CHECK (length(outcome) <= 40),
  feedback INTEGER CHECK (feedback BETWEEN 1 AND 5),
  next_step TEXT CHECK (length(next_step) <= 300),
  closed_on TEXT,
  revision INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK (state IN ('draft', 'withdrawn') OR sent_on IS NOT NULL)
) STRICT;

CREATE TABLE referral_step (
  id TEXT PRIMARY KEY,
  referral_id TEXT NOT NULL REFERENCES referral (id) ON DELETE CASCADE,
  from_state TEXT,
  to_state TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  note TEXT CHECK (length(note) <= 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE register (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  vault_id TEXT NOT NULL,
  is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1)),
  recovery_confirmed INTEGER NOT NULL CHECK (recovery_confirmed IN (0, 1)),
  lock_after_minutes REAL NOT NULL CHECK (lock_after_minutes > 0),
  association TEXT NOT NULL CHECK (json_valid(association)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE release (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  sent_on TEXT NOT NULL,
  recipient TEXT NOT NULL CHECK (length(recipient) BETWEEN 1 AND 200),
  population TEXT NOT NULL CHECK (length(population) <= 60),
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  threshold INTEGER NOT NULL CHECK (threshold >= 5),
  language TEXT NOT NULL CHECK (length(language) <= 10),
  seal TEXT NOT NULL CHECK (length(seal) = 64),
  -- JSON: what was printed; true counts, sums and what was hidden; the proof.
  printed TEXT NOT NULL,
  system TEXT NOT NULL,
  certificate TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE release_file (
  release_id TEXT NOT NULL REFERENCES release (id),
  format TEXT NOT NULL CHECK (length(format) <= 10),
  bytes BLOB NOT NULL,
  byte_count INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (release_id, format)
) STRICT;

CREATE TABLE report_plan (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  plan TEXT NOT NULL CHECK (json_valid(plan) AND length(plan) <= 20000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE restore_drill (
  id TEXT PRIMARY KEY,
  done_on TEXT NOT NULL,
  backup_made_at TEXT NOT NULL,
  failure TEXT CHECK (length(failure) <= 60),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE retention_decision (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  keep_until TEXT NOT NULL CHECK (length(keep_until) = 10),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 600),
  decided_on TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE retention_rule_change (
  id TEXT PRIMARY KEY,
  rule TEXT NOT NULL CHECK (length(rule) <= 40),
  months INTEGER NOT NULL CHECK (months BETWEEN 0 AND 600),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  decided_on TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) <= 60),
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  content TEXT NOT NULL CHECK (json_valid(content) AND length(content) <= 100000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE search_for_place (
  enrolment_id TEXT PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 30),
  skills TEXT NOT NULL CHECK (json_valid(skills) AND length(skills) <= 2000),
  kin_towns TEXT NOT NULL CHECK (json_valid(kin_towns) AND length(kin_towns) <= 2000),
  has_school_children INTEGER NOT NULL CHECK (has_school_children IN (0, 1)),
  needs_step_free INTEGER NOT NULL CHECK (needs_step_free IN (0, 1)),
  from_on TEXT CHECK (length(from_on) = 10),
  until_on TEXT CHECK (length(until_on) = 10),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE search_index (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE service (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  done_on TEXT NOT NULL,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  channel TEXT NOT NULL,
  attendance TEXT NOT NULL CHECK (attendance IN ('attended', 'noShow', 'cancelled')),
  worker_id TEXT NOT NULL,
  mediator TEXT CHECK (length(mediator) <= 120),
  place TEXT CHECK (length(place) <= 160),
  outcome TEXT CHECK (length(outcome) <= 300),
  note TEXT CHECK (length(note) <= 2000),
  -- The appointment that was kept with it.
  appointment_id TEXT REFERENCES appointment (id) ON DELETE SET NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  -- The first session of those that were repeated from one.
  series_id TEXT,
  type TEXT NOT NULL,
  title TEXT NOT NULL CHECK (length(title) <= 160),
  held_on TEXT NOT NULL,
  start TEXT CHECK (length(start) = 5),
  minutes INTEGER CHECK (minutes BETWEEN 5 AND 1440),
  place TEXT CHECK (length(place) <= 160),
  led_by TEXT CHECK (length(led_by) <= 120),
  mediator TEXT CHECK (length(mediator) <= 120),
  note TEXT CHECK (length(note) <= 2000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, activity_id TEXT REFERENCES activity (id), counted INTEGER CHECK (counted BETWEEN 0 AND 100000)) STRICT;

CREATE TABLE session_guest (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  participant_id TEXT NOT NULL REFERENCES activity_participant (id) ON DELETE CASCADE,
  attendance TEXT NOT NULL CHECK (attendance IN ('expected', 'present', 'absent', 'excused')),
  PRIMARY KEY (session_id, participant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_participant (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  attendance TEXT NOT NULL CHECK (attendance IN ('expected', 'present', 'absent', 'excused')),
  PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE signed_plan (
  plan_id TEXT PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
  -- Beside Italian; NULL when it is in Italian alone.
  language TEXT CHECK (length(language) <= 10),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 20000000),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  page_count INTEGER NOT NULL CHECK (page_count > 0),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE specific_need (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  list_version TEXT NOT NULL,
  recorded_on TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  ended_on TEXT,
  note TEXT CHECK (length(note) <= 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL, sealed BLOB CHECK (length(sealed) <= 4000),
  CHECK (ended_on >= recorded_on)
) STRICT;

CREATE TABLE task (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('ownDeadline', 'callBack')),
  title TEXT CHECK (length(title) <= 120),
  note TEXT CHECK (length(note) <= 600),
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK (kind = 'callBack' OR title IS NOT NULL)
) STRICT;

CREATE TABLE tie (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  other_person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  other_name TEXT CHECK (length(other_name) <= 160),
  other_birth_year INTEGER,
  other_contact TEXT CHECK (length(other_contact) <= 160),
  place TEXT NOT NULL,
  life TEXT NOT NULL,
  reunification TEXT,
  decree TEXT CHECK (length(decree) <= 80),
  court TEXT CHECK (length(court) <= 160),
  valid_from TEXT,
  valid_to TEXT,
  note TEXT CHECK (length(note) <= 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL, is_emergency INTEGER CHECK (is_emergency IN (0, 1)),
  CHECK ((other_person_id IS NULL) <> (other_name IS NULL)),
  CHECK (other_person_id <> person_id)
) STRICT;

CREATE TABLE traineeship (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  host TEXT NOT NULL CHECK (length(host) BETWEEN 1 AND 160),
  tutor TEXT CHECK (length(tutor) BETWEEN 1 AND 120),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT NOT NULL CHECK (length(to_on) = 10),
  weekly_hours INTEGER NOT NULL CHECK (weekly_hours BETWEEN 1 AND 60),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE traineeship_month (
  traineeship_id TEXT NOT NULL REFERENCES traineeship (id) ON DELETE CASCADE,
  month TEXT NOT NULL CHECK (length(month) = 7),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 44640),
  days_present INTEGER NOT NULL CHECK (days_present BETWEEN 0 AND 31),
  days_absent INTEGER NOT NULL CHECK (days_absent BETWEEN 0 AND 31),
  PRIMARY KEY (traineeship_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE undertaking (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('recommendation', 'milestone', 'followUp')),
  programme_id TEXT REFERENCES programme (id),
  organisation_id TEXT REFERENCES organisation (id),
  pilot_id TEXT REFERENCES pilot (id) ON DELETE CASCADE,
  meeting_id TEXT REFERENCES community_meeting (id) ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 300),
  owner TEXT NOT NULL CHECK (length(owner) BETWEEN 1 AND 120),
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  done_on TEXT CHECK (length(done_on) = 10),
  outcome TEXT CHECK (length(outcome) BETWEEN 1 AND 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((kind = 'milestone') = (pilot_id IS NOT NULL)),
  CHECK ((kind = 'followUp') = (meeting_id IS NOT NULL))
) STRICT;

CREATE TABLE user (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) <= 120),
  role TEXT NOT NULL CHECK (role IN ('volunteer', 'mediator', 'coordinator', 'reporter')),
  slot_id TEXT NOT NULL UNIQUE,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
, sign_in_name TEXT CHECK (length(sign_in_name) <= 40), removed_at TEXT, last_unlocked_at TEXT, language TEXT CHECK (length(language) BETWEEN 2 AND 10), sees_photos INTEGER NOT NULL DEFAULT 1 CHECK (sees_photos IN (0, 1))) STRICT;

CREATE TABLE withholding (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  organisation_id TEXT REFERENCES organisation (id),
  from_whom TEXT CHECK (length(from_whom) <= 160),
  data_categories TEXT NOT NULL CHECK (json_valid(data_categories) AND length(data_categories) <= 2000),
  reason TEXT NOT NULL,
  words TEXT CHECK (length(words) <= 400),
  since TEXT NOT NULL,
  ended_on TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK (organisation_id IS NOT NULL OR from_whom IS NOT NULL)
) STRICT;

CREATE TRIGGER area_map_in_use_is_kept BEFORE DELETE ON area_map
WHEN OLD.frozen_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'areas in use are never removed'); END;

CREATE TRIGGER area_map_in_use_is_kept_unchanged BEFORE UPDATE ON area_map
WHEN OLD.frozen_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'areas in use are never changed'); END;

CREATE TRIGGER attachment_content_leaves_file AFTER DELETE ON attachment_content
WHEN old.stored_as IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO attachment_leftover (stored_as) VALUES (old.stored_as);
END;

CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER letter_file_is_what_left BEFORE UPDATE ON letter_file
BEGIN
  SELECT RAISE(ABORT, 'a letter that left is not changed');
END;

CREATE TRIGGER name_word_unused AFTER DELETE ON person_word
WHEN NOT EXISTS (SELECT 1 FROM person_word WHERE word_id = OLD.word_id)
BEGIN
  DELETE FROM name_word WHERE id = OLD.word_id;
END;

CREATE TRIGGER nationality_map_in_use_is_kept BEFORE DELETE ON nationality_map
WHEN OLD.frozen_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a map in use is never removed'); END;

CREATE TRIGGER nationality_map_in_use_is_kept_unchanged BEFORE UPDATE ON nationality_map
WHEN OLD.frozen_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a map in use is never changed'); END;

CREATE TRIGGER person_search_gone AFTER DELETE ON person_line
BEGIN
  DELETE FROM person_search WHERE rowid = OLD.line;
END;

CREATE TRIGGER person_search_state AFTER UPDATE OF is_open ON person_line
WHEN NEW.is_open <> OLD.is_open
BEGIN
  UPDATE person_search SET state = iif(NEW.is_open, 'open', 'closed') WHERE rowid = NEW.line;
END;

CREATE TRIGGER person_takes_appointments BEFORE DELETE ON person
BEGIN
  DELETE FROM appointment
  WHERE id IN (SELECT appointment_id FROM appointment_person WHERE person_id = OLD.id)
    AND NOT EXISTS (
      SELECT 1 FROM appointment_person AS other
      WHERE other.appointment_id = appointment.id AND other.person_id <> OLD.id
    );
END;

CREATE TRIGGER plan_signed_is_final BEFORE UPDATE ON plan WHEN OLD.state = 'signed'
BEGIN
  SELECT RAISE(ABORT, 'a signed plan is final');
END;

CREATE TRIGGER protocol_forgets_person BEFORE DELETE ON person
BEGIN
  UPDATE protocol_entry SET subject = '', note = NULL, their_protocol = NULL, annulled_why =
    CASE WHEN annulled_on IS NULL THEN NULL ELSE '' END,
    correspondent = CASE WHEN organisation_id IS NULL THEN '' ELSE correspondent END
  WHERE person_id = OLD.id;
END;

CREATE TRIGGER protocol_keeps_its_numbers BEFORE DELETE ON protocol_entry
BEGIN
  SELECT RAISE(ABORT, 'a protocol number is never taken back');
END;

CREATE TRIGGER protocol_number_stays BEFORE UPDATE OF year, number, direction, entered_on ON protocol_entry
BEGIN
  SELECT RAISE(ABORT, 'a protocol number never changes');
END;

CREATE TRIGGER referral_step_is_history BEFORE UPDATE ON referral_step
BEGIN
  SELECT RAISE(ABORT, 'a step of a referral is history');
END;

CREATE TRIGGER release_file_is_kept BEFORE DELETE ON release_file
BEGIN SELECT RAISE(ABORT, 'a release is never removed'); END;

CREATE TRIGGER release_file_is_kept_unchanged BEFORE UPDATE ON release_file
BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;

CREATE TRIGGER release_is_kept BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never removed'); END;

CREATE TRIGGER release_is_kept_unchanged BEFORE UPDATE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;

CREATE TRIGGER signed_plan_stays BEFORE UPDATE ON signed_plan
BEGIN
  SELECT RAISE(ABORT, 'a signed plan stays as it was signed');
END;
