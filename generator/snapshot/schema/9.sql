-- The ninth schema: what former desks listed, what an outcome costs, which sources tell of a domain.
-- The conventions are those of the first.

-- speed: rows that are wide. In a tree of keys every one of model_score took a page of its own
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

-- recall: entries of the archive's desks
CREATE TABLE archive_entry (         -- What desks that are kept listed: a row for as long as one after the other did so in the same words.
  edition    TEXT NOT NULL,
  key        TEXT NOT NULL,          -- of all that is said of it, from "kind" to "text"
  since      TEXT NOT NULL CHECK (since IS date(since)), -- day of the first of these desks
  until      TEXT NOT NULL CHECK (until IS date(until)), -- and of the last
  kind       TEXT NOT NULL,          -- of an item; or finding, recommendation
  source     TEXT NOT NULL,
  name       TEXT NOT NULL,          -- the item's key; of a finding or recommendation that is no item, its title
  repo       TEXT,
  number     INTEGER,
  title      TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 4096),
  text       TEXT CHECK (length(text) <= 4096), -- the reason, evidence or step that stood beside it
  PRIMARY KEY (edition, key, since)
) STRICT, WITHOUT ROWID;

ALTER TABLE archive_day ADD entries INTEGER; -- how many its desk has; NULL: it was not split into them yet
ALTER TABLE archive_day ADD quotes TEXT CHECK (quotes IS NULL OR json_valid(quotes)); -- JSON array: the days of whose desks its own tells

CREATE TEMP TABLE kept AS SELECT * FROM context;
DROP TABLE context;
CREATE TABLE context (               -- What is remembered beside an item of tonight: a memory, a page of the site's own, what was closed or merged, or what a former desk listed.
  edition    TEXT NOT NULL,
  kind       TEXT NOT NULL,          -- this and the next two are the item's
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,
  place      INTEGER NOT NULL CHECK (place > 0), -- 1 has most to do with it
  memory_kind TEXT NOT NULL CHECK (memory_kind IN ('decision', 'conversation', 'note', 'report', 'document', 'issue', 'pull', 'desk')),
  memory_source TEXT REFERENCES source (name) ON DELETE CASCADE, -- NULL: the site itself, or one that is gone
  memory_key TEXT NOT NULL,          -- of a memory, or an issue "repository#number", or a page, or an entry of the archive
  repo       TEXT,                   -- the memory's
  number     INTEGER CHECK (number > 0), -- the memory's
  title      TEXT NOT NULL CHECK (length(title) <= 4096),
  day        TEXT CHECK (day IS date(day)), -- when it was decided, written or closed, or the desk's; NULL: not told
  status     TEXT,                   -- what became of it; of what a desk listed, what stood beside it
  url        TEXT,
  path       TEXT,                   -- its page on this site, without an ending
  score      REAL NOT NULL CHECK (score > 0), -- BM25, see snapshot/retrieval.h
  relevance  REAL NOT NULL CHECK (relevance BETWEEN 0 AND 1), -- how much of the title's weight is in the words that they share
  words      TEXT NOT NULL,          -- these words, as the item's title writes them
  PRIMARY KEY (edition, kind, source, key, place),
  FOREIGN KEY (memory_source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (memory_source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX context_repo ON context (memory_source, repo, number);
INSERT INTO context SELECT * FROM kept;
DROP TABLE kept;

CREATE TABLE outcome (               -- What an outcome cost on average in a month: a request of a task, a closed issue of a repository.
  edition    TEXT NOT NULL,
  month      TEXT NOT NULL CHECK (month IS strftime('%Y-%m', month || '-01')), -- "2026-11"
  kind       TEXT NOT NULL CHECK (kind IN ('request', 'closed issue')),
  name       TEXT NOT NULL,          -- of the task, or "owner/name"
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]' OR currency = ''), -- as in ledger: a row for each that it cost something in
  cost       INTEGER,                -- millionths; NULL: nothing is known
  records    INTEGER NOT NULL,       -- in any currency, and so the next two
  unknown    INTEGER NOT NULL,       -- records whose cost is not known
  outcomes   INTEGER,                -- requests, or issues closed; NULL: not known
  each_cost  INTEGER,                -- cost / outcomes, rounded half to even; NULL: not known
  reason     TEXT NOT NULL,          -- that in figures, or why it is not known
  PRIMARY KEY (edition, month, kind, name, currency)
) STRICT, WITHOUT ROWID;

-- desk: what concerns a domain
CREATE TABLE domain_source (         -- A source that tells of a domain, and what is asked of it for that.
  edition    TEXT NOT NULL,
  domain     TEXT NOT NULL,          -- homelab, business, jobs, ideas, costs, memory; or a group of the site's own declarations
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  declaration TEXT NOT NULL,         -- of which scopes concern the domain; empty: rows of the domain are the source's
  PRIMARY KEY (edition, domain, source, declaration)
) STRICT, WITHOUT ROWID;
