/** Frozen. A change of the schema is a new file with the next number. */
export const migration0003 = {
  version: 3,
  sql: `
-- A former user's row stays: their name stands beside what they wrote.
ALTER TABLE user ADD COLUMN sign_in_name TEXT CHECK (length(sign_in_name) <= 40);
ALTER TABLE user ADD COLUMN removed_at TEXT;
ALTER TABLE user ADD COLUMN last_unlocked_at TEXT;
CREATE UNIQUE INDEX user_by_sign_in_name ON user (sign_in_name) WHERE removed_at IS NULL;

-- A person with protected notes or a restricted case. The case key is sealed under the restricted key.
CREATE TABLE protected_case (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  is_restricted INTEGER NOT NULL CHECK (is_restricted IN (0, 1)),
  generation INTEGER NOT NULL,
  sealed_key BLOB NOT NULL CHECK (length(sealed_key) <= 200),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

-- Somebody named on a protected case: its key, sealed to their public key.
CREATE TABLE case_access (
  person_id TEXT NOT NULL REFERENCES protected_case (person_id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES user (id),
  sealed_for TEXT NOT NULL CHECK (length(sealed_for) <= 64),
  sealed_key BLOB NOT NULL CHECK (length(sealed_key) <= 200),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (person_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_access_of_user ON case_access (user_id);

CREATE TABLE protected_note (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX protected_note_of_person ON protected_note (person_id);

-- Kind, day and text are sealed together: the kind alone would tell.
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
CREATE INDEX protected_note_version_of_person ON protected_note_version (person_id);

CREATE TABLE audit_secret (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
INSERT INTO audit_secret VALUES (1, randomblob(32));

-- Who did what when, without names or contents. Each line's check covers the line before it.
CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id TEXT,
  action TEXT NOT NULL CHECK (length(action) <= 60),
  object_id TEXT CHECK (length(object_id) <= 60),
  mac TEXT NOT NULL CHECK (length(mac) <= 64)
) STRICT;

CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;
`,
};
