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

-- dependencies: their part's table, here only so that this part can read it
CREATE TABLE dependant_count (       -- How many of the portfolio's repositories break if one changes.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  direct     INTEGER NOT NULL,
  transitive INTEGER NOT NULL,       -- the direct ones among them
  reason     TEXT NOT NULL,
  PRIMARY KEY (edition, source, repo),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;

-- priority: everything that is open in one order
ALTER TABLE declaration ADD repeats TEXT; -- of a check: the kind of item that its findings only tell of; NULL: they are items themselves

CREATE TABLE label_meaning (         -- What the labels of an open issue or pull request say together.
  edition    TEXT NOT NULL,
  labels     TEXT NOT NULL,          -- as in issue
  aspect     TEXT NOT NULL,          -- priority, approval, blocked, paused, security, bug
  label      TEXT NOT NULL,          -- that says it, in lower case; of several the strongest
  meaning    TEXT NOT NULL,          -- for a person; of the priority its level: critical, high, medium, low
  PRIMARY KEY (edition, labels, aspect)
) STRICT, WITHOUT ROWID;

CREATE TABLE item (                  -- Something open that somebody has to deal with. A pass for each kind says what there is.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the pass; no two give items of one kind
  kind       TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64), -- issue, pull, alert, finding, or what a site's own pass calls it
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- tells items of a kind apart within the source; "tower explain" takes it
  repo       TEXT,                   -- NULL: of none
  number     INTEGER CHECK (number IS NULL OR kind IN ('issue', 'pull')), -- of an issue or a pull request
  title      TEXT NOT NULL CHECK (length(title) <= 16384),
  url        TEXT,
  severity   TEXT CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')), -- how much it matters by itself; NULL: nobody says
  declared   INTEGER NOT NULL CHECK (declared IN (0, 1)), -- 1: a person says how much it matters; 0: a tool does
  basis      TEXT NOT NULL,          -- how that is said: "label p0"
  found_by   TEXT,                   -- the check, whose remedy is what helps
  remedy     TEXT,                   -- what helps, where the item says that itself
  labels     TEXT CHECK (labels IS NULL OR json_valid(labels)),       -- JSON array
  assignees  TEXT CHECK (assignees IS NULL OR json_valid(assignees)), -- JSON array; NULL: nobody can be assigned
  opened_at  TEXT CHECK (opened_at IS strftime('%Y-%m-%dT%H:%M:%SZ', opened_at)),
  touched_at TEXT CHECK (touched_at IS strftime('%Y-%m-%dT%H:%M:%SZ', touched_at)), -- by a person; NULL: not known, or of no account
  due_on     TEXT CHECK (due_on IS date(due_on)),
  PRIMARY KEY (edition, kind, source, key, rule),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX item_repo ON item (source, repo, number);

CREATE TABLE priority_part_new (         -- What a pass knows of an item that makes it press, or not; besides what the item itself tells.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the pass that computed it
  kind       TEXT NOT NULL,          -- this and the next four as in item
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,
  repo       TEXT,
  number     INTEGER,
  component  TEXT NOT NULL,
  points     REAL NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (edition, rule, kind, source, key, component),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The next run computes these again; until then they stand as they did.
INSERT INTO priority_part_new (edition, rule, kind, source, key, repo, number, component, points, reason)
SELECT p.edition, p.rule, i.kind, p.source, p.repo || '#' || p.number, p.repo, p.number, p.component, p.points, p.reason
  FROM priority_part p JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number;
DROP TABLE priority_part;
ALTER TABLE priority_part_new RENAME TO priority_part;
CREATE INDEX priority_part_repo ON priority_part (source, repo, number);

CREATE TABLE priority_new (              -- How much an item matters tonight, among all kinds and sources.
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
) STRICT, WITHOUT ROWID;

INSERT INTO priority_new (edition, kind, source, key, repo, number, points, urgency, rank, tonight, reason, parts, approval, blocked, stale)
SELECT p.edition, i.kind, p.source, p.repo || '#' || p.number, p.repo, p.number, p.points, p.urgency, p.rank, 0, p.reason, '[]', p.approval, p.blocked, p.stale
  FROM priority p JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number;
DROP TABLE priority;
ALTER TABLE priority_new RENAME TO priority;
CREATE INDEX priority_repo ON priority (source, repo, number);

-- The desk's lists and how long they are.
CREATE INDEX priority_rank ON priority (edition, rank, urgency, tonight, approval, blocked, stale);
