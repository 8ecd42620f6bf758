/** Frozen. A change of the schema is a new file with the next number. */
export const migration0017 = {
  version: 17,
  sql: `
-- A code of the restricted tier with its note, sealed under the case key; 'code' then says nothing. What was
-- recorded before is sealed when a coordinator unlocks: no key is at hand here.
ALTER TABLE specific_need ADD COLUMN sealed BLOB CHECK (length(sealed) <= 4000);
CREATE INDEX specific_need_sealed ON specific_need (person_id) WHERE sealed IS NOT NULL;

ALTER TABLE person_language ADD COLUMN cefr TEXT
  CHECK (cefr IN ('preA1', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'));
ALTER TABLE person_language ADD COLUMN cefr_source TEXT
  CHECK (cefr_source IN ('self', 'test', 'certificate'));

-- When somebody first came to Italy, as far as it is known.
ALTER TABLE person ADD COLUMN entry_year INTEGER CHECK (entry_year BETWEEN 1850 AND 2199);
ALTER TABLE person ADD COLUMN entry_month INTEGER CHECK (entry_month BETWEEN 1 AND 12);
ALTER TABLE person ADD COLUMN entry_day INTEGER CHECK (entry_day BETWEEN 1 AND 31);
ALTER TABLE person ADD COLUMN entry_last_year INTEGER;
ALTER TABLE person ADD COLUMN entry_certainty TEXT;

-- What a withdrawal asks for is done by one person today and by another tomorrow.
ALTER TABLE consent ADD COLUMN followed_up_tasks TEXT NOT NULL DEFAULT '[]'
  CHECK (json_valid(followed_up_tasks) AND length(followed_up_tasks) <= 1000);

-- Somebody sent to us: who asked for what, and what we answered.
CREATE TABLE inbound_referral (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  organisation_id TEXT REFERENCES organisation (id),
  sender TEXT CHECK (length(sender) <= 160),
  received_on TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('byHand', 'email', 'pec', 'post', 'phone')),
  their_protocol TEXT CHECK (length(their_protocol) <= 60),
  request TEXT NOT NULL CHECK (length(request) BETWEEN 1 AND 1500),
  urgency TEXT NOT NULL CHECK (urgency IN ('within24h', 'within72h', 'within2weeks', 'normal')),
  reply_by TEXT NOT NULL,
  replied_on TEXT,
  reply TEXT CHECK (reply IN ('accepted', 'waitingList', 'declined', 'informationGiven')),
  reply_way TEXT CHECK (reply_way IN ('byHand', 'email', 'pec', 'post', 'phone')),
  reply_words TEXT CHECK (length(reply_words) <= 1500),
  recorded_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK ((organisation_id IS NULL) <> (sender IS NULL)),
  CHECK ((replied_on IS NULL) = (reply IS NULL)),
  CHECK (replied_on >= received_on)
) STRICT;
CREATE INDEX inbound_referral_of_person ON inbound_referral (person_id);
CREATE INDEX inbound_referral_to_answer ON inbound_referral (reply_by) WHERE replied_on IS NULL;
`,
};
