/** Frozen. Contact, address, reception and legal status of a person become rows with a history. */

/** A UUID of version 7 with the time of the migration. */
const newId = `lower(
    substr(printf('%012x', CAST(unixepoch('subsec') * 1000 AS INTEGER)), 1, 8) || '-' ||
    substr(printf('%012x', CAST(unixepoch('subsec') * 1000 AS INTEGER)), 9, 4) || '-7' ||
    substr(hex(randomblob(2)), 2) || '-' ||
    substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' ||
    hex(randomblob(6)))`;

const ofPerson = `
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,`;

const changed = `
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL`;

export const migration0002 = {
  version: 2,
  sql: `
ALTER TABLE person ADD COLUMN birth_last_year INTEGER;
ALTER TABLE person ADD COLUMN birth_country TEXT;
ALTER TABLE person ADD COLUMN birth_place TEXT CHECK (length(birth_place) <= 120);
ALTER TABLE person ADD COLUMN pronoun TEXT CHECK (length(pronoun) <= 40);
ALTER TABLE person ADD COLUMN literacy TEXT;
ALTER TABLE person ADD COLUMN civil_status TEXT;
ALTER TABLE person ADD COLUMN fiscal_code TEXT CHECK (length(fiscal_code) <= 32);
CREATE INDEX person_by_fiscal_code ON person (fiscal_code) WHERE fiscal_code IS NOT NULL;

CREATE TABLE person_contact (${ofPerson}
  kind TEXT NOT NULL,
  value TEXT NOT NULL CHECK (length(value) <= 160),
  owner TEXT NOT NULL,
  owner_name TEXT CHECK (length(owner_name) <= 120),
  safe INTEGER NOT NULL CHECK (safe IN (0, 1)),
  no_messages INTEGER NOT NULL CHECK (no_messages IN (0, 1)),
  hours TEXT CHECK (length(hours) <= 160),
  is_preferred INTEGER NOT NULL CHECK (is_preferred IN (0, 1)),${changed}
) STRICT;
CREATE INDEX person_contact_of_person ON person_contact (person_id);
CREATE UNIQUE INDEX person_contact_preferred ON person_contact (person_id) WHERE is_preferred = 1;

CREATE TABLE person_address (${ofPerson}
  kind TEXT NOT NULL,
  address TEXT NOT NULL CHECK (length(address) <= 200),
  care_of TEXT CHECK (length(care_of) <= 120),
  from_on TEXT,
  to_on TEXT,
  safe_for_post INTEGER NOT NULL CHECK (safe_for_post IN (0, 1)),${changed}
) STRICT;
CREATE INDEX person_address_of_person ON person_address (person_id);

CREATE TABLE identity_document (${ofPerson}
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
  note TEXT CHECK (length(note) <= 400),${changed},
  CHECK ((expiry = 'known') = (expires_on IS NOT NULL))
) STRICT;
CREATE INDEX identity_document_of_person ON identity_document (person_id);
CREATE INDEX identity_document_by_expiry ON identity_document (expires_on);

-- The present one is also person.legal_status, for lists and reports.
CREATE TABLE legal_status_period (${ofPerson}
  status TEXT NOT NULL,
  from_on TEXT,
  to_on TEXT,
  authority TEXT CHECK (length(authority) <= 160),
  decision TEXT,
  decided_on TEXT,
  notified_on TEXT,
  reference TEXT CHECK (length(reference) <= 80),
  note TEXT CHECK (length(note) <= 400),${changed}
) STRICT;
CREATE INDEX legal_status_period_of_person ON legal_status_period (person_id);

-- The last one is also person.reception_type and person.reception_exit_on.
CREATE TABLE reception_stay (${ofPerson}
  type TEXT NOT NULL,
  place TEXT CHECK (length(place) <= 160),
  from_on TEXT,
  to_on TEXT,
  exit_reason TEXT,
  note TEXT CHECK (length(note) <= 400),${changed}
) STRICT;
CREATE INDEX reception_stay_of_person ON reception_stay (person_id);

CREATE TABLE person_education (${ofPerson}
  level TEXT NOT NULL,
  subject TEXT CHECK (length(subject) <= 160),
  country TEXT,
  place TEXT CHECK (length(place) <= 160),
  years_completed INTEGER,
  ended_year INTEGER,
  title_held TEXT NOT NULL,
  recognition TEXT,
  note TEXT CHECK (length(note) <= 400),${changed}
) STRICT;
CREATE INDEX person_education_of_person ON person_education (person_id);

CREATE TABLE person_work (${ofPerson}
  status TEXT NOT NULL,
  occupation_group TEXT,
  occupation TEXT CHECK (length(occupation) <= 160),
  employer TEXT CHECK (length(employer) <= 160),
  country TEXT,
  is_now INTEGER NOT NULL CHECK (is_now IN (0, 1)),
  from_on TEXT,
  to_on TEXT,
  years INTEGER,
  note TEXT CHECK (length(note) <= 400),${changed}
) STRICT;
CREATE INDEX person_work_of_person ON person_work (person_id);

CREATE TABLE person_housing (${ofPerson}
  situation TEXT NOT NULL,
  from_on TEXT,
  to_on TEXT,
  note TEXT CHECK (length(note) <= 400),${changed}
) STRICT;
CREATE INDEX person_housing_of_person ON person_housing (person_id);

-- One row for two people: kind says what the other is to the person.
CREATE TABLE tie (${ofPerson}
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
  note TEXT CHECK (length(note) <= 400),${changed},
  CHECK ((other_person_id IS NULL) <> (other_name IS NULL)),
  CHECK (other_person_id <> person_id)
) STRICT;
CREATE INDEX tie_of_person ON tie (person_id);
CREATE INDEX tie_of_other ON tie (other_person_id) WHERE other_person_id IS NOT NULL;
CREATE INDEX tie_of_household ON tie (place) WHERE place = 'sameHousehold';

INSERT INTO person_contact
SELECT ${newId}, id, 1, coalesce(contact_kind, 'other'), contact_value, 'self', NULL,
  coalesce(contact_safe, 0), 0, NULL, 1, changed_at, changed_by
FROM person WHERE contact_value IS NOT NULL;

INSERT INTO person_address
SELECT ${newId}, id, 1, 'domicile', address, NULL, NULL, NULL, 0, changed_at, changed_by
FROM person WHERE address IS NOT NULL;

INSERT INTO legal_status_period
SELECT ${newId}, id, 1, legal_status, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  changed_at, changed_by
FROM person WHERE legal_status IS NOT NULL;

INSERT INTO reception_stay
SELECT ${newId}, id, 1, reception_type, NULL, NULL, reception_exit_on, NULL, NULL,
  changed_at, changed_by
FROM person WHERE reception_type IS NOT NULL;

ALTER TABLE person DROP COLUMN contact_kind;
ALTER TABLE person DROP COLUMN contact_value;
ALTER TABLE person DROP COLUMN contact_safe;
ALTER TABLE person DROP COLUMN address;
`,
};
