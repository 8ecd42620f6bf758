/** Frozen. A change of the schema is a new file with the next number. */
export const migration0007 = {
  version: 7,
  sql: `
CREATE TABLE procedure_event (
  id TEXT PRIMARY KEY,
  -- Absent for what happened to the association itself.
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (length(kind) <= 40),
  happened_on TEXT NOT NULL CHECK (length(happened_on) = 10),
  term INTEGER CHECK (term BETWEEN 1 AND 1000),
  note TEXT CHECK (length(note) <= 600),
  source_seen INTEGER NOT NULL CHECK (source_seen IN (0, 1)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX procedure_event_of_person ON procedure_event (person_id, happened_on);
CREATE INDEX procedure_event_by_day ON procedure_event (kind, happened_on);

CREATE TABLE task (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('ownDeadline', 'callBack')),
  title TEXT CHECK (length(title) <= 120),
  note TEXT CHECK (length(note) <= 600),
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK (kind = 'callBack' OR title IS NOT NULL)
) STRICT;
CREATE INDEX task_of_person ON task (person_id);
CREATE INDEX task_by_day ON task (due_on);

-- What was decided about one deadline. The key holds the fact it came from: a changed fact is a new deadline.
CREATE TABLE deadline_mark (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  rule TEXT NOT NULL CHECK (length(rule) <= 40),
  fact_key TEXT NOT NULL CHECK (length(fact_key) <= 200),
  state TEXT NOT NULL CHECK (state IN ('snoozed', 'done', 'notApplicable')),
  until_on TEXT,
  done_on TEXT,
  reason TEXT CHECK (length(reason) <= 300),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((state = 'snoozed') = (until_on IS NOT NULL)),
  CHECK ((state = 'done') = (done_on IS NOT NULL)),
  CHECK (state <> 'notApplicable' OR reason IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX deadline_mark_once ON deadline_mark (coalesce(person_id, ''), rule, fact_key);

-- Each decision of a coordinator about a rule stays; the last one counts.
CREATE TABLE deadline_rule_change (
  id TEXT PRIMARY KEY,
  rule TEXT NOT NULL CHECK (length(rule) <= 40),
  is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)),
  amount INTEGER CHECK (amount BETWEEN -1000 AND 1000),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  decided_on TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX deadline_rule_change_of_rule ON deadline_rule_change (rule, changed_at);
`,
};
