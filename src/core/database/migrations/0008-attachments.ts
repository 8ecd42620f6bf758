/** Frozen. A change of the schema is a new file with the next number. */
export const migration0008 = {
  version: 8,
  sql: `
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
  changed_by TEXT NOT NULL,
  CHECK ((linked_kind IS NULL) = (linked_id IS NULL))
) STRICT;

CREATE INDEX attachment_person ON attachment (person_id);

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

CREATE TRIGGER attachment_content_leaves_file AFTER DELETE ON attachment_content
WHEN old.stored_as IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO attachment_leftover (stored_as) VALUES (old.stored_as);
END;
`,
};
