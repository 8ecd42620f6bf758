/** Frozen. A change of the schema is a new file with the next number. */
export const migration0014 = {
  version: 14,
  sql: `
CREATE TABLE backup_setting (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  place TEXT NOT NULL CHECK (length(place) <= 1000),
  is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

-- Copies that were read back and found sound. The row stays when the file is taken away.
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
CREATE INDEX backup_by_time ON backup (made_at);

CREATE TABLE restore_drill (
  id TEXT PRIMARY KEY,
  done_on TEXT NOT NULL,
  backup_made_at TEXT NOT NULL,
  failure TEXT CHECK (length(failure) <= 60),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
`,
};
