/** Frozen. A change of the schema is a new file with the next number. */
export const migration0022 = {
  version: 22,
  sql: `
-- What was known of the person when they left, to compare with when they joined.
ALTER TABLE enrolment ADD COLUMN exit_facts TEXT CHECK (json_valid(exit_facts) AND length(exit_facts) <= 20000);
ALTER TABLE enrolment ADD COLUMN came_from_id TEXT REFERENCES enrolment (id) ON DELETE SET NULL;

CREATE INDEX enrolment_came_from ON enrolment (came_from_id);

CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  -- Months since the exit from the programme, or since the arrival at a matched place.
  since TEXT NOT NULL CHECK (since IN ('exit', 'arrival')),
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 60),
  asked_on TEXT NOT NULL CHECK (length(asked_on) = 10),
  answer TEXT NOT NULL CHECK (answer IN ('answered', 'notFound', 'refused')),
  is_still_there INTEGER CHECK (is_still_there IN (0, 1)),
  employment TEXT CHECK (length(employment) <= 40),
  note TEXT CHECK (length(note) BETWEEN 1 AND 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  UNIQUE (enrolment_id, since, months)
) STRICT;
`,
};
