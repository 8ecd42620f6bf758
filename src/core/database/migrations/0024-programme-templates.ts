/** Frozen. A change of the schema is a new file with the next number. */
export const migration0024 = {
  version: 24,
  sql: `
-- Templates taken in from a file. A programme keeps its own copy of the one it was started from.
CREATE TABLE programme_template (
  id TEXT PRIMARY KEY,
  definition TEXT NOT NULL CHECK (json_valid(definition) AND length(definition) <= 400000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
`,
};
