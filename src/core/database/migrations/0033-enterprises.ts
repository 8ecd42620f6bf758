/** Frozen. A change of the schema is a new file with the next number. */
export const migration0033 = {
  version: 33,
  sql: `
-- The idea of somebody who wants to open a firm, and who stands beside them.
CREATE TABLE enterprise (
  enrolment_id TEXT PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  idea TEXT CHECK (length(idea) BETWEEN 1 AND 1500),
  town TEXT CHECK (length(town) BETWEEN 1 AND 80),
  experience TEXT CHECK (length(experience) BETWEEN 1 AND 600),
  together TEXT CHECK (length(together) BETWEEN 1 AND 200),
  own_cents INTEGER CHECK (own_cents BETWEEN 0 AND 1000000000),
  tutor TEXT CHECK (length(tutor) BETWEEN 1 AND 120),
  mentor TEXT CHECK (length(mentor) BETWEEN 1 AND 120),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE business_plan_section (
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  section TEXT NOT NULL CHECK (length(section) <= 40),
  words TEXT NOT NULL CHECK (length(words) <= 3000),
  amounts TEXT NOT NULL CHECK (json_valid(amounts) AND length(amounts) <= 8000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (enrolment_id, section)
) STRICT, WITHOUT ROWID;

CREATE TABLE loan_application (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  state TEXT NOT NULL CHECK (state IN ('preparing', 'asked', 'granted', 'refused', 'withdrawn')),
  asked_cents INTEGER NOT NULL CHECK (asked_cents BETWEEN 1 AND 1000000000),
  asked_on TEXT CHECK (length(asked_on) = 10),
  answered_on TEXT CHECK (length(answered_on) = 10),
  granted_cents INTEGER CHECK (granted_cents BETWEEN 1 AND 1000000000),
  repayment TEXT CHECK (repayment IN ('notDue', 'onTime', 'late', 'repaid', 'notRepaid')),
  repayment_on TEXT CHECK (length(repayment_on) = 10),
  note TEXT CHECK (length(note) BETWEEN 1 AND 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((state = 'granted') = (granted_cents IS NOT NULL)),
  CHECK ((repayment IS NULL) = (repayment_on IS NULL))
) STRICT;

CREATE INDEX loan_application_of_enrolment ON loan_application (enrolment_id);
CREATE INDEX loan_application_of_organisation ON loan_application (organisation_id);

CREATE TABLE firm (
  enrolment_id TEXT PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
  form TEXT NOT NULL CHECK (length(form) <= 40),
  name TEXT CHECK (length(name) BETWEEN 1 AND 160),
  ateco TEXT CHECK (length(ateco) BETWEEN 2 AND 8),
  closed_on TEXT CHECK (length(closed_on) = 10),
  note TEXT CHECK (length(note) BETWEEN 1 AND 600),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE mentor_meeting (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  held_on TEXT NOT NULL CHECK (length(held_on) = 10),
  met TEXT NOT NULL CHECK (met IN ('tutor', 'mentor', 'lender', 'chamber')),
  name TEXT CHECK (length(name) BETWEEN 1 AND 120),
  minutes INTEGER CHECK (minutes BETWEEN 5 AND 600),
  about TEXT NOT NULL CHECK (length(about) BETWEEN 1 AND 1000),
  next TEXT CHECK (length(next) BETWEEN 1 AND 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX mentor_meeting_of_enrolment ON mentor_meeting (enrolment_id);
`,
};
