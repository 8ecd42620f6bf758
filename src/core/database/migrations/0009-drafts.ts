/** Frozen. A change of the schema is a new file with the next number. */
export const migration0009 = {
  version: 9,
  sql: `
CREATE TABLE draft (
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  form TEXT NOT NULL CHECK (length(form) <= 40),
  subject_id TEXT NOT NULL CHECK (length(subject_id) <= 120),
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  content TEXT NOT NULL CHECK (length(content) <= 200000),
  changed_at TEXT NOT NULL,
  PRIMARY KEY (user_id, form, subject_id)
) STRICT;

CREATE INDEX draft_person ON draft (person_id);
`,
};
