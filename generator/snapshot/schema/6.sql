-- The sixth schema: analysis goes on from what it has, and what is computed from more than a
-- repository's own facts. The conventions are those of the first.

-- analysis
CREATE TABLE analysis (              -- From what a pass or a check was last computed for an edition.
  edition    TEXT NOT NULL,
  step       TEXT NOT NULL,          -- "passes/finding rows waived_finding"
  input      TEXT NOT NULL,          -- hash of the program, the rule with its settings, and the edition's zones
  clock      TEXT,                   -- the time of the run, where it asked for it
  generation INTEGER NOT NULL,       -- what changed since has a higher one
  PRIMARY KEY (edition, step)
) STRICT, WITHOUT ROWID;

-- What checks say of others' names and titles may be long: it is cut where it becomes a finding.
CREATE TEMP TABLE kept AS SELECT * FROM found;
DROP TABLE found;
CREATE TABLE found (                 -- What the checks found; what no waiver covers becomes a finding.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the check
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- as in finding, and so the rest
  repo       TEXT,
  number     INTEGER,
  severity   TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  message    TEXT NOT NULL,
  evidence   TEXT NOT NULL,
  PRIMARY KEY (edition, rule, source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX found_repo ON found (source, repo, number);
INSERT INTO found SELECT * FROM kept;
DROP TABLE kept;

-- health: in the order in which it is looked up, so that it needs no index beside it
CREATE TEMP TABLE kept AS SELECT * FROM score_part;
DROP TABLE score_part;
CREATE TABLE score_part (            -- One component of a repository's score.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the pass that computed it
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  component  TEXT NOT NULL,
  points     REAL CHECK (points BETWEEN 0 AND maximum), -- NULL: not known
  maximum    REAL NOT NULL CHECK (maximum > 0),
  reason     TEXT NOT NULL,          -- the evidence, for a person
  remedy     TEXT,                   -- what would earn the missing points
  effort     REAL CHECK (effort > 0), -- hours that the remedy takes, a rough guess of the rule; NULL: nothing is missing, or it is nothing that one sits down and does
  PRIMARY KEY (source, repo, edition, component, rule),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO score_part SELECT * FROM kept;
DROP TABLE kept;
