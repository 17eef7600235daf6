-- The fourth schema: what was, beside what is. The conventions are those of the first. For
-- each table of facts there is one more, its name with _was behind it, which history.sql makes.

ALTER TABLE run ADD kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)); -- 1: what it left can be asked for again; 0: it was before there was row history, or its night was pruned
UPDATE run SET kept = 1 WHERE id = (SELECT max(id) FROM run);

CREATE TABLE point (                 -- A number on a day, kept when it differs from the one before. It stays when what it is about is gone, and is not shown then.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,          -- empty: of all that the edition shows
  repo       TEXT NOT NULL,          -- empty: of all of the source's
  metric     TEXT NOT NULL CHECK (length(metric) BETWEEN 1 AND 64), -- "score", "open_issues"; "score.activity" is a component
  day        TEXT NOT NULL CHECK (day IS date(day)), -- UTC, of the run
  value      REAL,                   -- NULL: not known from this day on
  PRIMARY KEY (edition, source, repo, metric, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_event (         -- A finding came, or went, or has another severity.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the check
  source     TEXT NOT NULL,
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
  PRIMARY KEY (edition, rule, source, key, nth)
) STRICT;

CREATE INDEX finding_event_at ON finding_event (edition, at);
CREATE INDEX finding_event_repo ON finding_event (source, repo, at);

CREATE TABLE edition_rule (          -- By which rules an edition's scores were computed and its findings found, so that a rule's own change is told from one of the facts.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the pass or check
  run        INTEGER NOT NULL,       -- the last run that was analysed
  hash       TEXT,                   -- of the rule in that run; NULL: it was gone
  hash_before TEXT,                  -- in the run before that; NULL: there was no such rule
  pass       INTEGER NOT NULL CHECK (pass IN (0, 1)), -- 1: it is, or was, a pass
  PRIMARY KEY (edition, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_change (           -- In that run a rule was another than in the run before, so that a score's move is told from one of the facts.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the pass or check
  run        INTEGER NOT NULL,
  pass       INTEGER NOT NULL CHECK (pass IN (0, 1)), -- 1: it is, or was, a pass
  PRIMARY KEY (edition, rule, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE rescore (               -- A score of the night before a run that came with other rules, under both.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  metric     TEXT NOT NULL,          -- as in point
  run        INTEGER NOT NULL,       -- the first with the rules that "after" is by
  before     REAL,                   -- NULL: not known
  after      REAL,
  PRIMARY KEY (edition, source, repo, metric, run),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX rescore_repo ON rescore (source, repo);
CREATE INDEX rescore_run ON rescore (run);

CREATE TABLE change_span (           -- A time whose changes are told: what the last run left is compared with what an earlier one left.
  edition    TEXT NOT NULL,
  name       TEXT NOT NULL CHECK (name IN ('run', 'day', 'week')), -- since the run before; since yesterday; since a week ago
  run        INTEGER NOT NULL,       -- the earlier run
  at         TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)), -- when that started
  day        TEXT NOT NULL CHECK (day IS date(day)), -- the same, as points have it
  short      INTEGER NOT NULL CHECK (short IN (0, 1)), -- 1: no run that can be compared with is as old as that; this is the first
  PRIMARY KEY (edition, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_change (        -- A finding that was not open then and is now, the other way round, or of another severity.
  edition    TEXT NOT NULL,
  span       TEXT NOT NULL CHECK (span IN ('run', 'day', 'week')),
  found_by   TEXT NOT NULL,          -- the check
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- as in finding
  nth        INTEGER NOT NULL,       -- the last of its events
  repo       TEXT,
  number     INTEGER,
  what       TEXT NOT NULL CHECK (what IN ('opened', 'raised', 'lowered', 'resolved', 'passed')), -- raised, lowered: in severity; passed: opened and resolved in between
  severity   TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')), -- now, or as it was last
  severity_before TEXT CHECK (severity_before IN ('critical', 'high', 'medium', 'low', 'info')), -- of what was open then already
  cause      TEXT NOT NULL CHECK (cause IN ('fact', 'rule')),
  at         TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)), -- of the last event
  PRIMARY KEY (edition, span, found_by, source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;

CREATE INDEX finding_change_repo ON finding_change (source, repo);
CREATE INDEX finding_change_issue ON finding_change (source, repo, number);

CREATE TABLE item_change (           -- A repository, issue, pull request or release that is another than it was then.
  edition    TEXT NOT NULL,
  span       TEXT NOT NULL CHECK (span IN ('run', 'day', 'week')),
  kind       TEXT NOT NULL CHECK (kind IN ('repository', 'issue', 'pull', 'release')),
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  repo       TEXT NOT NULL,
  key        TEXT NOT NULL,          -- the issue's number, the release's id; empty otherwise
  what       TEXT NOT NULL CHECK (what IN ('opened', 'closed', 'merged', 'reopened', 'passed', 'prioritised', 'published', 'created', 'archived', 'unarchived', 'shown', 'known')), -- passed: opened and closed in between; shown: another visibility; known: was there before, and was not known here
  number     INTEGER,                -- of the issue or pull request
  release    INTEGER,                -- id of the release
  items      INTEGER NOT NULL,       -- how many are told as one: of those that came to be known
  at         TEXT CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)), -- when it happened, as the source says; NULL: it does not
  before     TEXT,                   -- priority or visibility; NULL: none, or not told
  after      TEXT,
  PRIMARY KEY (edition, span, kind, source, repo, key, what),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, release) REFERENCES release (source, repo, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX item_change_repo ON item_change (source, repo);
CREATE INDEX item_change_issue ON item_change (source, repo, number);
CREATE INDEX item_change_release ON item_change (source, repo, release);

CREATE TABLE score_change (          -- A repository's score, or a component of it, that is another than it was then.
  edition    TEXT NOT NULL,
  span       TEXT NOT NULL CHECK (span IN ('run', 'day', 'week')),
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  component  TEXT NOT NULL,          -- empty: the score
  before     REAL,                   -- NULL: not known
  after      REAL,
  cause      TEXT NOT NULL CHECK (cause IN ('fact', 'rule', 'both')), -- rule also where a pass that makes scores was changed, and how much that did is not known
  by_rule    REAL,                   -- how much of the move the rule did; NULL: not known
  PRIMARY KEY (edition, span, source, repo, component),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;

CREATE INDEX score_change_repo ON score_change (source, repo);

CREATE TABLE source_change (         -- What a source answered then and answers no more, or the other way round.
  edition    TEXT NOT NULL,
  span       TEXT NOT NULL CHECK (span IN ('run', 'day', 'week')),
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  declaration TEXT NOT NULL,
  what       TEXT NOT NULL CHECK (what IN ('quiet', 'back')),
  scopes     INTEGER NOT NULL,       -- how many were asked for
  reason     TEXT,                   -- one of the reasons
  loaded_at  TEXT,                   -- the earliest of the times at which these were last up to date
  PRIMARY KEY (edition, span, source, declaration, what)
) STRICT;

CREATE TABLE cost_change (           -- What a source cost since the month began, then and now.
  edition    TEXT NOT NULL,
  span       TEXT NOT NULL CHECK (span IN ('run', 'day', 'week')),
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  currency   TEXT NOT NULL,
  month_before TEXT NOT NULL CHECK (month_before IS strftime('%Y-%m', month_before || '-01')), -- 2026-10
  before     REAL,                   -- NULL: not known
  month      TEXT NOT NULL CHECK (month IS strftime('%Y-%m', month || '-01')),
  after      REAL,
  PRIMARY KEY (edition, span, source, currency)
) STRICT;

CREATE TABLE archive_day (           -- A day on which an edition was published, and whose desk is kept. Pages list these.
  edition    TEXT NOT NULL,
  day        TEXT NOT NULL CHECK (day IS date(day)), -- UTC, of the run
  run        INTEGER,                -- whose desk it is; NULL: nothing is kept yet
  at         TEXT CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)), -- when that run started
  zones      TEXT CHECK (zones IS NULL OR json_valid(zones)), -- JSON array: what the edition was allowed to show then
  digest     TEXT,                   -- hash of what is kept
  withheld   INTEGER NOT NULL DEFAULT 0 CHECK (withheld IN (0, 1)), -- 1: the edition may no longer show all that it was made from
  grade      TEXT,                   -- of the portfolio, as on the desk; NULL: unknown, or withheld
  critical   INTEGER,                -- findings, likewise
  PRIMARY KEY (edition, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE archive (               -- The desk of a day as it was published. Shown to nobody as a table.
  edition    TEXT NOT NULL,
  day        TEXT NOT NULL,
  format     TEXT NOT NULL CHECK (format IN ('html', 'md', 'json')),
  base       TEXT,                   -- the day whose text it was compressed with, the first of its month; NULL: it stands alone
  content    BLOB NOT NULL,          -- compressed with zlib; see render/desk_text.h
  PRIMARY KEY (edition, day, format),
  FOREIGN KEY (edition, day) REFERENCES archive_day (edition, day) ON DELETE CASCADE,
  FOREIGN KEY (edition, base, format) REFERENCES archive (edition, day, format) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE archive_subject (       -- What an edition showed while desks were kept: of these each of them may tell. Shown to nobody.
  edition    TEXT NOT NULL,
  key        TEXT NOT NULL CHECK (json_valid(key)), -- JSON array: a source, a repository's key, an issue's number, as far as that goes
  since      TEXT NOT NULL CHECK (since IS strftime('%Y-%m-%dT%H:%M:%SZ', since)), -- the first run whose desk was kept
  until      TEXT CHECK (until IS strftime('%Y-%m-%dT%H:%M:%SZ', until)), -- and the last; NULL: it is shown still
  hidden     INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)), -- 1: it is, or when last seen was, in a zone that the edition may not show
  PRIMARY KEY (edition, key, since)
) STRICT, WITHOUT ROWID;

-- Whether any row has a zone that an edition may not show is asked each time that it is read.
CREATE INDEX repo_zone ON repo (zone) WHERE zone IS NOT NULL;
CREATE INDEX issue_zone ON issue (zone) WHERE zone IS NOT NULL;
CREATE INDEX owner_zone ON owner (zone) WHERE zone IS NOT NULL;
CREATE INDEX scope_zone ON scope (zone) WHERE zone IS NOT NULL;
CREATE INDEX project_zone ON project (zone) WHERE zone IS NOT NULL;

-- Open items are listed and counted in the order of their keys, and what could not be read in none.
DROP INDEX issue_state;
CREATE INDEX issue_open ON issue (source, repo, number, kind, state) WHERE state = 'open';
CREATE INDEX scope_trouble ON scope (source, declaration, outcome, reason, loaded_at, expected) WHERE outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected;

-- Pages that name other repositories are few, and looked for whenever anything changed.
CREATE INDEX file_outward ON file (edition, page, source, repo, outward) WHERE outward;

-- The desk's lists and how long they are.
DROP INDEX priority_rank;
CREATE INDEX priority_rank ON priority (edition, rank, urgency, approval, blocked, stale);
