/** Frozen. A change of the schema is a new file with the next number. */
export const migration0016 = {
  version: 16,
  sql: `
-- Reports as they were sent. The numbers of one are part of what protects the next, so that neither a figure nor
-- a byte of a file may change afterwards, whatever asks for it.
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

CREATE TRIGGER release_is_kept_unchanged BEFORE UPDATE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;
CREATE TRIGGER release_is_kept BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never removed'); END;
CREATE TRIGGER release_file_is_kept_unchanged BEFORE UPDATE ON release_file
BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;
CREATE TRIGGER release_file_is_kept BEFORE DELETE ON release_file
BEGIN SELECT RAISE(ABORT, 'a release is never removed'); END;
`,
};
