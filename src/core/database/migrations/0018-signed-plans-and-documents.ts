/** Frozen. A change of the schema is a new file with the next number. */
export const migration0018 = {
  version: 18,
  sql: `
-- The paper as it was signed: printed again from these bytes, never made anew.
CREATE TABLE signed_plan (
  plan_id TEXT PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
  -- Beside Italian; NULL when it is in Italian alone.
  language TEXT CHECK (length(language) <= 10),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 20000000),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  page_count INTEGER NOT NULL CHECK (page_count > 0),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER signed_plan_stays BEFORE UPDATE ON signed_plan
BEGIN
  SELECT RAISE(ABORT, 'a signed plan stays as it was signed');
END;

-- Which document was written to a file, when and for whom.
CREATE TABLE given_document (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  language TEXT CHECK (length(language) <= 10),
  given_on TEXT NOT NULL CHECK (length(given_on) = 10),
  -- NULL: for the person.
  given_to TEXT CHECK (length(given_to) BETWEEN 1 AND 160),
  sha256 TEXT CHECK (length(sha256) = 64),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX given_document_of_person ON given_document (person_id, given_on);

-- Plans saved before are known from the audit log alone.
INSERT INTO given_document (id, person_id, kind, given_on, changed_at, changed_by)
SELECT printf('%s-%s-4%s-8%s-%s', lower(hex(randomblob(4))), lower(hex(randomblob(2))),
    substr(lower(hex(randomblob(2))), 2), substr(lower(hex(randomblob(2))), 2), lower(hex(randomblob(6)))),
  plan.person_id, 'plan', substr(at, 1, 10), at, coalesce(user_id, '')
FROM audit_entry JOIN plan ON plan.id = object_id WHERE action = 'documents.savePlan';
`,
};
