-- The third schema: what was published, and what has changed since. The conventions are those
-- of the first.

-- Pages ask these instead of the time itself, which is another one every night.
ALTER TABLE scope ADD known INTEGER GENERATED ALWAYS AS (loaded_at IS NOT NULL) VIRTUAL; -- 1: all of it was read at least once
ALTER TABLE scope ADD stale_since TEXT GENERATED ALWAYS AS (CASE WHEN outcome NOT IN ('ok', 'unchanged') THEN loaded_at END) VIRTUAL; -- of what is out of date: when it last was not

-- The desk shows the first few.
CREATE INDEX priority_rank ON priority (edition, rank);

CREATE TABLE generation (            -- One row. Counts up when pages are published, so that what changes afterwards is known by a higher number.
  value      INTEGER NOT NULL
) STRICT;
INSERT INTO generation VALUES (1);

CREATE TABLE change (                -- When rows of a table last changed. Kept by triggers; see change.sql.
  "table"    TEXT NOT NULL,          -- "issue"; or "priority.rank", a column that changes often and concerns few
  source     TEXT NOT NULL,          -- empty where the table is not about repositories
  repo       TEXT NOT NULL,          -- empty where the row is about all of the source's
  generation INTEGER NOT NULL,
  PRIMARY KEY ("table", source, repo)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_generation ON change (generation);

CREATE TABLE rendering (             -- What a declared page was made from when it was last published.
  edition    TEXT NOT NULL,
  page       TEXT NOT NULL,          -- the declaration's name
  input      TEXT NOT NULL,          -- hash of the program, the declaration, its templates and the edition
  reads      TEXT NOT NULL CHECK (json_valid(reads)), -- JSON array of what its queries read, "table.column"
  clock      TEXT,                   -- the time of the run, where they asked for it
  generation INTEGER NOT NULL,
  PRIMARY KEY (edition, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE file (                  -- A file in an edition's output folder as it was published.
  edition    TEXT NOT NULL,
  path       TEXT NOT NULL COLLATE NOCASE, -- below the output folder; some file systems ignore letter case
  page       TEXT NOT NULL,          -- the declared page that it belongs to
  source     TEXT NOT NULL,          -- the repository that the page is of, or empty
  repo       TEXT NOT NULL,
  context    TEXT NOT NULL,          -- hash of everything that it was made from
  outward    INTEGER NOT NULL CHECK (outward IN (0, 1)), -- 1: it names other repositories, so that what changes there can change it
  bytes      INTEGER NOT NULL,
  modified   INTEGER NOT NULL,       -- nanoseconds since 1970: who writes into it is found out
  PRIMARY KEY (edition, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_page ON file (edition, page, source, repo);

CREATE TABLE output (                -- An edition's output folder as it was left.
  edition    TEXT PRIMARY KEY,
  folder     TEXT NOT NULL,
  manifest   TEXT NOT NULL           -- hash of its manifest: with another one the folder is not as it was left
) STRICT;
