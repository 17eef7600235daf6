-- The seventh schema: what is not code. A homelab, a business, ideas, jobs, memory and money.
-- The conventions are those of the first.

-- analysis: what is needed to put passes in order without compiling all of them. What another
-- program noted is looked at by none.
CREATE TEMP TABLE kept AS SELECT * FROM analysis;
DROP TABLE analysis;
CREATE TABLE analysis (              -- From what a pass or a check was last computed for an edition.
  edition    TEXT NOT NULL,
  step       TEXT NOT NULL,          -- "passes/finding rows waived_finding"
  input      TEXT NOT NULL,          -- the program, the edition's zones, of what something is hidden, the hash of the rule with its settings
  reads      TEXT NOT NULL CHECK (json_valid(reads)),  -- JSON array of what it read, "table.column"
  writes     TEXT NOT NULL CHECK (json_valid(writes)), -- and of what it may write
  own_rows   INTEGER NOT NULL CHECK (own_rows IN (0, 1)), -- 1: its table has other rules' rows, too
  clock      TEXT,                   -- the time of the run, where it asked for it
  generation INTEGER NOT NULL,       -- what changed since has a higher one
  PRIMARY KEY (edition, step)
) STRICT, WITHOUT ROWID;
INSERT INTO analysis SELECT edition, step, input, reads, '[]', 0, clock, generation FROM kept;
DROP TABLE kept;

-- domains: facts that belong to a source and to no repository. Where a source knows the
-- repository it is told as text ("owner/name"), as that one is another source's.
CREATE TABLE ticket (                -- What somebody asks of the business: a request, a complaint, a task.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 256), -- the source's
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- NULL: the source's
  kind       TEXT CHECK (length(kind) <= 64),        -- the source's word: question, incident, task
  project    TEXT CHECK (length(project) <= 256),    -- queue, team, board
  about      TEXT CHECK (length(about) <= 256),      -- the repository, "owner/name"
  title      TEXT NOT NULL CHECK (length(title) <= 4096),
  body       TEXT CHECK (length(body) <= 262144),
  state      TEXT NOT NULL CHECK (state IN ('open', 'waiting', 'closed')), -- waiting: for somebody else, as the source says
  status     TEXT CHECK (length(status) <= 64),      -- the source's word for that
  severity   TEXT CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')), -- NULL: not rated
  rating     TEXT CHECK (length(rating) <= 64),      -- the source's word for that
  customer   TEXT CHECK (length(customer) <= 256),
  requester  TEXT CHECK (length(requester) <= 256),
  assignees  TEXT CHECK (assignees IS NULL OR json_valid(assignees)), -- JSON array of names; NULL: not told
  labels     TEXT CHECK (labels IS NULL OR json_valid(labels)),       -- JSON array of names
  opened_at  TEXT NOT NULL CHECK (opened_at IS strftime('%Y-%m-%dT%H:%M:%SZ', opened_at)),
  responded_at TEXT CHECK (responded_at IS strftime('%Y-%m-%dT%H:%M:%SZ', responded_at)), -- the first answer to whoever asked; NULL: none yet
  updated_at TEXT CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
  due_at     TEXT CHECK (due_at IS strftime('%Y-%m-%dT%H:%M:%SZ', due_at)), -- when it is to be done
  closed_at  TEXT CHECK (closed_at IS strftime('%Y-%m-%dT%H:%M:%SZ', closed_at)),
  url        TEXT CHECK (length(url) <= 4096),
  PRIMARY KEY (source, key)
) STRICT;

CREATE TABLE incident (              -- Something that monitoring sees going wrong: an alert of Alertmanager, a finding of a nightly audit.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 256), -- the source's, or a hash of what tells it apart
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- NULL: the source's
  kind       TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64), -- infrastructure, cost, data: what it is about
  severity   TEXT CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')), -- NULL: not rated
  rating     TEXT CHECK (length(rating) <= 64),      -- the source's word for that
  state      TEXT NOT NULL CHECK (state IN ('open', 'silenced', 'resolved')), -- silenced: somebody knows and wants to hear no more
  title      TEXT NOT NULL CHECK (length(title) <= 4096),
  body       TEXT CHECK (length(body) <= 65536),
  component  TEXT CHECK (length(component) <= 1024), -- the host, service or part
  rule       TEXT CHECK (length(rule) <= 256),       -- the monitor's rule
  about      TEXT CHECK (length(about) <= 256),      -- the repository, "owner/name"
  labels     TEXT CHECK (labels IS NULL OR json_valid(labels)), -- JSON array of texts
  started_at TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at)),
  updated_at TEXT CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
  resolved_at TEXT CHECK (resolved_at IS strftime('%Y-%m-%dT%H:%M:%SZ', resolved_at)),
  url        TEXT CHECK (length(url) <= 4096),
  PRIMARY KEY (source, key)
) STRICT;

CREATE TABLE target (                -- Something that runs and is watched: a host, a service, a node, a disk.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 256),
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- NULL: the source's
  kind       TEXT CHECK (length(kind) <= 64),        -- the source's word: host, service, scrape target
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1024),
  state      TEXT NOT NULL CHECK (state IN ('up', 'degraded', 'down', 'unknown')),
  detail     TEXT CHECK (length(detail) <= 4096),    -- why, as the source says
  since      TEXT CHECK (since IS strftime('%Y-%m-%dT%H:%M:%SZ', since)),
  checked_at TEXT CHECK (checked_at IS strftime('%Y-%m-%dT%H:%M:%SZ', checked_at)), -- by the source
  url        TEXT CHECK (length(url) <= 4096),
  PRIMARY KEY (source, key)
) STRICT;

CREATE TABLE job (                   -- Something that is to run by itself, and how it went last. What a forge runs is a workflow.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 1024),
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- NULL: the source's
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1024),
  project    TEXT CHECK (length(project) <= 256),
  about      TEXT CHECK (length(about) <= 256),      -- the repository, "owner/name"
  schedule   TEXT CHECK (length(schedule) <= 256),   -- as the source writes it
  enabled    INTEGER CHECK (enabled IN (0, 1)),      -- 0: paused
  state      TEXT NOT NULL CHECK (state IN ('succeeded', 'failed', 'running', 'queued', 'cancelled', 'unknown')), -- of the last run
  status     TEXT CHECK (length(status) <= 64),      -- the source's word for that
  last_run   TEXT CHECK (length(last_run) <= 256),   -- the last run's name or number
  detail     TEXT CHECK (length(detail) <= 4096),    -- what it says of itself, or why it failed
  started_at TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at)), -- the last run
  ended_at   TEXT CHECK (ended_at IS strftime('%Y-%m-%dT%H:%M:%SZ', ended_at)),
  succeeded_at TEXT CHECK (succeeded_at IS strftime('%Y-%m-%dT%H:%M:%SZ', succeeded_at)), -- when a run last went well; NULL: not told
  due_at     TEXT CHECK (due_at IS strftime('%Y-%m-%dT%H:%M:%SZ', due_at)), -- the next run
  url        TEXT CHECK (length(url) <= 4096),
  PRIMARY KEY (source, key)
) STRICT;

CREATE TABLE idea (                  -- A thought that somebody kept, and where it went.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 256),
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- NULL: the source's
  title      TEXT NOT NULL CHECK (length(title) <= 4096),
  body       TEXT CHECK (length(body) <= 262144),
  state      TEXT NOT NULL CHECK (state IN ('new', 'review', 'routed', 'dropped')), -- review: somebody has to say where it goes; routed: it became work
  status     TEXT CHECK (length(status) <= 64),      -- the source's word for that
  category   TEXT CHECK (length(category) <= 256),
  actionable INTEGER CHECK (actionable IN (0, 1)),   -- NULL: nobody looked
  suggested  TEXT CHECK (length(suggested) <= 256),  -- the repository that it might belong to, "owner/name"
  routed_to  TEXT CHECK (length(routed_to) <= 4096), -- the issue or repository that it became
  origin     TEXT CHECK (length(origin) <= 256),     -- how it came: voice, email
  created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
  updated_at TEXT CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
  url        TEXT CHECK (length(url) <= 4096),
  PRIMARY KEY (source, key)
) STRICT;

-- memory: what was thought and decided before
CREATE TABLE memory (                -- What was thought, said, decided or written down before, worth knowing again. It is seen by whoever sees what it is of.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 8192), -- the source's; of a repository's file its path
  kind       TEXT NOT NULL CHECK (kind IN ('decision', 'conversation', 'note', 'report', 'document')),
  repo       TEXT,                   -- the source's repository that it is of; NULL: of none
  number     INTEGER CHECK (number > 0), -- its issue or pull request that it is about
  about      TEXT CHECK (length(about) <= 512), -- the repository of another source, "owner/name"
  store      TEXT CHECK (length(store) <= 4096), -- where the source keeps it, of which there may be several: a file
  title      TEXT CHECK (length(title) BETWEEN 1 AND 1024), -- NULL: it was not read yet
  text       TEXT CHECK (length(text) <= 65536), -- Markdown
  status     TEXT CHECK (length(status) <= 256), -- what became of it, in its own words: accepted, superseded, APPROVE
  object     TEXT CHECK (length(object) <= 64),  -- id of its content, where it is a repository's file
  created_at TEXT CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)), -- NULL: it does not say
  url        TEXT CHECK (length(url) <= 4096),
  PRIMARY KEY (source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;

CREATE INDEX memory_repo ON memory (source, repo, number);

CREATE TABLE decision (              -- A record of a decision among the site's own pages, content/decisions.
  edition    TEXT NOT NULL,
  key        TEXT NOT NULL,          -- its name, below content and without ending
  path       TEXT NOT NULL,          -- of its page, without ending
  title      TEXT NOT NULL,
  day        TEXT CHECK (day IS date(day)), -- as its name or its first lines say; NULL: they do not
  status     TEXT,                   -- in its own words
  PRIMARY KEY (edition, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE context (               -- What is remembered beside an item of tonight: a memory, a page of the site's own, or what was closed or merged.
  edition    TEXT NOT NULL,
  kind       TEXT NOT NULL,          -- this and the next two are the item's
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,
  place      INTEGER NOT NULL CHECK (place > 0), -- 1 has most to do with it
  memory_kind TEXT NOT NULL CHECK (memory_kind IN ('decision', 'conversation', 'note', 'report', 'document', 'issue', 'pull')),
  memory_source TEXT REFERENCES source (name) ON DELETE CASCADE, -- NULL: the site itself
  memory_key TEXT NOT NULL,          -- of a memory, or an issue "repository#number", or a page
  repo       TEXT,                   -- the memory's
  number     INTEGER CHECK (number > 0), -- the memory's
  title      TEXT NOT NULL CHECK (length(title) <= 4096),
  day        TEXT CHECK (day IS date(day)), -- when it was decided, written or closed; NULL: not told
  status     TEXT,
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

-- costs: what was used, at which price, against which budget
CREATE TEMP TABLE kept AS SELECT * FROM usage;
DROP TABLE usage;
CREATE TABLE usage (                 -- What was used and what it costs.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 1024),
  kind       TEXT NOT NULL CHECK (kind IN ('actual', 'forecast', 'budget', 'estimate')),
  origin     TEXT CHECK (length(origin) <= 1024),    -- the file, or the part of a list, that it was read from
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- what an account pays is at least internal, unless its owner says otherwise
  day        TEXT NOT NULL CHECK (day IS date(day)), -- UTC; the first one where it is about a longer time
  at         TEXT CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)), -- when it was; NULL: only the day is known
  provider   TEXT NOT NULL CHECK (length(provider) BETWEEN 1 AND 256),
  service    TEXT CHECK (length(service) <= 1024),
  model      TEXT CHECK (length(model) <= 256),
  account    TEXT CHECK (length(account) <= 256),    -- who pays
  repo       TEXT,                   -- whose it is, where that is a repository of this source
  about      TEXT CHECK (length(about) <= 256),      -- the repository, "owner/name", where it is another source's
  workflow   TEXT CHECK (length(workflow) <= 256),   -- what ran: a workflow, an agent, a tool
  task       TEXT CHECK (length(task) <= 256),       -- what for: "owner/name#12" or the source's word
  requests   INTEGER CHECK (requests BETWEEN 0 AND 1000000000000),
  tokens_in  INTEGER CHECK (tokens_in BETWEEN 0 AND 1000000000000),  -- all of them, also those of the next two
  tokens_cached INTEGER CHECK (tokens_cached BETWEEN 0 AND 1000000000000), -- of these, read from a cache
  tokens_cache_write INTEGER CHECK (tokens_cache_write BETWEEN 0 AND 1000000000000), -- of these, written into one
  tokens_out INTEGER CHECK (tokens_out BETWEEN 0 AND 1000000000000), -- all of them, also those of the next
  tokens_reasoning INTEGER CHECK (tokens_reasoning BETWEEN 0 AND 1000000000000), -- of these, that nobody was shown
  quantity   REAL,                   -- of what has neither requests nor tokens
  unit       TEXT CHECK (length(unit) <= 64),        -- what quantity counts
  cost       INTEGER CHECK (cost BETWEEN -10000000000000 AND 10000000000000), -- millionths of the currency, after discounts, as the source says; may be negative (a credit)
  currency   TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'), -- ISO 4217
  CHECK ((cost IS NULL) = (currency IS NULL)),
  PRIMARY KEY (source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
INSERT INTO usage (source, key, kind, zone, day, provider, service, model, account, repo, requests, tokens_in, tokens_out, tokens_cached, quantity, unit, cost, currency)
SELECT source, key, kind, zone, day, provider, service, model, account, repo, min(requests, 1000000000000), min(tokens_in, 1000000000000),
       min(tokens_out, 1000000000000), min(tokens_cached, 1000000000000), quantity, unit, cost, currency
  FROM kept WHERE cost IS NULL OR cost BETWEEN -10000000000000 AND 10000000000000;
DROP TABLE kept;
CREATE INDEX usage_day ON usage (day);

CREATE TABLE cost_currency (         -- What costs are added up in, as site.conf says; no row: each in its own.
  currency   TEXT PRIMARY KEY,
  zone       TEXT NOT NULL CHECK (zone IN ('public', 'internal', 'restricted'))
) STRICT, WITHOUT ROWID;

CREATE TABLE price (                 -- What a million tokens cost, as the site's file of prices says.
  provider   TEXT NOT NULL,          -- "*": any that has no price of its own
  model      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('input', 'cached', 'cache_write', 'output', 'reasoning')),
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  price      INTEGER NOT NULL CHECK (price >= 0), -- millionths of the currency
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  line       INTEGER NOT NULL,       -- of the file
  zone       TEXT NOT NULL CHECK (zone IN ('public', 'internal', 'restricted')),
  PRIMARY KEY (provider, model, kind, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE rate (                  -- What one unit of a currency is worth in that of the costs, as the site's file of rates says.
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  day        TEXT NOT NULL CHECK (day IS date(day)),
  value      INTEGER NOT NULL CHECK (value > 0), -- billionths
  line       INTEGER NOT NULL,       -- of the file
  zone       TEXT NOT NULL CHECK (zone IN ('public', 'internal', 'restricted')),
  PRIMARY KEY (currency, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE budget (                -- What may be spent in a month, as site.conf says.
  name       TEXT PRIMARY KEY,
  monthly    INTEGER NOT NULL CHECK (monthly > 0), -- millionths of the currency
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  thresholds TEXT NOT NULL CHECK (json_valid(thresholds)), -- JSON array of per cents, rising
  filters    TEXT NOT NULL CHECK (json_valid(filters)), -- JSON array of [dimension, name]: of each dimension in it, one; empty: everything
  zone       TEXT NOT NULL CHECK (zone IN ('public', 'internal', 'restricted')),
  line       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tariff (                -- What a million tokens of a model cost on a day that it was used on; NULL: no price is known.
  edition    TEXT NOT NULL,
  provider   TEXT NOT NULL,
  model      TEXT NOT NULL,
  day        TEXT NOT NULL,
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  input      INTEGER,                -- millionths of the currency, and so the rest
  cached     INTEGER,
  cache_write INTEGER,
  output     INTEGER,
  reasoning  INTEGER,                -- the output's where there is none
  PRIMARY KEY (edition, provider, model, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE conversion (            -- By which rate a currency is converted on a day on which something cost something in it.
  edition    TEXT NOT NULL,
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  day        TEXT NOT NULL,
  into_currency TEXT NOT NULL,
  value      INTEGER NOT NULL,       -- billionths
  rate_day   TEXT NOT NULL,          -- the last on which a rate is told
  PRIMARY KEY (edition, currency, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (                -- What was used and what it cost: the sums of a month by each dimension. By any of them they are the same.
  edition    TEXT NOT NULL,
  month      TEXT NOT NULL CHECK (month IS strftime('%Y-%m', month || '-01')), -- "2026-11"
  dimension  TEXT NOT NULL CHECK (dimension IN ('month', 'day', 'provider', 'model', 'account', 'repository', 'workflow', 'task', 'source')),
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]' OR currency = ''), -- that of the costs; another one: no rate is known; empty: nobody knows what it costs in any
  name       TEXT NOT NULL,          -- in the dimension; empty: not told
  cost       INTEGER,                -- millionths; NULL: nothing is known
  told       INTEGER,                -- of it, what sources said
  records    INTEGER NOT NULL,
  unknown    INTEGER NOT NULL,       -- of them, whose cost is not known
  requests   INTEGER,
  tokens_in  INTEGER,
  tokens_cached INTEGER,
  tokens_out INTEGER,
  PRIMARY KEY (edition, month, dimension, currency, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE cost_gap (              -- Records whose cost is not known, or told otherwise than it would be by the price.
  edition    TEXT NOT NULL,
  problem    TEXT NOT NULL CHECK (problem IN ('price', 'model', 'tokens', 'usage', 'amount', 'rate', 'difference')),
  provider   TEXT NOT NULL,
  model      TEXT NOT NULL,          -- empty: not told
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]' OR currency = ''), -- empty: none is known
  first_day  TEXT NOT NULL CHECK (first_day IS date(first_day)),
  last_day   TEXT NOT NULL CHECK (last_day IS date(last_day)),
  records    INTEGER NOT NULL,
  tokens     INTEGER,
  told       INTEGER,                -- millionths of the currency, as sources say
  priced     INTEGER,                -- the same by the price
  PRIMARY KEY (edition, problem, provider, model, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE budget_day (            -- What was spent of a budget on a day.
  edition    TEXT NOT NULL,
  budget     TEXT NOT NULL,
  day        TEXT NOT NULL,
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  cost       INTEGER,                -- millionths of the budget's currency; NULL: not known
  records    INTEGER NOT NULL,
  unknown    INTEGER NOT NULL,
  PRIMARY KEY (edition, budget, day, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE budget_state (          -- How a budget stands this month.
  edition    TEXT NOT NULL,
  budget     TEXT NOT NULL,
  month      TEXT NOT NULL CHECK (month IS strftime('%Y-%m', month || '-01')),
  monthly    INTEGER NOT NULL,       -- millionths of the currency, and so the other amounts
  currency   TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  spent      INTEGER NOT NULL,
  records    INTEGER NOT NULL,
  unknown    INTEGER NOT NULL,       -- records whose cost is not known, or in no currency that can be converted
  until      TEXT,                   -- the last whole day of which something is known
  threshold  INTEGER,                -- the highest that was reached, per cent
  reached_on TEXT,                   -- on which day
  next       INTEGER,                -- the lowest that the forecast reaches and what was spent does not
  spent_on   TEXT,                   -- the day on which all of it was spent
  forecast   INTEGER,                -- at the month's end; NULL: too few days are known
  low        INTEGER,                -- in 80 of 100 cases it is between these
  high       INTEGER,
  method     TEXT,
  error      INTEGER,                -- how far such forecasts were away in the past, on average
  tests      INTEGER,                -- how many were tried
  source     TEXT REFERENCES source (name) ON DELETE CASCADE, -- of which most of it comes; NULL: nothing was spent
  reason     TEXT NOT NULL,          -- all that in words
  PRIMARY KEY (edition, budget)
) STRICT, WITHOUT ROWID;

-- servers: what other programs' servers say of the same repositories
CREATE TABLE repo_opinion (          -- What another program makes of a repository, by a rule of its own.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 256), -- as that program writes it, "owner/name"
  kind       TEXT NOT NULL CHECK (kind IN ('health', 'priority')), -- how well it is; how much it presses
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- NULL: the source's
  score      REAL,                   -- NULL: none was given
  grade      TEXT CHECK (length(grade) <= 64),
  reason     TEXT CHECK (length(reason) <= 4096),
  action     TEXT CHECK (length(action) <= 4096),    -- what it would do
  problem    TEXT CHECK (length(problem) <= 4096),   -- why it has no score
  archived   INTEGER CHECK (archived IN (0, 1)),
  open_items INTEGER CHECK (open_items >= 0),        -- that it counted
  idle_days  INTEGER CHECK (idle_days >= 0),         -- whole days without an update when it looked
  PRIMARY KEY (source, name, kind)
) STRICT;

CREATE TABLE repo_comparison (       -- Such an opinion beside what is known here of the same repository.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  judge      TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE, -- the source whose opinion it is
  kind       TEXT NOT NULL,          -- as in repo_opinion
  score      REAL,                   -- theirs
  grade      TEXT,                   -- theirs
  expected   REAL,                   -- what their rule gives on the facts known here; NULL: not known
  reason     TEXT NOT NULL,          -- in words: what they say, and why it differs
  PRIMARY KEY (edition, source, repo, judge, kind),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX repo_comparison_repo ON repo_comparison (source, repo);
CREATE INDEX repo_comparison_judge ON repo_comparison (judge);
