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

-- (memory ends here)

-- costs: what was used, at which price, against which budget

-- (costs end here)

-- servers: what other programs' servers say of the same repositories

-- (servers end here)
