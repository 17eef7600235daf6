-- A snapshot of schema 1, made by make.mjs.
BEGIN;
PRAGMA application_id = 1417110898;
PRAGMA user_version = 1;
CREATE TABLE run (                   -- One start of the program that asked the sources.
  id         INTEGER PRIMARY KEY,    -- counts up
  started_at TEXT NOT NULL CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at)),
  version    TEXT NOT NULL,          -- of the program
  zone       TEXT NOT NULL DEFAULT 'public' CHECK (zone IN ('public', 'internal', 'restricted'))
) STRICT;
CREATE TABLE source (                -- A section of site.conf: where facts come from.
  name       TEXT PRIMARY KEY,
  system     TEXT NOT NULL,          -- its kind: the folder of its declarations
  position   INTEGER NOT NULL,       -- order in site.conf
  url        TEXT,                   -- base address, where the system has one
  demo       INTEGER NOT NULL CHECK (demo IN (0, 1)), -- 1: played back from recordings
  active     INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), -- 0: no longer in site.conf; its rows stay, no edition shows them
  zone       TEXT NOT NULL CHECK (zone IN ('public', 'internal', 'restricted'))
) STRICT;
CREATE TABLE owner (                 -- Who a repository belongs to: a user or an organisation.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 256),
  kind       TEXT NOT NULL CHECK (kind IN ('user', 'organisation')),
  name       TEXT CHECK (length(name) <= 1024), -- as displayed
  url        TEXT CHECK (length(url) <= 4096),
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')),
  PRIMARY KEY (source, key)
) STRICT;
CREATE TABLE repo (                  -- A repository. Several declarations may each know some columns.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 512), -- "owner/name" on a forge, a name locally
  owner      TEXT,                   -- the part of the key before the name, where there is one
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 256),
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- a private repository is at least internal
  url        TEXT CHECK (length(url) <= 4096),
  description TEXT CHECK (length(description) <= 65536),
  visibility TEXT CHECK (visibility IN ('public', 'internal', 'private')), -- at the source
  fork       INTEGER CHECK (fork IN (0, 1)),
  archived   INTEGER CHECK (archived IN (0, 1)), -- read-only at the source
  template   INTEGER CHECK (template IN (0, 1)),
  empty      INTEGER CHECK (empty IN (0, 1)),    -- no commit at all
  bare       INTEGER CHECK (bare IN (0, 1)),     -- no work tree (local repositories)
  shallow    INTEGER CHECK (shallow IN (0, 1)),  -- the history is cut off; what that hides is NULL
  folder     TEXT,                   -- where a local repository is on this machine; not for showing
  object_format TEXT CHECK (object_format IN ('sha1', 'sha256')),
  head       TEXT,                   -- object id of the commit that HEAD means
  default_branch TEXT CHECK (length(default_branch) <= 1024), -- NULL also when the head is detached
  language   TEXT CHECK (length(language) <= 256),  -- the largest by bytes
  license    TEXT CHECK (length(license) <= 256),   -- SPDX identifier; 'NOASSERTION': there is one, but which is not clear; NULL: see has_license
  topics     TEXT CHECK (topics IS NULL OR json_valid(topics)),       -- JSON array
  stars      INTEGER CHECK (stars >= 0),
  forks      INTEGER CHECK (forks >= 0),
  open_items INTEGER CHECK (open_items >= 0),       -- open issues and pull requests, as the source counts them
  size_kb    INTEGER CHECK (size_kb >= 0),
  commit_count      INTEGER CHECK (commit_count >= 0),      -- reachable from head
  contributor_count INTEGER CHECK (contributor_count >= 0), -- names after mailmap
  branch_count      INTEGER CHECK (branch_count >= 0),
  tag_count         INTEGER CHECK (tag_count >= 0),
  has_readme        INTEGER CHECK (has_readme IN (0, 1)),
  has_license       INTEGER CHECK (has_license IN (0, 1)),
  has_security      INTEGER CHECK (has_security IN (0, 1)),
  has_contributing  INTEGER CHECK (has_contributing IN (0, 1)),
  has_codeowners    INTEGER CHECK (has_codeowners IN (0, 1)),
  has_ci            INTEGER CHECK (has_ci IN (0, 1)),
  has_tests         INTEGER CHECK (has_tests IN (0, 1)),
  first_commit_at   TEXT CHECK (first_commit_at IS strftime('%Y-%m-%dT%H:%M:%SZ', first_commit_at)),
  last_commit_at    TEXT CHECK (last_commit_at IS strftime('%Y-%m-%dT%H:%M:%SZ', last_commit_at)),
  created_at        TEXT CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
  updated_at        TEXT CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)), -- moves with settings and stars too
  pushed_at         TEXT CHECK (pushed_at IS strftime('%Y-%m-%dT%H:%M:%SZ', pushed_at)),   -- any branch
  PRIMARY KEY (source, key)
) STRICT;
CREATE TABLE repo_file (             -- A file that tells how a repository is run.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  path       TEXT NOT NULL CHECK (length(path) <= 4096),
  kind       TEXT NOT NULL CHECK (kind IN ('readme', 'license', 'security', 'contributing', 'code_of_conduct', 'codeowners', 'ci')),
  object     TEXT,                   -- id of its content
  bytes      INTEGER CHECK (bytes >= 0),
  PRIMARY KEY (source, repo, path),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE language (              -- How much of a repository is written in what.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  name       TEXT NOT NULL CHECK (length(name) <= 256),
  bytes      INTEGER NOT NULL CHECK (bytes >= 0),
  files      INTEGER CHECK (files >= 0),
  PRIMARY KEY (source, repo, name),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE branch (
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  name       TEXT NOT NULL CHECK (length(name) <= 1024),
  head       TEXT,                   -- object id
  committed_at TEXT CHECK (committed_at IS strftime('%Y-%m-%dT%H:%M:%SZ', committed_at)), -- of its last commit
  PRIMARY KEY (source, repo, name),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE tag (
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  name       TEXT NOT NULL CHECK (length(name) <= 1024),
  created_at TEXT CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)), -- of the tag, or of its commit
  PRIMARY KEY (source, repo, name),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE commit_day (            -- Commits reachable from head, by the author's own calendar day.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  day        TEXT NOT NULL CHECK (day IS date(day)),
  commits    INTEGER NOT NULL CHECK (commits > 0),
  authors    INTEGER NOT NULL CHECK (authors > 0),
  PRIMARY KEY (source, repo, day),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE contributor (           -- An author's name after mailmap.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  name       TEXT NOT NULL CHECK (length(name) <= 1024),
  commits    INTEGER NOT NULL CHECK (commits > 0),
  first_commit_at TEXT CHECK (first_commit_at IS strftime('%Y-%m-%dT%H:%M:%SZ', first_commit_at)),
  last_commit_at  TEXT CHECK (last_commit_at IS strftime('%Y-%m-%dT%H:%M:%SZ', last_commit_at)),
  PRIMARY KEY (source, repo, name),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE issue (                 -- An issue or a pull request.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  number     INTEGER NOT NULL CHECK (number > 0),
  kind       TEXT NOT NULL CHECK (kind IN ('issue', 'pull')),
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')),
  title      TEXT NOT NULL CHECK (length(title) <= 4096),
  body       TEXT CHECK (length(body) <= 1048576), -- Markdown
  url        TEXT CHECK (length(url) <= 4096),
  state      TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  state_reason TEXT CHECK (length(state_reason) <= 256), -- completed, not_planned, duplicate, reopened
  author     TEXT CHECK (length(author) <= 256),
  assignees  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(assignees)),
  labels     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(labels)),
  milestone  TEXT CHECK (length(milestone) <= 1024),
  due_on     TEXT CHECK (due_on IS date(due_on)),
  draft      INTEGER CHECK (draft IN (0, 1)),
  comments   INTEGER CHECK (comments >= 0),
  node_id    TEXT CHECK (length(node_id) <= 256), -- the source's global id
  created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
  updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
  closed_at  TEXT CHECK (closed_at IS strftime('%Y-%m-%dT%H:%M:%SZ', closed_at)),
  merged_at  TEXT CHECK (merged_at IS strftime('%Y-%m-%dT%H:%M:%SZ', merged_at)),
  PRIMARY KEY (source, repo, number),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE INDEX issue_state ON issue (state, updated_at);
CREATE TABLE scope (                 -- What a declaration asks for as one: a repository's issues, an owner's repositories.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  declaration TEXT NOT NULL,         -- "github/issues"
  key        TEXT NOT NULL,          -- which one; empty where the declaration asks for one thing only
  repo       TEXT,                   -- the repository concerned: who may not see it does not see the scope
  outcome    TEXT NOT NULL CHECK (outcome IN ('ok', 'unchanged', 'absent', 'forbidden', 'failed', 'held', 'unreached')),
  reason     TEXT,                   -- what went wrong or is missing, for a person
  asked_at   TEXT NOT NULL,          -- last time that the source was asked
  loaded_at  TEXT,                   -- last time that all of it was known to be up to date
  cursor     TEXT,                   -- how far a window was read
  validator  TEXT,                   -- what the ask said would change when the answer does
  hash       TEXT NOT NULL,          -- of the declaration: cursor and validator hold only for it
  rows       INTEGER,                -- in the last complete answer; NULL also where rows have zones of their own: a total would tell of hidden ones
  PRIMARY KEY (source, declaration, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE request (               -- One request to a source, in the last runs.
  id         INTEGER PRIMARY KEY,
  run        INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  declaration TEXT NOT NULL,
  repo       TEXT,
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- the highest of the rows that it gave
  target     TEXT NOT NULL,          -- what was asked, without secrets
  status     INTEGER,                -- HTTP status or exit status; NULL: no answer
  bytes      INTEGER NOT NULL CHECK (bytes >= 0),
  ms         INTEGER NOT NULL CHECK (ms >= 0),
  error      TEXT,
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX request_source ON request (source, run);
CREATE TABLE reject (                -- A row that the schema refused.
  id         INTEGER PRIMARY KEY,
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  declaration TEXT NOT NULL,
  scope      TEXT NOT NULL,          -- its key
  repo       TEXT,
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- that of the row; restricted where it could not be told
  "table"    TEXT NOT NULL,
  key        TEXT NOT NULL,          -- of the row: a JSON array of its key's values
  row        TEXT NOT NULL,          -- JSON, cut to 4 kB
  reason     TEXT NOT NULL,
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX reject_row ON reject (source, declaration, scope, "table", row);
CREATE TABLE declaration (           -- Sources, passes, checks and pages, as they describe themselves.
  kind       TEXT NOT NULL CHECK (kind IN ('source', 'pass', 'check', 'page')),
  name       TEXT NOT NULL,          -- "no-license", "github/issues"
  summary    TEXT NOT NULL,
  documentation TEXT NOT NULL,
  "group"    TEXT,
  severity   TEXT CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  remedy     TEXT,
  reference  TEXT,
  hash       TEXT NOT NULL,
  zone       TEXT NOT NULL DEFAULT 'public' CHECK (zone IN ('public', 'internal', 'restricted')),
  PRIMARY KEY (kind, name)
) STRICT;
CREATE TABLE markdown (              -- Rendered documents by content, so that each is rendered once. Shown to nobody as a table.
  hash       TEXT PRIMARY KEY,       -- of the text and how far it is trusted
  html       TEXT NOT NULL,
  md         TEXT NOT NULL,
  reason     TEXT,                   -- why it is plain text; NULL: it is not
  run        INTEGER NOT NULL        -- last run that needed it
) STRICT;
CREATE TABLE edition (               -- What was analysed for whom.
  edition    TEXT PRIMARY KEY,
  zones      TEXT NOT NULL,          -- JSON array
  sources    TEXT NOT NULL,          -- JSON object: the zone of each active source
  run        INTEGER NOT NULL,       -- the run whose facts were analysed
  analysed_at TEXT NOT NULL
) STRICT;
CREATE TABLE page (                  -- Where a repository's own page is.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  path       TEXT NOT NULL,          -- below the output folder, without ending
  PRIMARY KEY (edition, source, repo),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
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
  PRIMARY KEY (edition, rule, source, repo, component),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE INDEX score_part_repo ON score_part (edition, source, repo);
CREATE TABLE score (                 -- A repository's health: its known parts, scaled to 100.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  score      REAL CHECK (score BETWEEN 0 AND 100), -- NULL: too little is known
  grade      TEXT CHECK (grade IN ('A', 'B', 'C', 'D', 'F')),
  points     REAL NOT NULL,          -- earned of the known parts
  maximum    REAL NOT NULL,          -- of the known parts
  known      REAL NOT NULL CHECK (known BETWEEN 0 AND 1), -- share of all parts' maxima that is known
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, source, repo),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE TABLE portfolio (             -- The grade of everything that an edition shows.
  edition    TEXT NOT NULL,
  metric     TEXT NOT NULL,          -- 'health'
  score      REAL CHECK (score BETWEEN 0 AND 100),
  grade      TEXT CHECK (grade IN ('A', 'B', 'C', 'D', 'F')),
  repos      INTEGER NOT NULL,       -- counted in
  left_out   INTEGER NOT NULL,       -- archived, forks, or too little known
  reason     TEXT NOT NULL,
  PRIMARY KEY (edition, metric)
) STRICT;
CREATE TABLE priority_part (         -- One component of an issue's priority.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the pass that computed it
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  number     INTEGER NOT NULL,
  component  TEXT NOT NULL,
  points     REAL NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (edition, rule, source, repo, number, component),
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX priority_part_issue ON priority_part (edition, source, repo, number);
CREATE TABLE priority (              -- How much an open issue or pull request matters tonight.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  number     INTEGER NOT NULL,
  points     REAL NOT NULL,
  urgency    TEXT NOT NULL CHECK (urgency IN ('critical', 'high', 'medium', 'low')),
  rank       INTEGER NOT NULL,       -- 1 is the most urgent of the edition
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  approval   INTEGER NOT NULL CHECK (approval IN (0, 1)), -- waits for a decision
  blocked    INTEGER NOT NULL CHECK (blocked IN (0, 1)),
  stale      INTEGER NOT NULL CHECK (stale IN (0, 1)),    -- open, untouched for 30 days
  PRIMARY KEY (edition, source, repo, number),
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;
CREATE TABLE finding (               -- Something that a check found wrong.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the check
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- tells findings of one check apart: the repository, or repository#number
  repo       TEXT,
  number     INTEGER,
  severity   TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  message    TEXT NOT NULL CHECK (length(message) <= 4096), -- what is wrong
  evidence   TEXT NOT NULL CHECK (length(evidence) <= 16384), -- the facts that show it
  PRIMARY KEY (edition, rule, source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX finding_repo ON finding (edition, source, repo);
INSERT INTO "source" ("name", "system", "position", "url", "demo", "active", "zone") VALUES ('s1', 'git', 1, 'https://example.org/1', '0', '0', 'public');
INSERT INTO "source" ("name", "system", "position", "url", "demo", "active", "zone") VALUES ('s2', 'git', 1, 'https://example.org/2', '1', '1', 'internal');
INSERT INTO "repo" ("source", "key", "owner", "name", "zone", "url", "description", "visibility", "fork", "archived", "template", "empty", "bare", "shallow", "folder", "object_format", "head", "default_branch", "language", "license", "topics", "stars", "forks", "open_items", "size_kb", "commit_count", "contributor_count", "branch_count", "tag_count", "has_readme", "has_license", "has_security", "has_contributing", "has_codeowners", "has_ci", "has_tests", "first_commit_at", "last_commit_at", "created_at", "updated_at", "pushed_at") VALUES ('s1', 'o/r1', 'owner 1', 'r1', 'public', 'https://example.org/1', 'description 1', 'public', '0', '0', '0', '0', '0', '0', 'folder 1', 'sha1', 'head 1', 'default_branch 1', 'language 1', '0', '["one"]', 1, 1, 1, 1, 1, 1, 1, 1, '0', '0', '0', '0', '0', '0', '0', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "repo" ("source", "key", "owner", "name", "zone", "url", "description", "visibility", "fork", "archived", "template", "empty", "bare", "shallow", "folder", "object_format", "head", "default_branch", "language", "license", "topics", "stars", "forks", "open_items", "size_kb", "commit_count", "contributor_count", "branch_count", "tag_count", "has_readme", "has_license", "has_security", "has_contributing", "has_codeowners", "has_ci", "has_tests", "first_commit_at", "last_commit_at", "created_at", "updated_at", "pushed_at") VALUES ('s2', 'o/r2', 'owner 2', 'r2', 'internal', 'https://example.org/2', 'description 2', 'internal', '1', '1', '1', '1', '1', '1', 'folder 2', 'sha256', 'head 2', 'default_branch 2', 'language 2', '1', '["one"]', 1, 1, 1, 1, 1, 1, 1, 1, '1', '1', '1', '1', '1', '1', '1', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "branch" ("source", "repo", "name", "head", "committed_at") VALUES ('s1', 'o/r1', 'name 1', 'head 1', '2026-01-02T03:04:05Z');
INSERT INTO "branch" ("source", "repo", "name", "head", "committed_at") VALUES ('s2', 'o/r2', 'name 2', 'head 2', '2026-02-02T03:04:05Z');
INSERT INTO "commit_day" ("source", "repo", "day", "commits", "authors") VALUES ('s1', 'o/r1', '2026-01-02', 1, 1);
INSERT INTO "commit_day" ("source", "repo", "day", "commits", "authors") VALUES ('s2', 'o/r2', '2026-02-02', 1, 1);
INSERT INTO "contributor" ("source", "repo", "name", "commits", "first_commit_at", "last_commit_at") VALUES ('s1', 'o/r1', 'name 1', 1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "contributor" ("source", "repo", "name", "commits", "first_commit_at", "last_commit_at") VALUES ('s2', 'o/r2', 'name 2', 1, '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "declaration" ("kind", "name", "summary", "documentation", "group", "severity", "remedy", "reference", "hash", "zone") VALUES ('source', 'name 1', 'summary 1', 'documentation 1', 'group 1', 'critical', 'remedy 1', 'reference 1', 'hash 1', 'public');
INSERT INTO "declaration" ("kind", "name", "summary", "documentation", "group", "severity", "remedy", "reference", "hash", "zone") VALUES ('pass', 'name 2', 'summary 2', 'documentation 2', 'group 2', 'high', 'remedy 2', 'reference 2', 'hash 2', 'internal');
INSERT INTO "edition" ("edition", "zones", "sources", "run", "analysed_at") VALUES ('edition 1', 'zones 1', 'sources 1', 1, '2026-01-02T03:04:05Z');
INSERT INTO "edition" ("edition", "zones", "sources", "run", "analysed_at") VALUES ('edition 2', 'zones 2', 'sources 2', 1, '2026-02-02T03:04:05Z');
INSERT INTO "issue" ("source", "repo", "number", "kind", "zone", "title", "body", "url", "state", "state_reason", "author", "assignees", "labels", "milestone", "due_on", "draft", "comments", "node_id", "created_at", "updated_at", "closed_at", "merged_at") VALUES ('s1', 'o/r1', 1, 'issue', 'public', 'title 1', 'body 1', 'https://example.org/1', 'open', 'state_reason 1', 'author 1', '["one"]', '["one"]', 'milestone 1', '2026-01-02', '0', 1, 'node_id 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "issue" ("source", "repo", "number", "kind", "zone", "title", "body", "url", "state", "state_reason", "author", "assignees", "labels", "milestone", "due_on", "draft", "comments", "node_id", "created_at", "updated_at", "closed_at", "merged_at") VALUES ('s2', 'o/r2', 2, 'pull', 'internal', 'title 2', 'body 2', 'https://example.org/2', 'closed', 'state_reason 2', 'author 2', '["one"]', '["one"]', 'milestone 2', '2026-02-02', '1', 1, 'node_id 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "finding" ("edition", "rule", "source", "key", "repo", "number", "severity", "message", "evidence") VALUES ('edition 1', 'rule 1', 's1', 'key 1', 'o/r1', 1, 'critical', 'message 1', 'evidence 1');
INSERT INTO "finding" ("edition", "rule", "source", "key", "repo", "number", "severity", "message", "evidence") VALUES ('edition 2', 'rule 2', 's2', 'key 2', 'o/r2', 2, 'high', 'message 2', 'evidence 2');
INSERT INTO "language" ("source", "repo", "name", "bytes", "files") VALUES ('s1', 'o/r1', 'name 1', 1, 1);
INSERT INTO "language" ("source", "repo", "name", "bytes", "files") VALUES ('s2', 'o/r2', 'name 2', 1, 1);
INSERT INTO "markdown" ("hash", "html", "md", "reason", "run") VALUES ('hash 1', 'html 1', 'md 1', 'reason 1', 1);
INSERT INTO "markdown" ("hash", "html", "md", "reason", "run") VALUES ('hash 2', 'html 2', 'md 2', 'reason 2', 1);
INSERT INTO "owner" ("source", "key", "kind", "name", "url", "zone") VALUES ('s1', 'key 1', 'user', 'name 1', 'https://example.org/1', 'public');
INSERT INTO "owner" ("source", "key", "kind", "name", "url", "zone") VALUES ('s2', 'key 2', 'organisation', 'name 2', 'https://example.org/2', 'internal');
INSERT INTO "page" ("edition", "source", "repo", "path") VALUES ('edition 1', 's1', 'o/r1', 'path 1');
INSERT INTO "page" ("edition", "source", "repo", "path") VALUES ('edition 2', 's2', 'o/r2', 'path 2');
INSERT INTO "portfolio" ("edition", "metric", "score", "grade", "repos", "left_out", "reason") VALUES ('edition 1', 'metric 1', 1, 'A', 1, 1, 'reason 1');
INSERT INTO "portfolio" ("edition", "metric", "score", "grade", "repos", "left_out", "reason") VALUES ('edition 2', 'metric 2', 1, 'B', 1, 1, 'reason 2');
INSERT INTO "priority" ("edition", "source", "repo", "number", "points", "urgency", "rank", "reason", "approval", "blocked", "stale") VALUES ('edition 1', 's1', 'o/r1', 1, 1, 'critical', 1, 'reason 1', '0', '0', '0');
INSERT INTO "priority" ("edition", "source", "repo", "number", "points", "urgency", "rank", "reason", "approval", "blocked", "stale") VALUES ('edition 2', 's2', 'o/r2', 2, 1, 'high', 1, 'reason 2', '1', '1', '1');
INSERT INTO "priority_part" ("edition", "rule", "source", "repo", "number", "component", "points", "reason") VALUES ('edition 1', 'rule 1', 's1', 'o/r1', 1, 'component 1', 1, 'reason 1');
INSERT INTO "priority_part" ("edition", "rule", "source", "repo", "number", "component", "points", "reason") VALUES ('edition 2', 'rule 2', 's2', 'o/r2', 2, 'component 2', 1, 'reason 2');
INSERT INTO "reject" ("id", "source", "declaration", "scope", "repo", "zone", "table", "key", "row", "reason") VALUES (1, 's1', 'declaration 1', 'scope 1', 'o/r1', 'public', 'table 1', 'key 1', 'row 1', 'reason 1');
INSERT INTO "reject" ("id", "source", "declaration", "scope", "repo", "zone", "table", "key", "row", "reason") VALUES (2, 's2', 'declaration 2', 'scope 2', 'o/r2', 'internal', 'table 2', 'key 2', 'row 2', 'reason 2');
INSERT INTO "repo_file" ("source", "repo", "path", "kind", "object", "bytes") VALUES ('s1', 'o/r1', 'path 1', 'readme', 'object 1', 1);
INSERT INTO "repo_file" ("source", "repo", "path", "kind", "object", "bytes") VALUES ('s2', 'o/r2', 'path 2', 'license', 'object 2', 1);
INSERT INTO "run" ("id", "started_at", "version", "zone") VALUES (1, '2026-01-02T03:04:05Z', 'version 1', 'public');
INSERT INTO "run" ("id", "started_at", "version", "zone") VALUES (2, '2026-02-02T03:04:05Z', 'version 2', 'internal');
INSERT INTO "request" ("id", "run", "source", "declaration", "repo", "zone", "target", "status", "bytes", "ms", "error") VALUES (1, 1, 's1', 'declaration 1', 'o/r1', 'public', 'target 1', 1, 1, 1, 'error 1');
INSERT INTO "request" ("id", "run", "source", "declaration", "repo", "zone", "target", "status", "bytes", "ms", "error") VALUES (2, 2, 's2', 'declaration 2', 'o/r2', 'internal', 'target 2', 1, 1, 1, 'error 2');
INSERT INTO "scope" ("source", "declaration", "key", "repo", "outcome", "reason", "asked_at", "loaded_at", "cursor", "validator", "hash", "rows") VALUES ('s1', 'declaration 1', 'key 1', 'o/r1', 'ok', 'reason 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'cursor 1', 'validator 1', 'hash 1', 1);
INSERT INTO "scope" ("source", "declaration", "key", "repo", "outcome", "reason", "asked_at", "loaded_at", "cursor", "validator", "hash", "rows") VALUES ('s2', 'declaration 2', 'key 2', 'o/r2', 'unchanged', 'reason 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'cursor 2', 'validator 2', 'hash 2', 1);
INSERT INTO "score" ("edition", "source", "repo", "score", "grade", "points", "maximum", "known", "reason") VALUES ('edition 1', 's1', 'o/r1', 1, 'A', 1, 1, 1, 'reason 1');
INSERT INTO "score" ("edition", "source", "repo", "score", "grade", "points", "maximum", "known", "reason") VALUES ('edition 2', 's2', 'o/r2', 1, 'B', 1, 1, 1, 'reason 2');
INSERT INTO "score_part" ("edition", "rule", "source", "repo", "component", "points", "maximum", "reason", "remedy") VALUES ('edition 1', 'rule 1', 's1', 'o/r1', 'component 1', 1, 1, 'reason 1', 'remedy 1');
INSERT INTO "score_part" ("edition", "rule", "source", "repo", "component", "points", "maximum", "reason", "remedy") VALUES ('edition 2', 'rule 2', 's2', 'o/r2', 'component 2', 1, 1, 'reason 2', 'remedy 2');
INSERT INTO "tag" ("source", "repo", "name", "created_at") VALUES ('s1', 'o/r1', 'name 1', '2026-01-02T03:04:05Z');
INSERT INTO "tag" ("source", "repo", "name", "created_at") VALUES ('s2', 'o/r2', 'name 2', '2026-02-02T03:04:05Z');
COMMIT;
