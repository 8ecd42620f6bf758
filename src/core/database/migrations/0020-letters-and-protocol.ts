/** Frozen. A change of the schema is a new file with the next number. */
export const migration0020 = {
  version: 20,
  sql: `
-- A letter to the person themselves has no office, no referral and needs no consent.
CREATE TABLE letter_in_protocol (
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
INSERT INTO letter_in_protocol
SELECT id, referral_id, person_id, organisation_id, consent_id, protocol_year, protocol_number, issued_on,
  reply_by, details, facts, addressee, NULL, changed_at, changed_by FROM letter;
DROP TABLE letter;
ALTER TABLE letter_in_protocol RENAME TO letter;
CREATE INDEX letter_of_person ON letter (person_id);

-- The letter as it left, byte for byte. Letters issued before this table have none.
CREATE TABLE letter_file (
  letter_id TEXT PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 8388608),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  page_count INTEGER NOT NULL CHECK (page_count > 0)
) STRICT;
CREATE TRIGGER letter_file_is_what_left BEFORE UPDATE ON letter_file
BEGIN
  SELECT RAISE(ABORT, 'a letter that left is not changed');
END;

-- Which copy was printed or saved, when and by whom.
CREATE TABLE letter_copy (
  id TEXT PRIMARY KEY,
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('office', 'person')),
  manner TEXT NOT NULL CHECK (manner IN ('printed', 'saved')),
  made_on TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX copy_of_letter ON letter_copy (letter_id);

-- A letter that waits for a second pair of eyes.
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
CREATE INDEX proposal_of_person ON letter_proposal (person_id);

-- An association's own words for a letter; a version without words is the original again.
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

-- The register of what comes in and goes out: one row of numbers a year, and none is ever taken back.
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
CREATE INDEX protocol_of_person ON protocol_entry (person_id);
CREATE INDEX protocol_answers ON protocol_entry (answers_id);

INSERT INTO protocol_entry (id, year, number, direction, entered_on, correspondent, subject, organisation_id,
  person_id, letter_id, changed_at, changed_by)
SELECT substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-4' || substr(hex, 14, 3) || '-a' ||
  substr(hex, 18, 3) || '-' || substr(hex, 21, 12),
  protocol_year, protocol_number, 'out', issued_on, coalesce(substr(addressee ->> 'name', 1, 160), ''),
  coalesce(details ->> 'templateCode', ''), organisation_id, person_id, id, changed_at, changed_by
FROM (SELECT *, lower(hex(randomblob(16))) AS hex FROM letter);

CREATE TRIGGER protocol_keeps_its_numbers BEFORE DELETE ON protocol_entry
BEGIN
  SELECT RAISE(ABORT, 'a protocol number is never taken back');
END;
CREATE TRIGGER protocol_number_stays BEFORE UPDATE OF year, number, direction, entered_on ON protocol_entry
BEGIN
  SELECT RAISE(ABORT, 'a protocol number never changes');
END;
-- The number stays when somebody is erased; what it said does not.
CREATE TRIGGER protocol_forgets_person BEFORE DELETE ON person
BEGIN
  UPDATE protocol_entry SET subject = '', note = NULL, their_protocol = NULL, annulled_why =
    CASE WHEN annulled_on IS NULL THEN NULL ELSE '' END,
    correspondent = CASE WHEN organisation_id IS NULL THEN '' ELSE correspondent END
  WHERE person_id = OLD.id;
END;
`,
};
