/** Frozen. A change of the schema is a new file with the next number. */
export const migration0013 = {
  version: 13,
  sql: `
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) <= 60),
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  content TEXT NOT NULL CHECK (json_valid(content) AND length(content) <= 100000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX saved_view_of_owner ON saved_view (owner_id);

CREATE TABLE list_look (
  user_id TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
  content TEXT NOT NULL CHECK (json_valid(content) AND length(content) <= 2000),
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
