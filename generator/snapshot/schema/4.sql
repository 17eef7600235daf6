-- The fourth schema: what was, beside what is. The conventions are those of the first. For
-- each table of facts there is one more, its name with _was behind it, which history.sql makes.

CREATE TABLE point (                 -- A number on a day, kept when it differs from the one before.
  edition    TEXT NOT NULL,
  metric     TEXT NOT NULL CHECK (length(metric) BETWEEN 1 AND 64), -- "score", "open_issues"; "score.activity" is a component
  source     TEXT,                   -- NULL: of all that the edition shows
  repo       TEXT,
  day        TEXT NOT NULL CHECK (day IS date(day)), -- UTC, of the run
  value      REAL,                   -- NULL: not known from this day on
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX point_day ON point (edition, coalesce(source, ''), coalesce(repo, ''), metric, day);
CREATE INDEX point_repo ON point (source, repo);

CREATE TABLE finding_event (         -- A finding came, or went, or has another severity.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the check
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- as in finding
  nth        INTEGER NOT NULL CHECK (nth > 0), -- counts the events of one finding: 1 opened, 2 resolved, 3 opened again ...
  state      TEXT NOT NULL CHECK (state IN ('open', 'resolved')),
  cause      TEXT NOT NULL CHECK (cause IN ('fact', 'rule')), -- rule: the check itself is another than in the run before
  run        INTEGER NOT NULL,
  at         TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)), -- when that run started
  repo       TEXT,
  number     INTEGER,
  severity   TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')), -- as it was then, and so the rest
  severity_before TEXT CHECK (severity_before IN ('critical', 'high', 'medium', 'low', 'info')), -- of what was open already, with that severity
  message    TEXT NOT NULL CHECK (length(message) <= 4096),
  evidence   TEXT NOT NULL CHECK (length(evidence) <= 16384),
  PRIMARY KEY (edition, rule, source, key, nth),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;

CREATE INDEX finding_event_at ON finding_event (edition, at);
CREATE INDEX finding_event_repo ON finding_event (source, repo, at);

CREATE TABLE edition_rule (          -- By which rules an edition's findings were found, so that a rule's own change is told from one of the facts.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the check
  run        INTEGER NOT NULL,       -- the last run that was analysed
  hash       TEXT,                   -- of the rule in that run; NULL: it was gone
  hash_before TEXT,                  -- in the run before that; NULL: there was no such rule
  PRIMARY KEY (edition, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE archive (               -- The desk of a day as it was published. Shown to nobody as a table.
  edition    TEXT NOT NULL,
  day        TEXT NOT NULL CHECK (day IS date(day)), -- UTC, of the run
  format     TEXT NOT NULL CHECK (format IN ('html', 'md', 'json')),
  run        INTEGER NOT NULL,
  content    BLOB NOT NULL,          -- compressed with zlib
  PRIMARY KEY (edition, day, format)
) STRICT;

-- Whether any row has a zone that an edition may not show is asked each time that it is read.
CREATE INDEX repo_zone ON repo (zone) WHERE zone IS NOT NULL;
CREATE INDEX issue_zone ON issue (zone) WHERE zone IS NOT NULL;
CREATE INDEX owner_zone ON owner (zone) WHERE zone IS NOT NULL;
CREATE INDEX scope_zone ON scope (zone) WHERE zone IS NOT NULL;
CREATE INDEX project_zone ON project (zone) WHERE zone IS NOT NULL;

-- Open items are listed and counted in the order of their keys, and what could not be read in none.
DROP INDEX issue_state;
CREATE INDEX issue_open ON issue (source, repo, number, kind, state) WHERE state = 'open';
CREATE INDEX scope_trouble ON scope (source, declaration) WHERE outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected;
