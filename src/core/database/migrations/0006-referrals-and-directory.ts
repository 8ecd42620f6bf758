/** Frozen. A change of the schema is a new file with the next number. */
export const migration0006 = {
  version: 6,
  sql: `
ALTER TABLE organisation ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE organisation ADD COLUMN place TEXT CHECK (length(place) <= 80);
ALTER TABLE organisation ADD COLUMN phone TEXT CHECK (length(phone) <= 60);
ALTER TABLE organisation ADD COLUMN email TEXT CHECK (length(email) <= 160);
ALTER TABLE organisation ADD COLUMN access_rules TEXT CHECK (length(access_rules) <= 600);
ALTER TABLE organisation ADD COLUMN agreement_signed_on TEXT;
ALTER TABLE organisation ADD COLUMN agreement_expires_on TEXT;
ALTER TABLE organisation ADD COLUMN note TEXT CHECK (length(note) <= 1000);
ALTER TABLE organisation ADD COLUMN verified_on TEXT;
ALTER TABLE organisation ADD COLUMN verified_by TEXT;
ALTER TABLE organisation ADD COLUMN is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1));

CREATE TABLE organisation_contact (
  organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) <= 120),
  role TEXT CHECK (length(role) <= 120),
  phone TEXT CHECK (length(phone) <= 60),
  email TEXT CHECK (length(email) <= 160),
  pec TEXT CHECK (length(pec) <= 160),
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
CREATE INDEX referral_of_person ON referral (person_id);
CREATE INDEX referral_to_organisation ON referral (organisation_id);
CREATE INDEX referral_by_state ON referral (state, reply_by);

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
CREATE INDEX step_of_referral ON referral_step (referral_id, changed_at);

-- Letters so far were the referral too. One that was issued counted as sent; one that was answered was
-- received at least, and what the office said was not recorded.
INSERT INTO referral (id, person_id, organisation_id, consent_id, urgency, state, opened_on, opened_by,
  sent_on, sent_by, reply_by, replied_on, revision, changed_at, changed_by)
SELECT id, person_id, organisation_id, consent_id, 'normal',
  CASE state WHEN 'answered' THEN 'received' ELSE 'sent' END, issued_on, changed_by,
  issued_on, changed_by, reply_by, answered_on, 1, changed_at, changed_by
FROM letter;

INSERT INTO referral_step (id, referral_id, from_state, to_state, happened_on, changed_at, changed_by)
SELECT id, id, NULL, 'sent', issued_on,
  CASE state WHEN 'answered' THEN issued_on || 'T00:00:00.000Z' ELSE changed_at END, changed_by
FROM letter;

INSERT INTO referral_step (id, referral_id, from_state, to_state, happened_on, changed_at, changed_by)
SELECT substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-4' || substr(hex, 14, 3) || '-a' ||
  substr(hex, 18, 3) || '-' || substr(hex, 21, 12),
  id, 'sent', 'received', coalesce(answered_on, substr(changed_at, 1, 10)), changed_at, changed_by
FROM (SELECT *, lower(hex(randomblob(16))) AS hex FROM letter WHERE state = 'answered');

CREATE TABLE letter_as_document (
  id TEXT PRIMARY KEY,
  referral_id TEXT NOT NULL UNIQUE REFERENCES referral (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  consent_id TEXT NOT NULL REFERENCES consent (id),
  protocol_year INTEGER NOT NULL,
  protocol_number INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  reply_by TEXT,
  details TEXT NOT NULL CHECK (json_valid(details) AND length(details) <= 50000),
  -- What the letter said about the person, and whom it addressed, on the day it was issued.
  facts TEXT NOT NULL CHECK (json_valid(facts) AND length(facts) <= 50000),
  addressee TEXT NOT NULL CHECK (json_valid(addressee) AND length(addressee) <= 5000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  UNIQUE (protocol_year, protocol_number)
) STRICT;

INSERT INTO letter_as_document
SELECT letter.id, letter.id, letter.person_id, letter.organisation_id, letter.consent_id,
  letter.protocol_year, letter.protocol_number, letter.issued_on, letter.reply_by, letter.details,
  letter.facts,
  json_patch('{}', json_object('name', organisation.name, 'office', organisation.office,
    'address', organisation.address, 'pec', organisation.pec)),
  letter.changed_at, letter.changed_by
FROM letter JOIN organisation ON organisation.id = letter.organisation_id;

DROP TABLE letter;
ALTER TABLE letter_as_document RENAME TO letter;
CREATE INDEX letter_of_person ON letter (person_id);

CREATE TRIGGER referral_step_is_history BEFORE UPDATE ON referral_step
BEGIN
  SELECT RAISE(ABORT, 'a step of a referral is history');
END;
`,
};
