/** Frozen. A change of the schema is a new file with the next number. */
export const migration0005 = {
  version: 5,
  sql: `
ALTER TABLE case_file ADD COLUMN worker_id TEXT;
CREATE INDEX case_file_of_worker ON case_file (worker_id) WHERE worker_id IS NOT NULL;

CREATE TABLE case_event (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('assigned', 'transferred', 'closed', 'reopened')),
  happened_on TEXT NOT NULL,
  worker_id TEXT,
  from_worker_id TEXT,
  organisation_id TEXT REFERENCES organisation (id),
  closure_reason TEXT,
  reason TEXT CHECK (length(reason) <= 600),
  outcome TEXT CHECK (length(outcome) <= 2000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((kind = 'closed') = (closure_reason IS NOT NULL))
) STRICT;
CREATE INDEX case_event_of_person ON case_event (person_id, happened_on);

-- Files that are closed already have one step behind them.
INSERT INTO case_event (id, person_id, kind, happened_on, closure_reason, changed_at, changed_by)
SELECT
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
    || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  person_id, 'closed', closed_on, closure_reason, changed_at, changed_by
FROM case_file WHERE closed_on IS NOT NULL;

CREATE TABLE appointment_series (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL CHECK (unit IN ('week', 'month')),
  every INTEGER NOT NULL CHECK (every BETWEEN 1 AND 12),
  until TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE appointment (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  series_id TEXT REFERENCES appointment_series (id),
  planned_on TEXT NOT NULL,
  start TEXT CHECK (length(start) = 5),
  minutes INTEGER CHECK (minutes BETWEEN 5 AND 1440),
  kind TEXT NOT NULL,
  about TEXT CHECK (length(about) <= 160),
  worker_id TEXT,
  place TEXT CHECK (length(place) <= 160),
  note TEXT CHECK (length(note) <= 600),
  state TEXT NOT NULL CHECK (state IN ('planned', 'kept', 'missed', 'cancelled', 'moved')),
  moved_to_id TEXT REFERENCES appointment (id) ON DELETE SET NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((start IS NULL) = (minutes IS NULL))
) STRICT;
CREATE INDEX appointment_by_day ON appointment (planned_on);
CREATE INDEX appointment_of_series ON appointment (series_id) WHERE series_id IS NOT NULL;

CREATE TABLE appointment_person (
  appointment_id TEXT NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (appointment_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_of_person ON appointment_person (person_id);

-- What was planned with somebody alone says something about them: it goes with them.
CREATE TRIGGER person_takes_appointments BEFORE DELETE ON person
BEGIN
  DELETE FROM appointment
  WHERE id IN (SELECT appointment_id FROM appointment_person WHERE person_id = OLD.id)
    AND NOT EXISTS (
      SELECT 1 FROM appointment_person AS other
      WHERE other.appointment_id = appointment.id AND other.person_id <> OLD.id
    );
END;

CREATE TABLE service (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  done_on TEXT NOT NULL,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  channel TEXT NOT NULL,
  attendance TEXT NOT NULL CHECK (attendance IN ('attended', 'noShow', 'cancelled')),
  worker_id TEXT NOT NULL,
  mediator TEXT CHECK (length(mediator) <= 120),
  place TEXT CHECK (length(place) <= 160),
  outcome TEXT CHECK (length(outcome) <= 300),
  note TEXT CHECK (length(note) <= 2000),
  -- The appointment that was kept with it.
  appointment_id TEXT REFERENCES appointment (id) ON DELETE SET NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX service_of_person ON service (person_id, done_on);
CREATE INDEX service_by_day ON service (done_on);
CREATE INDEX service_of_appointment ON service (appointment_id) WHERE appointment_id IS NOT NULL;

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  -- The first session of those that were repeated from one.
  series_id TEXT,
  type TEXT NOT NULL,
  title TEXT NOT NULL CHECK (length(title) <= 160),
  held_on TEXT NOT NULL,
  start TEXT CHECK (length(start) = 5),
  minutes INTEGER CHECK (minutes BETWEEN 5 AND 1440),
  place TEXT CHECK (length(place) <= 160),
  led_by TEXT CHECK (length(led_by) <= 120),
  mediator TEXT CHECK (length(mediator) <= 120),
  note TEXT CHECK (length(note) <= 2000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX session_by_day ON session (held_on);

CREATE TABLE session_participant (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  attendance TEXT NOT NULL CHECK (attendance IN ('expected', 'present', 'absent', 'excused')),
  PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_person ON session_participant (person_id);
`,
};
