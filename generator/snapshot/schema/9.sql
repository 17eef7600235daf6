-- The ninth schema: wide rows lie in order of their coming, not of their keys.
-- The conventions are those of the first.

-- Rows of these two are wide: in a tree of keys every one of model_score took a page of its own
-- beside it, and those of priority, which come in order of rank, split pages all the time.
CREATE TEMP TABLE kept AS SELECT * FROM model_score;
DROP TABLE model_score;
CREATE TABLE model_score (           -- A repository as a published model sees it, beside its health.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the pass: "model-criticality"
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  score      REAL,                   -- NULL: not known, or the model has no total
  maximum    REAL CHECK (maximum > 0), -- of the score; NULL: the model has no total
  grade      TEXT CHECK (grade IN ('A', 'B', 'C', 'D', 'F')), -- NULL: the model gives none
  known      REAL NOT NULL CHECK (known BETWEEN 0 AND 1), -- share of the parts that are known
  parts      TEXT NOT NULL CHECK (json_valid(parts)), -- JSON array of objects: part, value (NULL: not known), weight, points, reason
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, rule, source, repo),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
INSERT INTO model_score SELECT * FROM kept;
DROP TABLE kept;

CREATE INDEX model_score_repo ON model_score (source, repo);

CREATE TEMP TABLE kept AS SELECT * FROM priority;
DROP TABLE priority;
CREATE TABLE priority (                -- How much an item matters tonight, among all kinds and sources.
  edition    TEXT NOT NULL,
  kind       TEXT NOT NULL,          -- this and the next four as in item
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,
  repo       TEXT,
  number     INTEGER,
  points     REAL NOT NULL CHECK (points BETWEEN 0 AND 100),
  urgency    TEXT NOT NULL CHECK (urgency IN ('critical', 'high', 'medium', 'low')),
  rank       INTEGER NOT NULL,       -- 1 is the most urgent of the edition
  tonight    INTEGER NOT NULL CHECK (tonight IN (0, 1)), -- it stands in the desk's first list
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  parts      TEXT NOT NULL CHECK (json_valid(parts)), -- its terms, a JSON array of objects: component, points, reason; rule, where that is another pass
  approval   INTEGER NOT NULL CHECK (approval IN (0, 1)), -- waits for a decision
  blocked    INTEGER NOT NULL CHECK (blocked IN (0, 1)),
  stale      INTEGER NOT NULL CHECK (stale IN (0, 1)),    -- open, untouched for long
  PRIMARY KEY (edition, kind, source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;
INSERT INTO priority SELECT * FROM kept;
DROP TABLE kept;

CREATE INDEX priority_rank ON priority (edition, rank, urgency, tonight, approval, blocked, stale);
CREATE INDEX priority_repo ON priority (source, repo, number);
