/** Frozen. A change of the schema is a new file with the next number. */
export const migration0023 = {
  version: 23,
  sql: `
-- A host, a sponsor, a home, a buddy, a university: what people are matched with.
CREATE TABLE place (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  kind TEXT NOT NULL CHECK (length(kind) <= 40),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  town TEXT NOT NULL CHECK (length(town) BETWEEN 1 AND 80),
  room INTEGER NOT NULL CHECK (room BETWEEN 1 AND 99),
  households INTEGER NOT NULL CHECK (households BETWEEN 1 AND 20),
  languages TEXT NOT NULL CHECK (json_valid(languages) AND length(languages) <= 400),
  skills TEXT NOT NULL CHECK (json_valid(skills) AND length(skills) <= 2000),
  has_school INTEGER NOT NULL CHECK (has_school IN (0, 1)),
  is_step_free INTEGER NOT NULL CHECK (is_step_free IN (0, 1)),
  from_on TEXT CHECK (length(from_on) = 10),
  until_on TEXT CHECK (length(until_on) = 10),
  note TEXT CHECK (length(note) BETWEEN 1 AND 600),
  is_offered INTEGER NOT NULL CHECK (is_offered IN (0, 1)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX place_of_programme ON place (programme_id);

CREATE TABLE search_for_place (
  enrolment_id TEXT PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 30),
  skills TEXT NOT NULL CHECK (json_valid(skills) AND length(skills) <= 2000),
  kin_towns TEXT NOT NULL CHECK (json_valid(kin_towns) AND length(kin_towns) <= 2000),
  has_school_children INTEGER NOT NULL CHECK (has_school_children IN (0, 1)),
  needs_step_free INTEGER NOT NULL CHECK (needs_step_free IN (0, 1)),
  from_on TEXT CHECK (length(from_on) = 10),
  until_on TEXT CHECK (length(until_on) = 10),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

-- A person decided it: the reasons as they stood, the talk about what to expect, and the consent.
CREATE TABLE placement (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  place_id TEXT NOT NULL REFERENCES place (id),
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 30),
  reasons TEXT NOT NULL CHECK (json_valid(reasons) AND length(reasons) <= 4000),
  decided_on TEXT NOT NULL CHECK (length(decided_on) = 10),
  decided_by TEXT NOT NULL,
  talk_on TEXT NOT NULL CHECK (length(talk_on) = 10),
  consent_on TEXT NOT NULL CHECK (length(consent_on) = 10),
  arrived_on TEXT CHECK (length(arrived_on) = 10),
  ended_on TEXT CHECK (length(ended_on) = 10),
  ended_why TEXT CHECK (length(ended_why) BETWEEN 1 AND 300),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX placement_of_enrolment ON placement (enrolment_id);
CREATE INDEX placement_of_place ON placement (place_id);
`,
};
