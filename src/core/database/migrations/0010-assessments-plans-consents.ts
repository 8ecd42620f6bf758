/** Frozen. A change of the schema is a new file with the next number. */
export const migration0010 = {
  version: 10,
  sql: `
CREATE TABLE assessment (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'completed')),
  assessed_on TEXT NOT NULL,
  assessor TEXT NOT NULL CHECK (length(assessor) <= 120),
  mediator TEXT CHECK (length(mediator) <= 120),
  interpreted_in TEXT,
  own_view TEXT CHECK (length(own_view) <= 1500),
  note TEXT CHECK (length(note) <= 2000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_of_person ON assessment (person_id, assessed_on);

CREATE TABLE assessment_score (
  assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
  domain TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  words TEXT CHECK (length(words) <= 600),
  wants_goal INTEGER NOT NULL CHECK (wants_goal IN (0, 1)),
  PRIMARY KEY (assessment_id, domain)
) STRICT, WITHOUT ROWID;

-- Needs of one day become one assessment; a domain recorded twice that day makes a second one, so that
-- every record stays and the later one stays the later one.
CREATE TABLE need_turn (
  need_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  recorded_on TEXT NOT NULL,
  turn INTEGER NOT NULL
) STRICT;
INSERT INTO need_turn
SELECT id, person_id, recorded_on,
  row_number() OVER (PARTITION BY person_id, recorded_on, domain ORDER BY changed_at, id)
FROM need;
INSERT INTO assessment (id, person_id, revision, state, assessed_on, assessor, changed_at, changed_by)
SELECT min(need.id), need.person_id, 1, 'completed', need.recorded_on,
  substr(coalesce(group_concat(DISTINCT user.name), ''), 1, 120),
  max(need.changed_at), max(need.changed_by)
FROM need_turn JOIN need ON need.id = need_turn.need_id LEFT JOIN user ON user.id = need.changed_by
GROUP BY need.person_id, need.recorded_on, need_turn.turn;
INSERT INTO assessment_score (assessment_id, domain, level, words, wants_goal)
SELECT first.id, need.domain, need.level, need.words, 0
FROM need_turn
JOIN need ON need.id = need_turn.need_id
JOIN (
  SELECT min(need_id) AS id, person_id, recorded_on, turn
  FROM need_turn GROUP BY person_id, recorded_on, turn
) AS first USING (person_id, recorded_on, turn);
DROP TABLE need_turn;
DROP TABLE need;

CREATE TABLE specific_need (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  list_version TEXT NOT NULL,
  recorded_on TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  ended_on TEXT,
  note TEXT CHECK (length(note) <= 400),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK (ended_on >= recorded_on)
) STRICT;
CREATE INDEX specific_need_of_person ON specific_need (person_id);

ALTER TABLE plan ADD COLUMN signature TEXT CHECK (json_valid(signature) AND length(signature) <= 5000);

-- Progress and reviews of a signed plan stand beside it, because the plan itself is final.
CREATE TABLE plan_progress (
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  goal_key TEXT NOT NULL,
  action_key TEXT NOT NULL,
  state TEXT NOT NULL,
  done_on TEXT,
  dropped_why TEXT CHECK (length(dropped_why) <= 240),
  linked_kind TEXT,
  linked_id TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (plan_id, goal_key, action_key),
  CHECK ((linked_kind IS NULL) = (linked_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_review (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  reviewed_on TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('continue', 'revise', 'close')),
  next_review_on TEXT,
  details TEXT NOT NULL CHECK (json_valid(details) AND length(details) <= 20000),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX plan_review_of_plan ON plan_review (plan_id, reviewed_on);

ALTER TABLE consent ADD COLUMN recipient TEXT CHECK (length(recipient) <= 160);
ALTER TABLE consent ADD COLUMN data_categories TEXT NOT NULL DEFAULT '[]'
  CHECK (json_valid(data_categories) AND length(data_categories) <= 2000);
ALTER TABLE consent ADD COLUMN giver_name TEXT CHECK (length(giver_name) <= 160);
ALTER TABLE consent ADD COLUMN giver_authority TEXT CHECK (length(giver_authority) <= 160);
ALTER TABLE consent ADD COLUMN child_stance TEXT;
ALTER TABLE consent ADD COLUMN child_words TEXT CHECK (length(child_words) <= 600);
ALTER TABLE consent ADD COLUMN witness TEXT CHECK (length(witness) <= 160);
ALTER TABLE consent ADD COLUMN interpreter TEXT CHECK (length(interpreter) <= 120);
ALTER TABLE consent ADD COLUMN notice_version TEXT CHECK (length(notice_version) <= 40);
ALTER TABLE consent ADD COLUMN notice_given_on TEXT;
ALTER TABLE consent ADD COLUMN withdrawn_by TEXT CHECK (length(withdrawn_by) <= 160);
ALTER TABLE consent ADD COLUMN withdrawal_reason TEXT CHECK (length(withdrawal_reason) <= 400);
ALTER TABLE consent ADD COLUMN followed_up_on TEXT;
-- What an earlier withdrawal asked for is not asked again.
UPDATE consent SET followed_up_on = withdrawn_on WHERE withdrawn_on IS NOT NULL;

CREATE TABLE privacy_notice (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  version TEXT NOT NULL CHECK (length(version) <= 40),
  given_on TEXT NOT NULL,
  way TEXT NOT NULL,
  language TEXT,
  interpreter TEXT CHECK (length(interpreter) <= 120),
  given_to TEXT CHECK (length(given_to) <= 160),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX privacy_notice_of_person ON privacy_notice (person_id);

CREATE TABLE withholding (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  organisation_id TEXT REFERENCES organisation (id),
  from_whom TEXT CHECK (length(from_whom) <= 160),
  data_categories TEXT NOT NULL CHECK (json_valid(data_categories) AND length(data_categories) <= 2000),
  reason TEXT NOT NULL,
  words TEXT CHECK (length(words) <= 400),
  since TEXT NOT NULL,
  ended_on TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CHECK (organisation_id IS NOT NULL OR from_whom IS NOT NULL)
) STRICT;
CREATE INDEX withholding_of_person ON withholding (person_id);
`,
};
