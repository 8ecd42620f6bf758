/** Frozen. A change of the schema is a new file with the next number. */
export const migration0026 = {
  version: 26,
  sql: `
-- Nationalities told as groups. Groups that change between two reports give away whoever changed sides, so that
-- a map stands still from the first report that used it.
CREATE TABLE nationality_map (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  groups TEXT NOT NULL CHECK (json_valid(groups) AND length(groups) <= 20000),
  frozen_on TEXT CHECK (length(frozen_on) = 10),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER nationality_map_in_use_is_kept_unchanged BEFORE UPDATE ON nationality_map
WHEN OLD.frozen_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a map in use is never changed'); END;
CREATE TRIGGER nationality_map_in_use_is_kept BEFORE DELETE ON nationality_map
WHEN OLD.frozen_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a map in use is never removed'); END;
`,
};
