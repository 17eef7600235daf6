-- The fifth schema: what is concluded from the facts. The conventions are those of the first.

-- health and models
ALTER TABLE score_part ADD effort REAL CHECK (effort > 0); -- hours that the remedy takes, a rough guess of the rule; NULL: nothing is missing, or it is nothing that one sits down and does

CREATE TABLE remedy_step (           -- A step on the cheapest way to a repository's next grade.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  nth        INTEGER NOT NULL CHECK (nth > 0), -- 1 gains the most for its effort
  target     TEXT NOT NULL CHECK (target IN ('A', 'B', 'C', 'D')), -- the next grade
  reached    INTEGER NOT NULL CHECK (reached IN (0, 1)), -- 1: with this step the target is reached
  component  TEXT NOT NULL,          -- of the score
  gain       REAL NOT NULL CHECK (gain > 0), -- by which the score rises, of 100
  effort     REAL NOT NULL,          -- hours
  score      REAL NOT NULL CHECK (score BETWEEN 0 AND 100), -- after this step and those before it
  remedy     TEXT NOT NULL,
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, source, repo, nth),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX remedy_step_repo ON remedy_step (source, repo);

CREATE TABLE model_score (           -- A repository as a published model sees it, beside its health.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the pass: "model-criticality"
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  score      REAL,                   -- NULL: not known, or the model has no total
  maximum    REAL CHECK (maximum > 0), -- of the score; NULL: the model has no total
  grade      TEXT,                   -- what the model calls it: a letter, a level; NULL: nothing
  known      REAL NOT NULL CHECK (known BETWEEN 0 AND 1), -- share of the parts that are known
  parts      TEXT NOT NULL CHECK (json_valid(parts)), -- JSON array of objects: part, value (NULL: not known), weight, points, reason
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, rule, source, repo),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX model_score_repo ON model_score (source, repo);
