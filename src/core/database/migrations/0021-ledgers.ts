/** Frozen. A change of the schema is a new file with the next number. */
export const migration0021 = {
  version: 21,
  sql: `
ALTER TABLE enrolment ADD COLUMN budget TEXT CHECK (length(budget) <= 40);

CREATE TABLE ledger_entry (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  -- NULL where a programme spends a grant of its own and not money for one person.
  enrolment_id TEXT REFERENCES enrolment (id) ON DELETE CASCADE,
  budget TEXT NOT NULL CHECK (length(budget) <= 40),
  line TEXT NOT NULL CHECK (length(line) <= 40),
  state TEXT NOT NULL CHECK (state IN ('planned', 'committed', 'paid')),
  cents INTEGER NOT NULL CHECK (cents BETWEEN 1 AND 1000000000),
  units INTEGER NOT NULL CHECK (units BETWEEN 1 AND 10000),
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  payee TEXT CHECK (length(payee) BETWEEN 1 AND 160),
  funding_source TEXT CHECK (length(funding_source) <= 40),
  receipt_number TEXT CHECK (length(receipt_number) BETWEEN 1 AND 60),
  receipt_id TEXT REFERENCES attachment (id) ON DELETE SET NULL,
  note TEXT CHECK (length(note) BETWEEN 1 AND 300),
  override_reason TEXT CHECK (length(override_reason) BETWEEN 1 AND 600),
  override_by TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((override_reason IS NULL) = (override_by IS NULL))
) STRICT;

CREATE INDEX ledger_entry_of_programme ON ledger_entry (programme_id);
CREATE INDEX ledger_entry_of_enrolment ON ledger_entry (enrolment_id);
CREATE INDEX ledger_entry_of_receipt ON ledger_entry (receipt_id);

CREATE TABLE traineeship (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id) ON DELETE CASCADE,
  host TEXT NOT NULL CHECK (length(host) BETWEEN 1 AND 160),
  tutor TEXT CHECK (length(tutor) BETWEEN 1 AND 120),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT NOT NULL CHECK (length(to_on) = 10),
  weekly_hours INTEGER NOT NULL CHECK (weekly_hours BETWEEN 1 AND 60),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX traineeship_of_enrolment ON traineeship (enrolment_id);

CREATE TABLE traineeship_month (
  traineeship_id TEXT NOT NULL REFERENCES traineeship (id) ON DELETE CASCADE,
  month TEXT NOT NULL CHECK (length(month) = 7),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 44640),
  days_present INTEGER NOT NULL CHECK (days_present BETWEEN 0 AND 31),
  days_absent INTEGER NOT NULL CHECK (days_absent BETWEEN 0 AND 31),
  PRIMARY KEY (traineeship_id, month)
) STRICT, WITHOUT ROWID;
`,
};
