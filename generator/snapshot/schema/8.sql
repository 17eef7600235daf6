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
