/** Frozen. A change of the schema is a new file with the next number. */
export const migration0019 = {
  version: 19,
  sql: `
CREATE TABLE programme (
  id TEXT PRIMARY KEY,
  template_code TEXT NOT NULL CHECK (length(template_code) <= 40),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  grant_code TEXT CHECK (length(grant_code) <= 60),
  from_on TEXT CHECK (length(from_on) = 10),
  to_on TEXT CHECK (length(to_on) = 10),
  definition TEXT NOT NULL CHECK (json_valid(definition) AND length(definition) <= 400000),
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE enrolment (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  enrolled_on TEXT NOT NULL CHECK (length(enrolled_on) = 10),
  is_waiting INTEGER NOT NULL CHECK (is_waiting IN (0, 1)),
  answers TEXT NOT NULL CHECK (json_valid(answers) AND length(answers) <= 10000),
  eligibility TEXT NOT NULL CHECK (json_valid(eligibility) AND length(eligibility) <= 20000),
  outcome TEXT NOT NULL CHECK (outcome IN ('eligible', 'notEligible', 'missing')),
  override_reason TEXT CHECK (length(override_reason) BETWEEN 1 AND 600),
  override_by TEXT,
  left_on TEXT CHECK (length(left_on) = 10),
  exit TEXT CHECK (length(exit) <= 40),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((left_on IS NULL) = (exit IS NULL)),
  CHECK ((override_reason IS NULL) = (override_by IS NULL))
) STRICT;

CREATE INDEX enrolment_of_programme ON enrolment (programme_id);
CREATE INDEX enrolment_of_person ON enrolment (person_id);

CREATE TABLE enrolment_stage (
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (length(stage) <= 40),
  reached_on TEXT NOT NULL CHECK (length(reached_on) = 10),
  PRIMARY KEY (enrolment_id, stage)
) STRICT, WITHOUT ROWID;
`,
};
