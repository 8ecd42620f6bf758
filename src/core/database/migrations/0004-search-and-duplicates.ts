/** Frozen. A change of the schema is a new file with the next number. */
export const migration0004 = {
  version: 4,
  sql: `
-- The index is computed from the people and is filled again at the next unlock: see search_index.
DROP TABLE person_search;
CREATE VIRTUAL TABLE person_search USING fts5 (
  words, phone, code, identity, contact, state,
  prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);
INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 1);

-- The plain words of somebody's names again, beside the line: reading them from the full-text table is slow.
ALTER TABLE person_line ADD COLUMN words TEXT NOT NULL DEFAULT '';

-- Which version of the program's reading of names the index was written with; 0 means: not yet.
CREATE TABLE search_index (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO search_index (only_row, version) VALUES (1, 0);

-- Every word that stands in a name of somebody, once, with how it sounds.
CREATE TABLE name_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL CHECK (length(word) <= 400),
  script TEXT NOT NULL,
  phones TEXT NOT NULL,
  family INTEGER,
  UNIQUE (word, script)
) STRICT;

CREATE TABLE name_word_key (
  key TEXT NOT NULL,
  word_id INTEGER NOT NULL REFERENCES name_word (id) ON DELETE CASCADE,
  PRIMARY KEY (key, word_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_word_key_of_word ON name_word_key (word_id);

CREATE TABLE person_word (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  word_id INTEGER NOT NULL REFERENCES name_word (id),
  PRIMARY KEY (person_id, word_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_word_of_word ON person_word (word_id);

-- A word that nobody bears any more must not stay behind: it can be the name of somebody who was erased.
CREATE TRIGGER name_word_unused AFTER DELETE ON person_word
WHEN NOT EXISTS (SELECT 1 FROM person_word WHERE word_id = OLD.word_id)
BEGIN
  DELETE FROM name_word WHERE id = OLD.word_id;
END;

CREATE TRIGGER person_search_gone AFTER DELETE ON person_line
BEGIN
  DELETE FROM person_search WHERE rowid = OLD.line;
END;

CREATE TRIGGER person_search_state AFTER UPDATE OF is_open ON person_line
WHEN NEW.is_open <> OLD.is_open
BEGIN
  UPDATE person_search SET state = iif(NEW.is_open, 'open', 'closed') WHERE rowid = NEW.line;
END;

CREATE TABLE not_same_person (
  person_a TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  person_b TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (person_a, person_b),
  CHECK (person_a < person_b)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_same_person_b ON not_same_person (person_b);

-- Two records of one person made one. Everything that is needed to part them again, exactly.
CREATE TABLE person_merge (
  id TEXT PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  merged_id TEXT NOT NULL,
  merged_name TEXT NOT NULL CHECK (length(merged_name) <= 400),
  merged_case_number TEXT NOT NULL,
  kept_revision INTEGER NOT NULL,
  -- Rows of the person that is no longer shown, and of the kept one as they were before.
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  -- Which rows went over to the kept person: table, column, keys.
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX person_merge_of_kept ON person_merge (kept_id);
`,
};
