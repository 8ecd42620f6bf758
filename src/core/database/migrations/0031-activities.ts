/** Frozen. A change of the schema is a new file with the next number. */
export const migration0031 = {
  version: 31,
  sql: `
-- Trainings, visits, festivals, campaigns: what is done with many, most of whom have no case file.
CREATE TABLE activity (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  programme_id TEXT REFERENCES programme (id),
  kind TEXT NOT NULL CHECK (length(kind) <= 40),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  topic TEXT CHECK (length(topic) BETWEEN 1 AND 160),
  community TEXT CHECK (length(community) BETWEEN 1 AND 160),
  place TEXT CHECK (length(place) BETWEEN 1 AND 160),
  territory TEXT CHECK (length(territory) BETWEEN 1 AND 80),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT NOT NULL CHECK (length(to_on) = 10),
  organiser TEXT CHECK (length(organiser) BETWEEN 1 AND 160),
  worker_id TEXT,
  volunteers INTEGER NOT NULL CHECK (volunteers BETWEEN 0 AND 10000),
  bands TEXT NOT NULL CHECK (length(bands) <= 40),
  is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1)),
  note TEXT CHECK (length(note) BETWEEN 1 AND 2000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX activity_by_day ON activity (from_on);
CREATE INDEX activity_of_programme ON activity (programme_id);

CREATE TABLE activity_partner (
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (activity_id, organisation_id)
) STRICT, WITHOUT ROWID;

-- Somebody of the register, or somebody who has no case file: then the columns from name to origin say who.
CREATE TABLE activity_participant (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  name TEXT CHECK (length(name) BETWEEN 1 AND 160),
  organisation_id TEXT REFERENCES organisation (id),
  office TEXT CHECK (length(office) BETWEEN 1 AND 160),
  sex TEXT CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  age_band TEXT CHECK (length(age_band) <= 10),
  origin TEXT CHECK (length(origin) <= 40),
  part TEXT NOT NULL CHECK (part IN ('participant', 'speaker', 'volunteer')),
  is_spokesperson INTEGER NOT NULL CHECK (is_spokesperson IN (0, 1)),
  -- To be seen and heard; of somebody in the register it stands among their consents.
  image_given_on TEXT CHECK (length(image_given_on) = 10),
  image_way TEXT CHECK (image_way IN ('signed', 'oral')),
  image_until_on TEXT CHECK (length(image_until_on) = 10),
  image_withdrawn_on TEXT CHECK (length(image_withdrawn_on) = 10),
  evaluated_on TEXT CHECK (length(evaluated_on) = 10),
  useful TEXT CHECK (length(useful) <= 40),
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 10),
  asked_on TEXT CHECK (length(asked_on) = 10),
  uses_skills TEXT CHECK (length(uses_skills) <= 40),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((person_id IS NULL) <> (name IS NULL))
) STRICT;
CREATE UNIQUE INDEX activity_participant_once ON activity_participant (activity_id, person_id);
CREATE INDEX activity_of_person ON activity_participant (person_id);

-- Sessions of an activity are the group sessions there are; who has a case file is in session_participant.
ALTER TABLE session ADD COLUMN activity_id TEXT REFERENCES activity (id);
ALTER TABLE session ADD COLUMN counted INTEGER CHECK (counted BETWEEN 0 AND 100000);
CREATE INDEX session_of_activity ON session (activity_id);

CREATE TABLE session_guest (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  participant_id TEXT NOT NULL REFERENCES activity_participant (id) ON DELETE CASCADE,
  attendance TEXT NOT NULL CHECK (attendance IN ('expected', 'present', 'absent', 'excused')),
  PRIMARY KEY (session_id, participant_id)
) STRICT, WITHOUT ROWID;

-- People who were counted and not named, with what they answered on forms without a name.
CREATE TABLE activity_count (
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  sex TEXT NOT NULL CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  age_band TEXT NOT NULL CHECK (length(age_band) <= 10),
  origin TEXT NOT NULL CHECK (length(origin) <= 40),
  people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 100000),
  useful INTEGER NOT NULL CHECK (useful BETWEEN 0 AND people),
  uses_skills INTEGER NOT NULL CHECK (uses_skills BETWEEN 0 AND people),
  PRIMARY KEY (activity_id, sex, age_band, origin)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_score (
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 10),
  forms INTEGER NOT NULL CHECK (forms BETWEEN 1 AND 100000),
  PRIMARY KEY (activity_id, score)
) STRICT, WITHOUT ROWID;

CREATE TABLE media_output (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  -- What was published stays published when its spokesperson is taken out of the register.
  participant_id TEXT REFERENCES activity_participant (id) ON DELETE SET NULL,
  outlet TEXT NOT NULL CHECK (length(outlet) BETWEEN 1 AND 160),
  kind TEXT NOT NULL CHECK (length(kind) <= 20),
  title TEXT CHECK (length(title) BETWEEN 1 AND 200),
  published_on TEXT NOT NULL CHECK (length(published_on) = 10),
  link TEXT CHECK (length(link) BETWEEN 1 AND 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX media_of_activity ON media_output (activity_id);
CREATE INDEX media_of_spokesperson ON media_output (participant_id);
`,
};
