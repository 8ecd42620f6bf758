/** Frozen. A change of the schema is a new file with the next number. */
export const migration0025 = {
  version: 25,
  sql: `
-- In which language the program speaks to whoever opened the register; null where nobody has chosen.
ALTER TABLE user ADD COLUMN language TEXT CHECK (length(language) BETWEEN 2 AND 10);
`,
};
