/** Frozen. A change of the schema is a new file with the next number. */
export const migration0012 = {
  version: 12,
  sql: `
-- What is known about a restricted attachment and half of its file's key, sealed under the case key.
ALTER TABLE attachment ADD COLUMN sealed BLOB CHECK (length(sealed) <= 8000);
`,
};
