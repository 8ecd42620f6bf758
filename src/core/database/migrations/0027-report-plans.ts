/** Frozen. A change of the schema is a new file with the next number. */
export const migration0027 = {
  version: 27,
  sql: `
-- Reports put together here, kept to be made again. JSON of lists chosen from; nobody is named in them.
CREATE TABLE report_plan (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  plan TEXT NOT NULL CHECK (json_valid(plan) AND length(plan) <= 20000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

-- What AMIF asks for at the end (annex VIII, R.2.9 and R.2.10): whether it was of help, as the person says, and
-- when the recognition of a title was asked for.
ALTER TABLE enrolment ADD COLUMN found_helpful INTEGER CHECK (found_helpful IN (0, 1));
ALTER TABLE person_education ADD COLUMN recognition_asked_on TEXT CHECK (length(recognition_asked_on) = 10);
`,
};
