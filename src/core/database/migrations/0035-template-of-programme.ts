/** Frozen. A change of the schema is a new file with the next number. */
export const migration0035 = {
  version: 35,
  sql: `
-- Which template of this register it was started from: one that is used is not removed.
ALTER TABLE programme ADD COLUMN template_id TEXT REFERENCES programme_template (id);
CREATE INDEX programme_of_template ON programme (template_id);
`,
};
