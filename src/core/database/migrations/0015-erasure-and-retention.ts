/** Frozen. A change of the schema is a new file with the next number. */
export const migration0015 = {
  version: 15,
  sql: `
-- Proposed, and not done yet: it goes with the person.
CREATE TABLE erasure_request (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
  manner TEXT NOT NULL CHECK (manner IN ('erase', 'anonymise')),
  ground TEXT NOT NULL CHECK (length(ground) <= 40),
  asked_on TEXT,
  reason TEXT CHECK (length(reason) <= 600),
  proposed_on TEXT NOT NULL CHECK (length(proposed_on) = 10),
  proposed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

-- Done: what the certificate says. Nothing in it tells who it was.
CREATE TABLE erasure (
  id TEXT PRIMARY KEY,
  manner TEXT NOT NULL CHECK (manner IN ('erase', 'anonymise')),
  ground TEXT NOT NULL CHECK (length(ground) <= 40),
  done_on TEXT NOT NULL CHECK (length(done_on) = 10),
  proposed_by TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  removed TEXT NOT NULL CHECK (json_valid(removed) AND length(removed) <= 5000),
  -- The file was written anew without what was removed; until then it is done again at the next unlock.
  is_cleaned INTEGER NOT NULL CHECK (is_cleaned IN (0, 1)),
  -- Names and numbers looked for afterwards, and places in which one was still found; absent when it was cut short.
  searched_words INTEGER,
  found_places TEXT CHECK (json_valid(found_places) AND length(found_places) <= 5000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

-- Ids alone, so that a backup from before does not bring anybody back.
CREATE TABLE erased_person (
  person_id TEXT PRIMARY KEY,
  erased_at TEXT NOT NULL,
  manner TEXT NOT NULL CHECK (manner IN ('erase', 'anonymise'))
) STRICT, WITHOUT ROWID;

CREATE TABLE legal_hold (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 600),
  until_on TEXT NOT NULL CHECK (length(until_on) = 10),
  ended_on TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX legal_hold_of_person ON legal_hold (person_id);

-- The last decision to keep a file beyond its period.
CREATE TABLE retention_decision (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  keep_until TEXT NOT NULL CHECK (length(keep_until) = 10),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 600),
  decided_on TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE retention_rule_change (
  id TEXT PRIMARY KEY,
  rule TEXT NOT NULL CHECK (length(rule) <= 40),
  months INTEGER NOT NULL CHECK (months BETWEEN 0 AND 600),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  decided_on TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

-- How many files that are gone were alike in what reports count. No time and no number of a row: nothing here
-- may be laid beside the day on which somebody was erased. An empty text: this line does not tell.
CREATE TABLE counted_file (
  opened_in TEXT NOT NULL CHECK (length(opened_in) = 7),
  closed_in TEXT NOT NULL CHECK (length(closed_in) = 7),
  sex TEXT NOT NULL CHECK (length(sex) <= 20),
  ages TEXT NOT NULL CHECK (length(ages) <= 200),
  nationality TEXT NOT NULL CHECK (length(nationality) <= 20),
  legal_status TEXT NOT NULL CHECK (length(legal_status) <= 40),
  files INTEGER NOT NULL CHECK (files > 0),
  PRIMARY KEY (opened_in, closed_in, sex, ages, nationality, legal_status)
) STRICT, WITHOUT ROWID;
`,
};
