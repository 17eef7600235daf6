-- The eighth schema: what costs by the minute, what desks of former days said, what changed beside code.
-- The conventions are those of the first.

-- money: minutes beside tokens, each record with what it costs, totals that sources tell
CREATE TEMP TABLE kept AS SELECT * FROM price;
DROP TABLE price;
CREATE TABLE price (                 -- What a million tokens or a minute cost, as the site's file of prices says.
  provider   TEXT NOT NULL,          -- "*": any that has no price of its own
  model      TEXT NOT NULL,          -- of minutes, what ran: a kind of runner
  kind       TEXT NOT NULL CHECK (kind IN ('input', 'cached', 'cache_write', 'output', 'reasoning', 'minute')),
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  price      INTEGER NOT NULL CHECK (price >= 0), -- millionths of the currency
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  line       INTEGER NOT NULL,       -- of the file
  zone       TEXT NOT NULL CHECK (zone IN ('public', 'internal', 'restricted')),
  PRIMARY KEY (provider, model, kind, valid_from)
) STRICT, WITHOUT ROWID;
INSERT INTO price (provider, model, kind, valid_from, price, currency, line, zone)
SELECT provider, model, kind, valid_from, price, currency, line, zone FROM kept;
DROP TABLE kept;

CREATE TABLE usage_total (           -- What a source says that its records of a month add up to. It checks the ledger and is not in it.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 1024),
  origin     TEXT NOT NULL CHECK (length(origin) <= 1024), -- the list that it was read from
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')),
  month      TEXT NOT NULL CHECK (month IS strftime('%Y-%m', month || '-01')), -- "2026-11"
  provider   TEXT CHECK (length(provider) BETWEEN 1 AND 256), -- NULL: any
  account    TEXT CHECK (length(account) <= 256),             -- NULL: any
  cost       INTEGER NOT NULL CHECK (cost BETWEEN -10000000000000 AND 10000000000000), -- millionths of the currency
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'), -- ISO 4217
  PRIMARY KEY (source, key)
) STRICT;

CREATE TABLE run_usage (             -- Minutes that a private repository's workflow ran on a day, where nobody tells what these cost.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  workflow   TEXT NOT NULL,          -- its name; empty: not told
  day        TEXT NOT NULL CHECK (day IS date(day)),
  runs       INTEGER NOT NULL,
  minutes    INTEGER NOT NULL,       -- of each run the begun ones
  PRIMARY KEY (edition, source, repo, workflow, day),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

ALTER TABLE tariff ADD minute INTEGER;   -- millionths of the currency

CREATE TABLE charge (                -- A record of the ledger: what was used, what it is told to cost, what by the price, and what counts.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- of the usage; of run_usage "runs", repository, day and workflow
  day        TEXT NOT NULL CHECK (day IS date(day)),
  provider   TEXT NOT NULL,
  model      TEXT,
  account    TEXT,
  repository TEXT NOT NULL,          -- "owner/name"; empty: not told
  workflow   TEXT,
  task       TEXT,
  requests   INTEGER,
  tokens_in  INTEGER,
  tokens_cached INTEGER,
  tokens_out INTEGER,
  minutes    INTEGER,                -- millionths of one
  told       INTEGER,                -- millionths, as the source says
  told_currency TEXT CHECK (told_currency GLOB '[A-Z][A-Z][A-Z]'),
  priced     INTEGER,                -- by the price of the day
  price_currency TEXT CHECK (price_currency GLOB '[A-Z][A-Z][A-Z]'),
  cost       INTEGER,                -- what is told, else what is priced, converted; NULL: not known
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]' OR currency = ''), -- that of the costs; another one: no rate is known; empty: nobody knows what it costs in any
  problem    TEXT CHECK (problem IN ('price', 'model', 'tokens', 'usage', 'amount', 'difference')), -- why its cost is not known; or told and price differ
  PRIMARY KEY (edition, source, key)
) STRICT, WITHOUT ROWID;

ALTER TABLE ledger ADD minutes INTEGER;  -- millionths of one
ALTER TABLE cost_gap ADD minutes INTEGER; -- millionths of one

CREATE TABLE repo_cost (             -- What a repository cost in the ledger's last month and in the one before: in all, by workflow, by model.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  dimension  TEXT NOT NULL CHECK (dimension IN ('month', 'workflow', 'model')), -- month: in all
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]' OR currency = ''), -- as in ledger
  name       TEXT NOT NULL,          -- in the dimension; empty: not told, or in all
  month      TEXT NOT NULL CHECK (month IS strftime('%Y-%m', month || '-01')), -- the ledger's last
  records    INTEGER NOT NULL,       -- in it
  cost       INTEGER,                -- millionths; NULL: nothing is known
  unknown    INTEGER NOT NULL,       -- records whose cost is not known
  records_before INTEGER NOT NULL,   -- in the month before, and so the rest
  cost_before INTEGER,
  unknown_before INTEGER NOT NULL,
  PRIMARY KEY (edition, source, repo, dimension, currency, name),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- recall: what former desks said, and what a repository's page remembers
CREATE TABLE standing (              -- Where an item stood in the desk's first list, kept when that differs from the day before. It stays when what it is about is gone, and is shown while the desk of its day is.
  edition    TEXT NOT NULL,
  kind       TEXT NOT NULL,          -- this and the next four as in item
  source     TEXT NOT NULL,
  key        TEXT NOT NULL,
  day        TEXT NOT NULL CHECK (day IS date(day)), -- UTC, of the run
  repo       TEXT,
  number     INTEGER,
  rank       INTEGER CHECK (rank > 0), -- as in priority; NULL: it stands there no more
  reason     TEXT,                   -- as in priority
  PRIMARY KEY (edition, kind, source, key, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE episode (               -- A time before tonight in which an item of tonight stood on the desk, or was resolved.
  edition    TEXT NOT NULL,
  kind       TEXT NOT NULL,          -- this and the next two are the item's
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,
  place      INTEGER NOT NULL CHECK (place > 0), -- 1 is the latest
  repo       TEXT,
  number     INTEGER,
  what       TEXT NOT NULL CHECK (what IN ('listed', 'resolved')), -- listed: in the desk's first list
  since      TEXT CHECK (since IS date(since)),  -- NULL: not told
  until      TEXT CHECK (until IS date(until)),  -- the first day on which it was so no more; NULL: it is so still
  day        TEXT CHECK (day IS date(day)),      -- of what was listed: the first day on which it stood highest
  rank       INTEGER CHECK (rank > 0), -- then
  reason     TEXT,                   -- then
  PRIMARY KEY (edition, kind, source, key, place),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX episode_repo ON episode (source, repo, number);

CREATE TABLE memory_entry (          -- What the page of memory lists, in its order.
  edition    TEXT NOT NULL,
  place      INTEGER NOT NULL CHECK (place > 0), -- 1 is the latest
  source     TEXT REFERENCES source (name) ON DELETE CASCADE, -- of a memory; NULL: a decision of the site's own
  key        TEXT NOT NULL,
  PRIMARY KEY (edition, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX memory_entry_key ON memory_entry (source, key);

CREATE TABLE repo_memory (           -- What is remembered of a repository: beside its items of tonight, and of itself. Its page looks at its own rows only.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  place      INTEGER NOT NULL CHECK (place > 0),
  beside     INTEGER,                -- number of the item beside which it is remembered
  item       TEXT,                   -- that item's title; NULL: it is about the repository itself
  words      TEXT,                   -- that both share
  kind       TEXT NOT NULL CHECK (kind IN ('decision', 'conversation', 'note', 'report', 'document', 'issue', 'pull')),
  memory_source TEXT REFERENCES source (name) ON DELETE CASCADE, -- NULL: the site itself
  memory_key TEXT NOT NULL,          -- as in context
  origin     TEXT,                   -- the repository that it is of
  number     INTEGER,                -- the issue or pull request that it is, or is about
  title      TEXT NOT NULL,
  day        TEXT CHECK (day IS date(day)), -- when it was decided, written or closed; NULL: not told
  status     TEXT,
  url        TEXT,
  path       TEXT,                   -- its page on this site, without an ending: where it is listed, that of memory
  PRIMARY KEY (edition, source, repo, place),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (memory_source, origin) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX repo_memory_repo ON repo_memory (source, repo);
CREATE INDEX repo_memory_origin ON repo_memory (memory_source, origin);
CREATE INDEX memory_about ON memory (about) WHERE about IS NOT NULL;
-- reach: what changed of what is not code
CREATE TABLE domain_change (         -- A ticket, incident, job, idea or budget that is another than it was then.
  edition    TEXT NOT NULL,
  span       TEXT NOT NULL CHECK (span IN ('run', 'day', 'week')),
  kind       TEXT NOT NULL CHECK (kind IN ('ticket', 'incident', 'job', 'idea', 'budget')),
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- the source's; empty where several are told as one
  what       TEXT NOT NULL CHECK (what IN ('opened', 'reopened', 'raised', 'lowered', 'silenced', 'closed', 'passed', 'failed', 'recovered', 'decided', 'reached', 'known')), -- raised, lowered: in severity; passed: opened and closed in between; reached: a threshold of a budget; known: was there before, and was not known here
  items      INTEGER NOT NULL,       -- how many are told as one: of those that came to be known
  title      TEXT,
  severity   TEXT CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  at         TEXT CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)), -- when it happened, as the source says; NULL: it does not
  before     TEXT,                   -- severity, state, or per cent of a budget; NULL: none
  after      TEXT,
  url        TEXT,
  PRIMARY KEY (edition, span, kind, source, key, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE number_change (         -- How many are open or waiting at a source, where that is another number than it was then.
  edition    TEXT NOT NULL,
  span       TEXT NOT NULL CHECK (span IN ('run', 'day', 'week')),
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  metric     TEXT NOT NULL,          -- as in point
  before     REAL,                   -- NULL: not known
  after      REAL,
  PRIMARY KEY (edition, span, source, metric)
) STRICT, WITHOUT ROWID;

CREATE TABLE response (              -- Until when a ticket is to be answered, if it is one that somebody waits for.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  key        TEXT NOT NULL,          -- the ticket's
  minutes    INTEGER NOT NULL CHECK (minutes > 0), -- the target
  until      TEXT NOT NULL CHECK (until IS strftime('%Y-%m-%dT%H:%M:%SZ', until)),
  PRIMARY KEY (edition, source, key),
  FOREIGN KEY (source, key) REFERENCES ticket (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX response_ticket ON response (source, key);

-- What few rows are, of tables with many: whether a page is there is asked in every run.
CREATE INDEX issue_idea ON issue (source, repo, number) WHERE kind = 'issue' AND title GLOB '[[]Idea]*';
CREATE INDEX workflow_run_scheduled ON workflow_run (source, repo, workflow) WHERE event = 'schedule';
