/** Frozen. A change of the schema is a new file with the next number. */
export const migration0030 = {
  version: 30,
  sql: `
-- Towns told as areas in reports. There is one way of dividing them, and from the first report that used it it
-- stands still: areas drawn otherwise would give away who lives between the two lines.
CREATE TABLE area_map (
  id TEXT PRIMARY KEY CHECK (id = 'areas'),
  areas TEXT NOT NULL CHECK (json_valid(areas) AND length(areas) <= 400000),
  frozen_on TEXT CHECK (length(frozen_on) = 10),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER area_map_in_use_is_kept_unchanged BEFORE UPDATE ON area_map
WHEN OLD.frozen_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'areas in use are never changed'); END;
CREATE TRIGGER area_map_in_use_is_kept BEFORE DELETE ON area_map
WHEN OLD.frozen_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'areas in use are never removed'); END;
`,
};
