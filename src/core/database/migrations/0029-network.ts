/** Frozen. A change of the schema is a new file with the next number. */
export const migration0029 = {
  version: 29,
  sql: `
-- What an association of migrants is, beside its entry in the directory: numbers and codes, nobody by name.
CREATE TABLE migrant_association (
  organisation_id TEXT PRIMARY KEY REFERENCES organisation (id) ON DELETE CASCADE,
  founded_by_migrants INTEGER CHECK (founded_by_migrants IN (0, 1)),
  founded_in INTEGER CHECK (founded_in BETWEEN 1850 AND 2199),
  members INTEGER CHECK (members BETWEEN 1 AND 1000000),
  migrant_members INTEGER CHECK (migrant_members BETWEEN 0 AND members),
  members_band TEXT CHECK (length(members_band) <= 40),
  board INTEGER CHECK (board BETWEEN 1 AND 1000000),
  migrant_board INTEGER CHECK (migrant_board BETWEEN 0 AND board),
  legal_form TEXT CHECK (length(legal_form) <= 40),
  reach TEXT CHECK (length(reach) <= 40),
  communities TEXT NOT NULL CHECK (json_valid(communities) AND length(communities) <= 2000),
  fields TEXT NOT NULL CHECK (json_valid(fields) AND length(fields) <= 2000),
  is_registered INTEGER NOT NULL CHECK (is_registered IN (0, 1)),
  register_number TEXT CHECK (length(register_number) BETWEEN 1 AND 60),
  registered_on TEXT CHECK (length(registered_on) = 10),
  is_ours INTEGER NOT NULL CHECK (is_ours IN (0, 1)),
  CHECK ((members IS NULL) = (migrant_members IS NULL)),
  CHECK ((board IS NULL) = (migrant_board IS NULL))
) STRICT;

CREATE UNIQUE INDEX our_association ON migrant_association (is_ours) WHERE is_ours = 1;

-- Whether a contact sits on the board or speaks for the members; NULL: whom one calls.
ALTER TABLE organisation_contact ADD COLUMN body TEXT CHECK (body IN ('board', 'members'));

CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  programme_id TEXT REFERENCES programme (id),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  signed_on TEXT NOT NULL CHECK (length(signed_on) = 10),
  expires_on TEXT CHECK (length(expires_on) = 10),
  services TEXT NOT NULL CHECK (json_valid(services) AND length(services) <= 2000),
  changed TEXT CHECK (length(changed) BETWEEN 1 AND 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX agreement_of_organisation ON agreement (organisation_id);
CREATE INDEX agreement_of_programme ON agreement (programme_id);

-- Until now an entry of the directory had one agreement, and renewing it lost the former.
INSERT INTO agreement (id, organisation_id, title, signed_on, expires_on, services, changed_at, changed_by)
SELECT id, id, name, agreement_signed_on, agreement_expires_on, '[]', changed_at, changed_by
FROM organisation WHERE agreement_signed_on IS NOT NULL;
ALTER TABLE organisation DROP COLUMN agreement_signed_on;
ALTER TABLE organisation DROP COLUMN agreement_expires_on;

CREATE TABLE community_meeting (
  id TEXT PRIMARY KEY,
  programme_id TEXT REFERENCES programme (id),
  community TEXT NOT NULL CHECK (length(community) <= 40),
  held_on TEXT NOT NULL CHECK (length(held_on) = 10),
  place TEXT CHECK (length(place) BETWEEN 1 AND 120),
  note TEXT CHECK (length(note) BETWEEN 1 AND 1000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX community_meeting_of_programme ON community_meeting (programme_id);

CREATE TABLE community_meeting_attendees (
  meeting_id TEXT NOT NULL REFERENCES community_meeting (id) ON DELETE CASCADE,
  sex TEXT NOT NULL CHECK (length(sex) <= 20),
  age TEXT NOT NULL CHECK (length(age) <= 20),
  people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 10000),
  PRIMARY KEY (meeting_id, sex, age)
) STRICT, WITHOUT ROWID;

CREATE TABLE community_meeting_association (
  meeting_id TEXT NOT NULL REFERENCES community_meeting (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (meeting_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX meetings_of_organisation ON community_meeting_association (organisation_id);

CREATE TABLE community_meeting_need (
  meeting_id TEXT NOT NULL REFERENCES community_meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  need TEXT NOT NULL CHECK (length(need) <= 40),
  words TEXT CHECK (length(words) BETWEEN 1 AND 300),
  PRIMARY KEY (meeting_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE benchmark (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  indicator TEXT CHECK (length(indicator) <= 40),
  own_indicator TEXT CHECK (length(own_indicator) BETWEEN 1 AND 160),
  before_level INTEGER NOT NULL CHECK (before_level BETWEEN 1 AND 5),
  before_on TEXT NOT NULL CHECK (length(before_on) = 10),
  before_seen TEXT CHECK (length(before_seen) BETWEEN 1 AND 400),
  after_level INTEGER CHECK (after_level BETWEEN 1 AND 5),
  after_on TEXT CHECK (length(after_on) = 10),
  after_seen TEXT CHECK (length(after_seen) BETWEEN 1 AND 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((indicator IS NULL) <> (own_indicator IS NULL)),
  CHECK ((after_level IS NULL) = (after_on IS NULL))
) STRICT;

CREATE INDEX benchmark_of_programme ON benchmark (programme_id);
CREATE INDEX benchmark_of_organisation ON benchmark (organisation_id);

CREATE TABLE pilot (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  organisation_id TEXT REFERENCES organisation (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  grant_cents INTEGER NOT NULL CHECK (grant_cents BETWEEN 1 AND 1000000000),
  from_on TEXT CHECK (length(from_on) = 10),
  to_on TEXT CHECK (length(to_on) = 10),
  about TEXT CHECK (length(about) BETWEEN 1 AND 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX pilot_of_programme ON pilot (programme_id);
CREATE INDEX pilot_of_organisation ON pilot (organisation_id);

CREATE TABLE pilot_association (
  pilot_id TEXT NOT NULL REFERENCES pilot (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (pilot_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX pilots_of_organisation ON pilot_association (organisation_id);

ALTER TABLE ledger_entry ADD COLUMN pilot_id TEXT REFERENCES pilot (id);
CREATE INDEX ledger_entry_of_pilot ON ledger_entry (pilot_id);

CREATE TABLE undertaking (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('recommendation', 'milestone', 'followUp')),
  programme_id TEXT REFERENCES programme (id),
  organisation_id TEXT REFERENCES organisation (id),
  pilot_id TEXT REFERENCES pilot (id) ON DELETE CASCADE,
  meeting_id TEXT REFERENCES community_meeting (id) ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 300),
  owner TEXT NOT NULL CHECK (length(owner) BETWEEN 1 AND 120),
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  done_on TEXT CHECK (length(done_on) = 10),
  outcome TEXT CHECK (length(outcome) BETWEEN 1 AND 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((kind = 'milestone') = (pilot_id IS NOT NULL)),
  CHECK ((kind = 'followUp') = (meeting_id IS NOT NULL))
) STRICT;

CREATE INDEX undertaking_of_programme ON undertaking (programme_id);
CREATE INDEX undertaking_of_organisation ON undertaking (organisation_id);
CREATE INDEX undertaking_of_pilot ON undertaking (pilot_id);
CREATE INDEX undertaking_of_meeting ON undertaking (meeting_id);
`,
};
