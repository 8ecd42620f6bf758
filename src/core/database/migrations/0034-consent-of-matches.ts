/** Frozen. A change of the schema is a new file with the next number. */
export const migration0034 = {
  version: 34,
  sql: `
-- The person's own consent as it was recorded, the day the other side said yes, and the talk before both.
ALTER TABLE placement ADD COLUMN consent_id TEXT REFERENCES consent (id) ON DELETE SET NULL;
ALTER TABLE placement ADD COLUMN host_agreed_on TEXT CHECK (length(host_agreed_on) = 10);
ALTER TABLE placement ADD COLUMN talk_by TEXT CHECK (length(talk_by) BETWEEN 1 AND 120);
ALTER TABLE placement ADD COLUMN talk_note TEXT CHECK (length(talk_note) BETWEEN 1 AND 600);
CREATE INDEX placement_of_consent ON placement (consent_id);
`,
};
