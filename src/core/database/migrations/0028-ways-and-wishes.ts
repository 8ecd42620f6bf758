/** Frozen. A change of the schema is a new file with the next number. */
export const migration0028 = {
  version: 28,
  sql: `
-- How somebody came to Italy and to the association, and what they asked for at the door, in their own words.
ALTER TABLE person ADD COLUMN arrival_way TEXT;
ALTER TABLE person ADD COLUMN came_through TEXT;
ALTER TABLE person ADD COLUMN sent_by TEXT CHECK (length(sent_by) <= 160);
ALTER TABLE person ADD COLUMN request TEXT CHECK (length(request) <= 600);
-- Whom they want to be interpreted by: a story of violence is not told to everybody.
ALTER TABLE person ADD COLUMN interpreter_wish TEXT CHECK (interpreter_wish IN ('woman', 'man'));

-- Speaking a language is not reading it: a letter in it may be of no use.
ALTER TABLE person_language ADD COLUMN reads INTEGER CHECK (reads IN (0, 1));
ALTER TABLE person_language ADD COLUMN writes INTEGER CHECK (writes IN (0, 1));

-- The paper that proves when somebody left: programmes ask for it.
ALTER TABLE reception_stay ADD COLUMN exit_proof TEXT CHECK (length(exit_proof) <= 160);
ALTER TABLE legal_status_period ADD COLUMN lawyer TEXT CHECK (length(lawyer) <= 160);
`,
};
