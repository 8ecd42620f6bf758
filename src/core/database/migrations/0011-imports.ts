/** Frozen. A change of the schema is a new file with the next number. */
export const migration0011 = {
  version: 11,
  sql: `
-- Files taken in before, known by their contents alone.
CREATE TABLE import_run (
  id TEXT PRIMARY KEY,
  file_hash BLOB NOT NULL CHECK (length(file_hash) = 32),
  imported_on TEXT NOT NULL,
  created_count INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX import_run_by_file ON import_run (file_hash);
`,
};
