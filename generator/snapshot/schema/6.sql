-- The sixth schema: analysis goes on from what it has, and what is computed from more than a
-- repository's own facts. The conventions are those of the first.

-- analysis
CREATE TABLE analysis (              -- From what a pass or a check was last computed for an edition.
  edition    TEXT NOT NULL,
  step       TEXT NOT NULL,          -- "passes/finding rows waived_finding"
  input      TEXT NOT NULL,          -- the program, the edition's zones, of what something is hidden, the hash of the rule with its settings
  reads      TEXT NOT NULL CHECK (json_valid(reads)), -- JSON array of what it read, "table.column"
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

-- dependencies: what repositories' own files say of what they are made from, and what follows.
ALTER TABLE repo ADD remote TEXT CHECK (length(remote) <= 4096); -- where a local repository was cloned from, without user and password; not for showing

CREATE TABLE manifest (              -- A file that says what a repository is made from, or what it provides.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  path       TEXT NOT NULL CHECK (length(path) BETWEEN 1 AND 4096),
  kind       TEXT NOT NULL CHECK (kind IN ('npm', 'npm-lock', 'pip', 'pyproject', 'python-lock', 'cargo', 'cargo-lock', 'go', 'maven', 'submodules', 'image', 'workflow', 'action', 'other-lock')),
  object     TEXT NOT NULL,          -- id of its content
  bytes      INTEGER NOT NULL CHECK (bytes >= 0),
  skipped    TEXT,                   -- why it was not read: too large, or one too many; NULL: it was
  problem    TEXT CHECK (length(problem) <= 1024), -- why nothing could be read from it; NULL: nothing is wrong
  PRIMARY KEY (source, repo, path),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE package (               -- A package that a repository provides.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  manifest   TEXT NOT NULL CHECK (length(manifest) BETWEEN 1 AND 4096), -- the file that says so
  ecosystem  TEXT NOT NULL CHECK (length(ecosystem) BETWEEN 1 AND 64), -- as in dependency
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1024),
  version    TEXT NOT NULL CHECK (length(version) <= 256), -- empty where it is not told
  private    INTEGER CHECK (private IN (0, 1)), -- 1: says that it is not to be published
  PRIMARY KEY (source, repo, manifest, ecosystem, name),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TEMP TABLE kept AS SELECT * FROM dependency;
DROP TABLE dependency;
CREATE TABLE dependency (            -- A package that a repository uses, itself or through others.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  manifest   TEXT NOT NULL DEFAULT '' CHECK (length(manifest) <= 4096), -- the file that says so; empty: the source does
  ecosystem  TEXT NOT NULL CHECK (length(ecosystem) <= 64), -- the type of a package URL: npm, pypi, cargo, golang, maven, docker, githubactions; git: a repository itself; empty where unknown
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1024),
  version    TEXT NOT NULL CHECK (length(version) <= 256),  -- a manifest's: locked, or the only one that will do; a source's: or what is required; empty where unknown
  requirement TEXT NOT NULL DEFAULT '' CHECK (length(requirement) <= 1024), -- as written in the manifest; empty where nothing is
  scope      TEXT CHECK (scope IN ('runtime', 'development', 'build', 'optional')), -- what it is for; NULL: not told
  purl       TEXT CHECK (length(purl) <= 4096),
  license    TEXT CHECK (length(license) <= 1024),          -- SPDX expression
  direct     INTEGER CHECK (direct IN (0, 1)),  -- 0: only through another package
  PRIMARY KEY (source, repo, manifest, ecosystem, name, version, requirement),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO dependency (source, repo, ecosystem, name, version, purl, license, direct)
SELECT source, repo, ecosystem, name, version, purl, license, direct FROM kept;
DROP TABLE kept;

-- Who uses a package is asked for all of them.
CREATE INDEX dependency_package ON dependency (ecosystem, name, version, direct);
CREATE INDEX package_name ON package (ecosystem, name);

CREATE TABLE repo_twin (             -- Which repositories are one and the same, seen through different sources: those with the same main one.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  place      TEXT,                   -- where it is, as url_place() tells; NULL: nobody says. Not for showing
  host       TEXT,                   -- the forge's that it is on, as its source says; NULL: it is on none
  main_source TEXT NOT NULL,         -- the first of them by name
  main_repo  TEXT NOT NULL,
  number     INTEGER NOT NULL,       -- the main one's, from 1 on
  PRIMARY KEY (edition, source, repo),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (main_source, main_repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX repo_twin_repo ON repo_twin (source, repo);
CREATE INDEX repo_twin_main ON repo_twin (main_source, main_repo);
CREATE INDEX repo_twin_number ON repo_twin (number);

CREATE TABLE dependency_edge (       -- A repository uses another one of those that the edition shows.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,          -- uses
  on_source  TEXT NOT NULL,
  on_repo    TEXT NOT NULL,          -- this one; where that is seen through several sources, each of them
  kind       TEXT NOT NULL CHECK (kind IN ('package', 'submodule', 'action', 'image', 'module')),
  via        TEXT NOT NULL CHECK (length(via) <= 1024), -- the name that it is used by
  reason     TEXT NOT NULL,          -- where that stands
  PRIMARY KEY (edition, source, repo, on_source, on_repo, kind, via),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (on_source, on_repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX dependency_edge_repo ON dependency_edge (source, repo);
CREATE INDEX dependency_edge_on ON dependency_edge (on_source, on_repo);

CREATE TABLE dependency_link (       -- The same as one of the two sees it: its page looks at its own rows only.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  direction  TEXT NOT NULL CHECK (direction IN ('uses', 'used')), -- used: by the other one
  other_source TEXT NOT NULL,
  other_repo TEXT NOT NULL,
  page       TEXT NOT NULL,          -- where the other's page is, as in page
  kind       TEXT NOT NULL CHECK (kind IN ('package', 'submodule', 'action', 'image', 'module')),
  via        TEXT NOT NULL CHECK (length(via) <= 1024), -- as in dependency_edge, and so the rest
  reason     TEXT NOT NULL,
  PRIMARY KEY (edition, source, repo, direction, other_source, other_repo, kind, via),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (other_source, other_repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX dependency_link_repo ON dependency_link (source, repo);
CREATE INDEX dependency_link_other ON dependency_link (other_source, other_repo);

CREATE TABLE dependant_count (       -- How many repositories of the edition use one. No row: of no other one it is known what it uses.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  direct     INTEGER NOT NULL CHECK (direct >= 0),
  transitive INTEGER NOT NULL CHECK (transitive >= direct), -- those and whoever uses them, and so on
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, source, repo),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX dependant_count_repo ON dependant_count (source, repo);

CREATE TABLE dependency_cycle (      -- Repositories that use each other in a circle.
  edition    TEXT NOT NULL,
  name       TEXT NOT NULL,          -- a shortest circle: the repositories in their order, joined by " -> "
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,          -- the one that it begins at
  members    TEXT NOT NULL CHECK (json_valid(members)), -- JSON array of objects with source and repo: all that can reach each other
  size       INTEGER NOT NULL CHECK (size > 0), -- how many these are
  reason     TEXT NOT NULL,
  PRIMARY KEY (edition, source, repo),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX dependency_cycle_repo ON dependency_cycle (source, repo);

CREATE TABLE package_spread (        -- A package from outside that repositories use at different versions.
  edition    TEXT NOT NULL,
  ecosystem  TEXT NOT NULL,
  name       TEXT NOT NULL,
  versions   INTEGER NOT NULL CHECK (versions > 0),
  repos      INTEGER NOT NULL CHECK (repos > 0),
  detail     TEXT NOT NULL CHECK (json_valid(detail)), -- JSON array of objects with version, count and repos (an array, at most 20), the most used first
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, ecosystem, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE consolidation (         -- Two repositories that are made from much of the same, so that one might do.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  other_source TEXT NOT NULL,
  other_repo TEXT NOT NULL,
  score      REAL NOT NULL CHECK (score BETWEEN 0 AND 1), -- share of what they have that both have, weighted by rarity
  packages   INTEGER NOT NULL CHECK (packages >= 0), -- how many packages both use
  topics     INTEGER NOT NULL CHECK (topics >= 0),   -- how many topics both have
  contributors INTEGER NOT NULL CHECK (contributors >= 0), -- how many people wrote both
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, source, repo, other_source, other_repo),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (other_source, other_repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX consolidation_repo ON consolidation (source, repo);
CREATE INDEX consolidation_other ON consolidation (other_source, other_repo);

-- priority: everything that is open in one order
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

CREATE TEMP TABLE kept AS SELECT * FROM priority_part;
DROP TABLE priority_part;
CREATE TABLE priority_part (           -- What a pass knows of an item that makes it press, or not; besides what the item itself tells.
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
INSERT INTO priority_part (edition, rule, kind, source, key, repo, number, component, points, reason)
SELECT p.edition, p.rule, i.kind, p.source, p.repo || '#' || p.number, p.repo, p.number, p.component, p.points, p.reason
  FROM kept p JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number;
DROP TABLE kept;
CREATE INDEX priority_part_repo ON priority_part (source, repo, number);

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
) STRICT, WITHOUT ROWID;

INSERT INTO priority (edition, kind, source, key, repo, number, points, urgency, rank, tonight, reason, parts, approval, blocked, stale)
SELECT p.edition, i.kind, p.source, p.repo || '#' || p.number, p.repo, p.number, p.points, p.urgency, p.rank, 0, p.reason, '[]', p.approval, p.blocked, p.stale
  FROM kept p JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number;
DROP TABLE kept;
CREATE INDEX priority_repo ON priority (source, repo, number);

-- The desk's lists and how long they are.
CREATE INDEX priority_rank ON priority (edition, rank, urgency, tonight, approval, blocked, stale);

-- recommendations: rules of another kind, and what they recommend
CREATE TEMP TABLE kept AS SELECT * FROM declaration;
DROP TABLE declaration;
CREATE TABLE declaration (           -- Sources, passes, checks, recommendations and pages, as they describe themselves.
  kind       TEXT NOT NULL CHECK (kind IN ('source', 'pass', 'check', 'recommendation', 'page')),
  name       TEXT NOT NULL,          -- "no-license", "github/issues"
  summary    TEXT NOT NULL,
  documentation TEXT NOT NULL,
  "group"    TEXT,
  severity   TEXT CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  remedy     TEXT,
  reference  TEXT,
  hash       TEXT NOT NULL,
  zone       TEXT NOT NULL DEFAULT 'public' CHECK (zone IN ('public', 'internal', 'restricted')),
  repeats    TEXT,                   -- of a check: the kind of item that its findings only tell of; NULL: they are items themselves
  PRIMARY KEY (kind, name)
) STRICT;
INSERT INTO declaration (kind, name, summary, documentation, "group", severity, remedy, reference, hash, zone)
SELECT kind, name, summary, documentation, "group", severity, remedy, reference, hash, zone FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM rule_setting;
DROP TABLE rule_setting;
CREATE TABLE rule_setting (          -- A number that a rule takes, as its header and site.conf say.
  kind       TEXT NOT NULL CHECK (kind IN ('pass', 'check', 'recommendation')),
  rule       TEXT NOT NULL,          -- the pass, check or recommendation
  key        TEXT NOT NULL,          -- as in site.conf
  position   INTEGER NOT NULL,       -- order in the header
  value      REAL NOT NULL,
  fallback   REAL NOT NULL,          -- where site.conf does not say
  least      REAL NOT NULL,
  most       REAL NOT NULL,
  meaning    TEXT NOT NULL,
  zone       TEXT NOT NULL DEFAULT 'public' CHECK (zone IN ('public', 'internal', 'restricted')),
  PRIMARY KEY (kind, rule, key)
) STRICT;
INSERT INTO rule_setting SELECT * FROM kept;
DROP TABLE kept;

CREATE TABLE recommendation (        -- What is worth doing next, joined from several facts. Of a rule at most one for a repository.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- "archive-finished"
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- tells those of one rule apart: the repository
  repo       TEXT,
  title      TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 16384),    -- what to do, in one sentence
  evidence   TEXT NOT NULL CHECK (length(evidence) BETWEEN 1 AND 65536), -- the facts that it rests on
  action     TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 16384),   -- the one next step: a command, a file, or what to do on the page
  url        TEXT CHECK (length(url) <= 8192), -- the page on which the step is taken; NULL: there is none
  effect     REAL CHECK (effect > 0),          -- by which the repository's score would rise, of 100; NULL: it would not, or that is not known
  effort     REAL NOT NULL CHECK (effort > 0), -- hours, a rough guess
  reason     TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 16384),   -- the arithmetic in one line
  PRIMARY KEY (edition, rule, source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;

CREATE INDEX recommendation_repo ON recommendation (source, repo);
