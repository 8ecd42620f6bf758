/** Frozen. A change of the schema is a new file with the next number. */
export const migration0032 = {
  version: 32,
  sql: `
-- Where a spelling was read, and while which it was theirs.
ALTER TABLE person_name ADD COLUMN source TEXT;
ALTER TABLE person_name ADD COLUMN from_on TEXT CHECK (length(from_on) = 10);
ALTER TABLE person_name ADD COLUMN to_on TEXT CHECK (length(to_on) = 10);

ALTER TABLE person ADD COLUMN origin_country TEXT;
-- The first entry into Europe, as far as it is known, and the way they came.
ALTER TABLE person ADD COLUMN first_entry_year INTEGER CHECK (first_entry_year BETWEEN 1850 AND 2199);
ALTER TABLE person ADD COLUMN first_entry_month INTEGER CHECK (first_entry_month BETWEEN 1 AND 12);
ALTER TABLE person ADD COLUMN first_entry_day INTEGER CHECK (first_entry_day BETWEEN 1 AND 31);
ALTER TABLE person ADD COLUMN first_entry_last_year INTEGER;
ALTER TABLE person ADD COLUMN first_entry_certainty TEXT;
ALTER TABLE person ADD COLUMN first_entry_country TEXT;
ALTER TABLE person ADD COLUMN first_entry_place TEXT CHECK (length(first_entry_place) <= 120);
ALTER TABLE person ADD COLUMN route TEXT CHECK (length(route) <= 400);
ALTER TABLE person ADD COLUMN urgency TEXT
  CHECK (urgency IN ('within24h', 'within72h', 'within2weeks', 'normal'));
ALTER TABLE person ADD COLUMN dependants INTEGER CHECK (dependants BETWEEN 0 AND 30);
ALTER TABLE person_language ADD COLUMN for_papers INTEGER CHECK (for_papers IN (0, 1));

-- Whom to call when something happened.
ALTER TABLE person_contact ADD COLUMN is_emergency INTEGER CHECK (is_emergency IN (0, 1));
ALTER TABLE tie ADD COLUMN is_emergency INTEGER CHECK (is_emergency IN (0, 1));

ALTER TABLE consent ADD COLUMN legal_basis TEXT CHECK (length(legal_basis) <= 40);

-- Whose faces they may see: a picture says who somebody is to whoever looks over a shoulder.
ALTER TABLE user ADD COLUMN sees_photos INTEGER NOT NULL DEFAULT 1 CHECK (sees_photos IN (0, 1));

-- The latest counts. The reason is read by everybody at the desk; what happened is in protected notes.
CREATE TABLE person_risk (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('high', 'medium', 'low', 'none')),
  assessed_on TEXT NOT NULL CHECK (length(assessed_on) = 10),
  reason TEXT CHECK (length(reason) <= 240),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX person_risk_of_person ON person_risk (person_id, assessed_on);

CREATE TABLE person_skill (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  skill TEXT NOT NULL CHECK (length(skill) BETWEEN 1 AND 160),
  esco TEXT CHECK (length(esco) <= 120),
  proof TEXT NOT NULL CHECK (proof IN ('told', 'seen', 'certificate')),
  years INTEGER CHECK (years BETWEEN 0 AND 70),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX person_skill_of_person ON person_skill (person_id);

-- What the first page asks for each time: who was changed last, whose file is open, which steps are of these days.
CREATE INDEX person_by_birth ON person (birth_year, legal_status, birth_country, id);
CREATE INDEX person_by_change ON person (changed_at);
CREATE INDEX person_line_open ON person_line (person_id, is_open);
DROP INDEX procedure_event_by_day;
CREATE INDEX procedure_event_by_day ON procedure_event (kind, happened_on, person_id);
`,
};
