-- A snapshot of schema 9, made by make.mjs.
BEGIN;
PRAGMA application_id = 1417110898;
PRAGMA user_version = 9;
CREATE TABLE run (                   -- One start of the program that asked the sources.
  id         INTEGER PRIMARY KEY,    -- counts up
  started_at TEXT NOT NULL CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at)),
  version    TEXT NOT NULL,          -- of the program
  zone       TEXT NOT NULL DEFAULT 'public' CHECK (zone IN ('public', 'internal', 'restricted'))
, kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1))) STRICT;
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
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), viewer INTEGER CHECK (viewer IN (0, 1)),
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
  pushed_at         TEXT CHECK (pushed_at IS strftime('%Y-%m-%dT%H:%M:%SZ', pushed_at)), open_issues INTEGER CHECK (open_issues >= 0), open_pulls INTEGER CHECK (open_pulls >= 0), issue_updated_at TEXT CHECK (issue_updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', issue_updated_at)), pull_updated_at TEXT CHECK (pull_updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', pull_updated_at)), release_count INTEGER CHECK (release_count >= 0), release_updated_at TEXT CHECK (release_updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', release_updated_at)), latest_release TEXT CHECK (length(latest_release) <= 1024), released_at TEXT CHECK (released_at IS strftime('%Y-%m-%dT%H:%M:%SZ', released_at)), ci_state TEXT CHECK (ci_state IN ('success', 'failure', 'error', 'pending', 'expected', 'none')), security_policy INTEGER CHECK (security_policy IN (0, 1)), community_health INTEGER CHECK (community_health BETWEEN 0 AND 100), has_code_of_conduct INTEGER CHECK (has_code_of_conduct IN (0, 1)), has_issue_template INTEGER CHECK (has_issue_template IN (0, 1)), has_pull_template INTEGER CHECK (has_pull_template IN (0, 1)), remote TEXT CHECK (length(remote) <= 4096),   -- any branch
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
  committed_at TEXT CHECK (committed_at IS strftime('%Y-%m-%dT%H:%M:%SZ', committed_at)), protected INTEGER CHECK (protected IN (0, 1)), -- of its last commit
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
  merged_at  TEXT CHECK (merged_at IS strftime('%Y-%m-%dT%H:%M:%SZ', merged_at)), type TEXT CHECK (length(type) <= 256), blocked_by INTEGER CHECK (blocked_by >= 0), blocks INTEGER CHECK (blocks >= 0), parts INTEGER CHECK (parts >= 0), parts_done INTEGER CHECK (parts_done >= 0), reactions INTEGER CHECK (reactions >= 0), last_comment_by TEXT CHECK (length(last_comment_by) <= 256), last_comment_at TEXT CHECK (last_comment_at IS strftime('%Y-%m-%dT%H:%M:%SZ', last_comment_at)), comment_updated_at TEXT CHECK (comment_updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', comment_updated_at)), head_branch TEXT CHECK (length(head_branch) <= 1024), head TEXT CHECK (length(head) <= 64), base_branch TEXT CHECK (length(base_branch) <= 1024), reviewers TEXT CHECK (reviewers IS NULL OR json_valid(reviewers)), auto_merge INTEGER CHECK (auto_merge IN (0, 1)), review_state TEXT CHECK (review_state IN ('approved', 'changes_requested', 'review_required', 'none')), approvals INTEGER CHECK (approvals >= 0), mergeable TEXT CHECK (mergeable IN ('mergeable', 'conflicting')), ci_state TEXT CHECK (ci_state IN ('success', 'failure', 'error', 'pending', 'expected', 'none')),
  PRIMARY KEY (source, repo, number),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
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
  rows       INTEGER, full_at TEXT, zone TEXT CHECK (zone IN ('public', 'internal', 'restricted')), expected INTEGER NOT NULL DEFAULT 0 CHECK (expected IN (0, 1)), known INTEGER GENERATED ALWAYS AS (loaded_at IS NOT NULL) VIRTUAL, stale_since TEXT GENERATED ALWAYS AS (CASE WHEN outcome NOT IN ('ok', 'unchanged') THEN loaded_at END) VIRTUAL,                -- in the last complete answer; NULL also where rows have zones of their own: a total would tell of hidden ones
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
  error      TEXT, cached INTEGER NOT NULL DEFAULT 0 CHECK (cached IN (0, 1)), tries INTEGER NOT NULL DEFAULT 1 CHECK (tries > 0), waited INTEGER NOT NULL DEFAULT 0 CHECK (waited >= 0),
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
CREATE INDEX scope_repo ON scope (source, repo);
CREATE INDEX scope_key ON scope (source, key);
CREATE TABLE allowance (             -- How much a source still lets us ask, as it said last.
  source     TEXT PRIMARY KEY REFERENCES source (name) ON DELETE CASCADE,
  requests_left INTEGER CHECK (requests_left >= 0),
  resets_at  TEXT CHECK (resets_at IS strftime('%Y-%m-%dT%H:%M:%SZ', resets_at)), -- when it allows the full number again
  stopped    TEXT,                   -- why the last run stopped asking before the end; NULL: it did not
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')) -- the highest of the source's rows: the number tells how much was asked
) STRICT;
CREATE TABLE answer (                -- A page of an answer as it was last loaded: what a conditional request refers to.
  source     TEXT NOT NULL,
  declaration TEXT NOT NULL,
  key        TEXT NOT NULL,          -- of the scope
  target     TEXT NOT NULL,          -- what was asked
  asked      TEXT NOT NULL,          -- hash of the declaration and of everything that the request was made from
  etag       TEXT,
  modified   TEXT,                   -- Last-Modified, as the source writes it
  next       TEXT,                   -- where the page after it is
  PRIMARY KEY (source, declaration, key, target),
  FOREIGN KEY (source, declaration, key) REFERENCES scope (source, declaration, key) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE "commit_day" (        -- Commits reachable from head, by the calendar day of the author or, where the source counts so, UTC.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  day        TEXT NOT NULL CHECK (day IS date(day)),
  commits    INTEGER NOT NULL CHECK (commits > 0),
  authors    INTEGER CHECK (authors > 0), -- NULL: the source counts commits only
  PRIMARY KEY (source, repo, day),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE milestone (             -- What issues are gathered for.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  number     INTEGER NOT NULL CHECK (number > 0),
  title      TEXT NOT NULL CHECK (length(title) <= 1024),
  description TEXT CHECK (length(description) <= 65536),
  state      TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  open_items INTEGER CHECK (open_items >= 0),   -- issues and pull requests
  closed_items INTEGER CHECK (closed_items >= 0),
  url        TEXT CHECK (length(url) <= 4096),
  due_on     TEXT CHECK (due_on IS date(due_on)),
  created_at TEXT CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
  closed_at  TEXT CHECK (closed_at IS strftime('%Y-%m-%dT%H:%M:%SZ', closed_at)),
  PRIMARY KEY (source, repo, number),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE TABLE release (               -- A version that was handed out.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  id         INTEGER NOT NULL,       -- the source's
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- a draft is at least internal
  tag        TEXT NOT NULL CHECK (length(tag) <= 1024),
  name       TEXT CHECK (length(name) <= 1024),
  url        TEXT CHECK (length(url) <= 4096),
  author     TEXT CHECK (length(author) <= 256),
  draft      INTEGER NOT NULL CHECK (draft IN (0, 1)),
  prerelease INTEGER NOT NULL CHECK (prerelease IN (0, 1)),
  downloads  INTEGER CHECK (downloads >= 0),    -- of all its files together
  files      INTEGER CHECK (files >= 0),
  created_at TEXT CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)), -- of its commit
  published_at TEXT CHECK (published_at IS strftime('%Y-%m-%dT%H:%M:%SZ', published_at)), -- NULL: not yet
  PRIMARY KEY (source, repo, id),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE TABLE workflow (              -- Something that the forge runs: a build, a test, a nightly task.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  id         INTEGER NOT NULL,       -- the source's
  name       TEXT NOT NULL CHECK (length(name) <= 1024),
  path       TEXT CHECK (length(path) <= 4096),
  state      TEXT CHECK (length(state) <= 64),  -- active, or why it does not run: disabled_manually, disabled_inactivity, disabled_fork
  url        TEXT CHECK (length(url) <= 4096),
  created_at TEXT CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
  PRIMARY KEY (source, repo, id),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE TABLE workflow_run (          -- One run of it. What was known of older runs stays.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  id         INTEGER NOT NULL,       -- the source's
  workflow   INTEGER,                -- id of the workflow, which may be gone
  name       TEXT CHECK (length(name) <= 1024),  -- the workflow's, as it was
  title      TEXT CHECK (length(title) <= 4096), -- of the commit or pull request that it ran for
  event      TEXT CHECK (length(event) <= 256),  -- push, pull_request, schedule ...
  branch     TEXT CHECK (length(branch) <= 1024),
  head       TEXT CHECK (length(head) <= 64),    -- object id of the commit
  status     TEXT NOT NULL CHECK (length(status) <= 64), -- completed, in_progress, queued ...
  conclusion TEXT CHECK (length(conclusion) <= 64),      -- success, failure, cancelled, skipped, timed_out ...; NULL: not completed
  attempt    INTEGER CHECK (attempt > 0),
  actor      TEXT CHECK (length(actor) <= 256),
  url        TEXT CHECK (length(url) <= 4096),
  seconds    INTEGER CHECK (seconds >= 0),       -- from start to end of the last attempt; NULL: not completed
  created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
  started_at TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at)),
  updated_at TEXT CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
  PRIMARY KEY (source, repo, id),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE INDEX workflow_run_latest ON workflow_run (source, repo, workflow, created_at);
CREATE TABLE alert (                 -- A danger that a scanner saw: in a dependency, in the code, a secret that got out.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('dependency', 'code', 'secret')),
  number     INTEGER NOT NULL CHECK (number > 0), -- counts within repository and kind
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- at least internal, a secret restricted: nobody else sees them at the source
  severity   TEXT CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')), -- NULL: not rated
  state      TEXT NOT NULL CHECK (state IN ('open', 'fixed', 'dismissed')),
  title      TEXT NOT NULL CHECK (length(title) <= 4096),
  rule       TEXT CHECK (length(rule) <= 1024),      -- the scanner's rule, or the kind of secret
  tool       TEXT CHECK (length(tool) <= 256),
  component  TEXT CHECK (length(component) <= 4096), -- the package, or the file
  ecosystem  TEXT CHECK (length(ecosystem) <= 64),
  manifest   TEXT CHECK (length(manifest) <= 4096),  -- the file that names the package
  scope      TEXT CHECK (length(scope) <= 64),       -- runtime or development
  affected   TEXT CHECK (length(affected) <= 1024),  -- range of versions
  fixed_in   TEXT CHECK (length(fixed_in) <= 256),   -- first version without it; NULL: none known
  advisory   TEXT CHECK (length(advisory) <= 256),   -- GHSA or CVE number
  score      REAL CHECK (score BETWEEN 0 AND 10),    -- CVSS
  likelihood REAL CHECK (likelihood BETWEEN 0 AND 1), -- EPSS: that it is exploited within 30 days
  valid      INTEGER CHECK (valid IN (0, 1)),        -- a secret: whether it still opens something
  leaked     INTEGER CHECK (leaked IN (0, 1)),       -- a secret: whether it was seen in public
  resolution TEXT CHECK (length(resolution) <= 256), -- why it was dismissed
  url        TEXT CHECK (length(url) <= 4096),
  created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
  updated_at TEXT CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
  resolved_at TEXT CHECK (resolved_at IS strftime('%Y-%m-%dT%H:%M:%SZ', resolved_at)), -- fixed or dismissed
  PRIMARY KEY (source, repo, kind, number),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE TABLE repo_security (         -- What those who may write to a repository are told of its safety.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- at least internal
  alerts_enabled INTEGER CHECK (alerts_enabled IN (0, 1)), -- whether dependencies are watched
  open_alerts INTEGER CHECK (open_alerts >= 0),            -- of dependencies; NULL also where they are not watched
  protections INTEGER CHECK (protections >= 0),            -- rules that protect branches
  rulesets   INTEGER CHECK (rulesets >= 0),                -- with those of the owner
  PRIMARY KEY (source, repo),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE ruleset (               -- A set of rules for branches or tags.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  id         INTEGER NOT NULL,       -- the source's
  name       TEXT NOT NULL CHECK (length(name) <= 1024),
  target     TEXT CHECK (length(target) <= 64),      -- branch, tag, push
  level      TEXT CHECK (length(level) <= 64),       -- who set it: repository, organization, enterprise
  enforcement TEXT CHECK (length(enforcement) <= 64), -- active, evaluate (tried out only), disabled
  url        TEXT CHECK (length(url) <= 4096),
  PRIMARY KEY (source, repo, id),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE branch_rule (           -- A rule in force on a branch, from any ruleset.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  branch     TEXT NOT NULL CHECK (length(branch) <= 1024),
  ruleset    INTEGER NOT NULL,       -- its id; those of organisations are among the rulesets only where they are told
  type       TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 256), -- pull_request, required_status_checks, deletion, non_fast_forward ...
  level      TEXT CHECK (length(level) <= 64),       -- who set it: repository, organization, enterprise
  approvals  INTEGER CHECK (approvals >= 0),         -- how many a pull request needs
  checks     TEXT CHECK (checks IS NULL OR json_valid(checks)), -- JSON array: what must have succeeded
  PRIMARY KEY (source, repo, branch, ruleset, type),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE branch_protection (     -- How a branch is protected by the older kind of rule, which administrators see only.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  branch     TEXT NOT NULL CHECK (length(branch) <= 1024),
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- at least internal
  approvals  INTEGER CHECK (approvals >= 0),         -- how many a pull request needs
  code_owners INTEGER CHECK (code_owners IN (0, 1)), -- whether one of them must approve
  checks     TEXT CHECK (checks IS NULL OR json_valid(checks)), -- JSON array: what must have succeeded
  up_to_date INTEGER CHECK (up_to_date IN (0, 1)),   -- whether it must contain the branch's head
  admins     INTEGER CHECK (admins IN (0, 1)),       -- whether it holds for administrators
  force_push INTEGER CHECK (force_push IN (0, 1)),   -- whether history may be overwritten
  deletion   INTEGER CHECK (deletion IN (0, 1)),     -- whether the branch may be deleted
  signatures INTEGER CHECK (signatures IN (0, 1)),   -- whether commits must be signed
  linear     INTEGER CHECK (linear IN (0, 1)),       -- whether merge commits are refused
  conversations INTEGER CHECK (conversations IN (0, 1)), -- whether all must be resolved
  PRIMARY KEY (source, repo, branch),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE traffic_day (           -- How often a repository was looked at or copied. The source forgets after 14 days; here they stay.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('views', 'clones')),
  day        TEXT NOT NULL CHECK (day IS date(day)), -- UTC
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- at least internal: the source tells it to those who may write
  count      INTEGER NOT NULL CHECK (count >= 0),
  uniques    INTEGER NOT NULL CHECK (uniques >= 0),  -- different visitors on the day; must not be added up
  PRIMARY KEY (source, repo, kind, day),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE project (               -- A board of an owner.
  source     TEXT NOT NULL,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 512), -- "owner/number"
  owner      TEXT NOT NULL,
  number     INTEGER NOT NULL CHECK (number > 0),
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- a private one is at least internal
  title      TEXT NOT NULL CHECK (length(title) <= 4096),
  description TEXT CHECK (length(description) <= 65536),
  url        TEXT CHECK (length(url) <= 4096),
  closed     INTEGER CHECK (closed IN (0, 1)),
  items      INTEGER CHECK (items >= 0), -- as the source counts them
  status     TEXT CHECK (length(status) <= 64),      -- of the last update: on_track, at_risk, off_track, inactive, complete
  status_note TEXT CHECK (length(status_note) <= 65536), -- Markdown
  status_at  TEXT CHECK (status_at IS strftime('%Y-%m-%dT%H:%M:%SZ', status_at)),
  target_date TEXT CHECK (target_date IS date(target_date)),
  updated_at TEXT CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
  PRIMARY KEY (source, key),
  FOREIGN KEY (source, owner) REFERENCES owner (source, key) ON DELETE CASCADE
) STRICT;
CREATE TABLE project_item (          -- A card on a board.
  source     TEXT NOT NULL,
  project    TEXT NOT NULL,
  id         TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 256), -- the source's
  kind       TEXT NOT NULL CHECK (kind IN ('issue', 'pull', 'draft', 'redacted')), -- redacted: not ours to see
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- of a private repository: at least internal
  repo       TEXT,                   -- where it is one of this source
  number     INTEGER CHECK (number > 0),
  title      TEXT CHECK (length(title) <= 4096),
  url        TEXT CHECK (length(url) <= 4096),
  status     TEXT CHECK (length(status) <= 1024),    -- the column that it stands in; NULL: none
  archived   INTEGER CHECK (archived IN (0, 1)),
  fields     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(fields)), -- JSON object: all its fields by name
  created_at TEXT CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
  updated_at TEXT CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
  PRIMARY KEY (source, project, id),
  FOREIGN KEY (source, project) REFERENCES project (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE TABLE generation (            -- One row. Counts up when pages are published, so that what changes afterwards is known by a higher number.
  value      INTEGER NOT NULL
) STRICT;
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
  critical   INTEGER, entries INTEGER, quotes TEXT CHECK (quotes IS NULL OR json_valid(quotes)),                -- findings, likewise
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
CREATE INDEX repo_zone ON repo (zone) WHERE zone IS NOT NULL;
CREATE INDEX issue_zone ON issue (zone) WHERE zone IS NOT NULL;
CREATE INDEX owner_zone ON owner (zone) WHERE zone IS NOT NULL;
CREATE INDEX scope_zone ON scope (zone) WHERE zone IS NOT NULL;
CREATE INDEX project_zone ON project (zone) WHERE zone IS NOT NULL;
CREATE INDEX issue_open ON issue (source, repo, number, kind, state) WHERE state = 'open';
CREATE INDEX scope_trouble ON scope (source, declaration, outcome, reason, loaded_at, expected) WHERE outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected;
CREATE INDEX file_outward ON file (edition, page, source, repo, outward) WHERE outward;
CREATE TABLE remedy_step (           -- A step on the cheapest way to a repository's next grade.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  nth        INTEGER NOT NULL CHECK (nth > 0), -- 1 gains the most for its effort
  target     TEXT NOT NULL CHECK (target IN ('A', 'B', 'C', 'D')), -- the next grade
  reached    INTEGER NOT NULL CHECK (reached IN (0, 1)), -- 1: with this step the target is reached
  component  TEXT NOT NULL,          -- of the score
  gain       REAL NOT NULL CHECK (gain > 0), -- by which the score rises, of 100
  effort     REAL NOT NULL,          -- hours
  score      REAL NOT NULL CHECK (score BETWEEN 0 AND 100), -- after this step and those before it
  remedy     TEXT NOT NULL,
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, source, repo, nth),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX remedy_step_repo ON remedy_step (source, repo);
CREATE TABLE series (                -- A number of each day, of what moved lately. What is said of it is in anomaly, trend and forecast.
  edition    TEXT NOT NULL,
  key        TEXT NOT NULL CHECK (json_valid(key)), -- JSON array: the source and the repository that it is of, as far as that goes
  metric     TEXT NOT NULL CHECK (length(metric) BETWEEN 1 AND 256), -- "open_issues", as in point; "daily_commits"
  source     TEXT REFERENCES source (name) ON DELETE CASCADE, -- NULL: of all that the edition shows
  repo       TEXT,                   -- NULL: of all of the source's
  name       TEXT NOT NULL,          -- for a person: "commits a day"
  kind       TEXT NOT NULL CHECK (kind IN ('level', 'flow')), -- level: it stands until it moves; flow: each day has its own
  step       REAL NOT NULL CHECK (step >= 0), -- the least usual deviation: smaller ones are not worth a word
  most       REAL,                   -- that it can be; NULL: it has no limit
  day        TEXT NOT NULL CHECK (day IS date(day)), -- the last
  numbers    TEXT NOT NULL CHECK (json_valid(numbers)), -- JSON array: one a day up to that; null: not known
  points     INTEGER NOT NULL,       -- how many are known
  PRIMARY KEY (edition, key, metric),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE INDEX series_repo ON series (source, repo);
CREATE TABLE anomaly (               -- A series' latest number is far from what was to be expected.
  edition    TEXT NOT NULL,
  key        TEXT NOT NULL CHECK (json_valid(key)), -- this and the next three as in series
  metric     TEXT NOT NULL,
  source     TEXT REFERENCES source (name) ON DELETE CASCADE,
  repo       TEXT,
  day        TEXT NOT NULL CHECK (day IS date(day)),
  value      REAL NOT NULL,          -- on that day
  expected   REAL NOT NULL,
  difference REAL NOT NULL,          -- value - expected
  low        REAL NOT NULL,          -- from here to high would have been usual
  high       REAL NOT NULL,
  deviation  REAL NOT NULL,          -- the usual one
  score      REAL,                   -- difference / deviation; NULL: there was no deviation before
  points     INTEGER NOT NULL,       -- known numbers that this was learnt from
  weekday    INTEGER NOT NULL CHECK (weekday IN (0, 1)), -- 1: from the same weekday's
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, key, metric),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE INDEX anomaly_repo ON anomaly (source, repo);
CREATE TABLE trend (                 -- A series rises or falls, or is another one since a day.
  edition    TEXT NOT NULL,
  key        TEXT NOT NULL CHECK (json_valid(key)), -- this, source and repo as in series
  metric     TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('slope', 'step')),
  source     TEXT REFERENCES source (name) ON DELETE CASCADE,
  repo       TEXT,
  since      TEXT NOT NULL CHECK (since IS date(since)), -- slope: the first day looked at; step: the first day after the change
  until      TEXT NOT NULL CHECK (until IS date(until)), -- the last day looked at
  before     REAL NOT NULL,          -- slope: on the first day; step: the median before, of a level the last number
  after      REAL NOT NULL,          -- slope: on the last day; step: the median since
  slope      REAL,                   -- a day; NULL: it is a step
  chance     REAL,                   -- how often as clear a sign is seen where there is nothing; NULL: a level's step, which is judged as an anomaly is
  score      REAL,                   -- of a level's step: its move / usual deviation
  points     INTEGER NOT NULL,       -- known numbers that this was learnt from
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, key, metric, kind),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE INDEX trend_repo ON trend (source, repo);
CREATE TABLE forecast (              -- What a series' number will be, by the simple method that would have been nearest so far.
  edition    TEXT NOT NULL,
  key        TEXT NOT NULL CHECK (json_valid(key)), -- this and the next three as in series
  metric     TEXT NOT NULL,
  source     TEXT REFERENCES source (name) ON DELETE CASCADE,
  repo       TEXT,
  origin     TEXT NOT NULL CHECK (origin IS date(origin)), -- the last day that was known
  day        TEXT NOT NULL CHECK (day IS date(day)),
  value      REAL NOT NULL,          -- expected on that day
  low        REAL NOT NULL,          -- 80 of 100 such forecasts were right from here
  high       REAL NOT NULL,          -- to here
  method     TEXT NOT NULL CHECK (method IN ('naive', 'seasonal naive', 'mean', 'drift')),
  error      REAL NOT NULL,          -- how far such forecasts were away, on average
  error_naive REAL NOT NULL,         -- and those that say that nothing will change
  tests      INTEGER NOT NULL,       -- how many were tried
  points     INTEGER NOT NULL,       -- known numbers that it was made from
  path       TEXT NOT NULL CHECK (json_valid(path)), -- JSON object: value, low and high of each day up to it
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, key, metric),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;
CREATE INDEX forecast_repo ON forecast (source, repo);
CREATE TABLE waiver (                -- A section of content/waivers.conf. Shown only where all that it names is.
  edition    TEXT NOT NULL,
  name       TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the check
  source     TEXT NOT NULL,
  repo       TEXT,                   -- NULL: whatever is found in the source
  number     INTEGER,                -- NULL: whatever is found of the repository
  who        TEXT NOT NULL,
  why        TEXT NOT NULL,
  until      TEXT NOT NULL CHECK (until IS date(until)), -- the last day on which it holds
  line       INTEGER NOT NULL,       -- of the file
  PRIMARY KEY (edition, name)
) STRICT;
CREATE TABLE waived_finding (        -- What was found and a waiver covers: it counts nowhere and is no news.
  edition    TEXT NOT NULL,
  found_by   TEXT NOT NULL,          -- the check
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- as in finding, and so the rest
  repo       TEXT,
  number     INTEGER,
  severity   TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  message    TEXT NOT NULL,
  evidence   TEXT NOT NULL,
  waiver     TEXT NOT NULL,          -- its name: of several the one that holds longest
  who        TEXT NOT NULL,
  why        TEXT NOT NULL,
  until      TEXT NOT NULL CHECK (until IS date(until)),
  PRIMARY KEY (edition, found_by, source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX waived_finding_repo ON waived_finding (source, repo, number);
CREATE TABLE finding_state (         -- Where a finding stands: since when it is open, how far it was escalated.
  edition    TEXT NOT NULL,
  found_by   TEXT NOT NULL,          -- the check
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- as in finding
  repo       TEXT,
  number     INTEGER,
  state      TEXT NOT NULL CHECK (state IN ('new', 'open', 'reopened')), -- new: first seen on the day of the last run; reopened: it was gone in between
  first_seen TEXT NOT NULL CHECK (first_seen IS strftime('%Y-%m-%dT%H:%M:%SZ', first_seen)), -- when the run started that found it first
  since      TEXT NOT NULL CHECK (since IS strftime('%Y-%m-%dT%H:%M:%SZ', since)), -- the same of the run that opened it last
  opened     INTEGER NOT NULL CHECK (opened > 0), -- how often that was told
  tier       INTEGER NOT NULL CHECK (tier BETWEEN 1 AND 3), -- of escalation
  next_tier_on TEXT CHECK (next_tier_on IS date(next_tier_on)), -- NULL: there is none above
  reason     TEXT NOT NULL,          -- the arithmetic in one line
  PRIMARY KEY (edition, found_by, source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX finding_state_repo ON finding_state (source, repo, number);
CREATE TABLE issue_budget (          -- What an open issue may take, and has taken, as its text says.
  edition    TEXT NOT NULL,
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  number     INTEGER NOT NULL,
  measure    TEXT NOT NULL CHECK (measure IN ('time', 'tokens', 'cost')),
  cap        REAL NOT NULL CHECK (cap >= 0),   -- hours; tokens; units of the currency
  spent      REAL CHECK (spent >= 0),          -- NULL: not told
  currency   TEXT,                   -- the sign that stands there; NULL: none
  PRIMARY KEY (edition, source, repo, number, measure),
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;
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
CREATE INDEX priority_part_repo ON priority_part (source, repo, number);
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
CREATE INDEX usage_day ON usage (day);
CREATE TABLE cost_currency (         -- What costs are added up in, as site.conf says; no row: each in its own.
  currency   TEXT PRIMARY KEY,
  zone       TEXT NOT NULL CHECK (zone IN ('public', 'internal', 'restricted'))
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
  reasoning  INTEGER, minute INTEGER,                -- the output's where there is none
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
  tokens_out INTEGER, minutes INTEGER,
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
  priced     INTEGER, minutes INTEGER,                -- the same by the price
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
CREATE INDEX issue_idea ON issue (source, repo, number) WHERE kind = 'issue' AND title GLOB '[[]Idea]*';
CREATE INDEX workflow_run_scheduled ON workflow_run (source, repo, workflow) WHERE event = 'schedule';
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
CREATE INDEX model_score_repo ON model_score (source, repo);
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
CREATE INDEX priority_rank ON priority (edition, rank, urgency, tonight, approval, blocked, stale);
CREATE INDEX priority_repo ON priority (source, repo, number);
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
CREATE TABLE domain_source (         -- A source that tells of a domain, and what is asked of it for that.
  edition    TEXT NOT NULL,
  domain     TEXT NOT NULL,          -- homelab, business, jobs, ideas, costs, memory; or a group of the site's own declarations
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  declaration TEXT NOT NULL,         -- of which scopes concern the domain; empty: rows of the domain are the source's
  PRIMARY KEY (edition, domain, source, declaration)
) STRICT, WITHOUT ROWID;
CREATE TABLE "alert_was" ( -- What rows of alert were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "kind" TEXT NOT NULL, "number" INTEGER NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "severity" TEXT,
  "state" TEXT,
  "title" TEXT,
  "rule" TEXT,
  "tool" TEXT,
  "component" TEXT,
  "ecosystem" TEXT,
  "manifest" TEXT,
  "scope" TEXT,
  "affected" TEXT,
  "fixed_in" TEXT,
  "advisory" TEXT,
  "score" REAL,
  "likelihood" REAL,
  "valid" INTEGER,
  "leaked" INTEGER,
  "resolution" TEXT,
  "url" TEXT,
  "created_at" TEXT,
  "updated_at" TEXT,
  "resolved_at" TEXT,
  PRIMARY KEY ("source", "repo", "kind", "number", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "branch_was" ( -- What rows of branch were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "name" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "head" TEXT,
  "committed_at" TEXT,
  "protected" INTEGER,
  PRIMARY KEY ("source", "repo", "name", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "branch_protection_was" ( -- What rows of branch_protection were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "branch" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "approvals" INTEGER,
  "code_owners" INTEGER,
  "checks" TEXT,
  "up_to_date" INTEGER,
  "admins" INTEGER,
  "force_push" INTEGER,
  "deletion" INTEGER,
  "signatures" INTEGER,
  "linear" INTEGER,
  "conversations" INTEGER,
  PRIMARY KEY ("source", "repo", "branch", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "branch_rule_was" ( -- What rows of branch_rule were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "branch" TEXT NOT NULL, "ruleset" INTEGER NOT NULL, "type" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "level" TEXT,
  "approvals" INTEGER,
  "checks" TEXT,
  PRIMARY KEY ("source", "repo", "branch", "ruleset", "type", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "commit_day_was" ( -- What rows of commit_day were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "day" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "commits" INTEGER,
  "authors" INTEGER,
  PRIMARY KEY ("source", "repo", "day", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "contributor_was" ( -- What rows of contributor were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "name" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "commits" INTEGER,
  "first_commit_at" TEXT,
  "last_commit_at" TEXT,
  PRIMARY KEY ("source", "repo", "name", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "dependency_was" ( -- What rows of dependency were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "manifest" TEXT NOT NULL, "ecosystem" TEXT NOT NULL, "name" TEXT NOT NULL, "version" TEXT NOT NULL, "requirement" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "scope" TEXT,
  "purl" TEXT,
  "license" TEXT,
  "direct" INTEGER,
  PRIMARY KEY ("source", "repo", "manifest", "ecosystem", "name", "version", "requirement", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "idea_was" ( -- What rows of idea were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "title" TEXT,
  "state" TEXT,
  "status" TEXT,
  "category" TEXT,
  "actionable" INTEGER,
  "suggested" TEXT,
  "routed_to" TEXT,
  "origin" TEXT,
  "created_at" TEXT,
  "updated_at" TEXT,
  "url" TEXT,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "incident_was" ( -- What rows of incident were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "kind" TEXT,
  "severity" TEXT,
  "rating" TEXT,
  "state" TEXT,
  "title" TEXT,
  "component" TEXT,
  "rule" TEXT,
  "about" TEXT,
  "labels" TEXT,
  "started_at" TEXT,
  "updated_at" TEXT,
  "resolved_at" TEXT,
  "url" TEXT,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "issue_was" ( -- What rows of issue were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "number" INTEGER NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "kind" TEXT,
  "zone" TEXT,
  "title" TEXT,
  "url" TEXT,
  "state" TEXT,
  "state_reason" TEXT,
  "author" TEXT,
  "assignees" TEXT,
  "labels" TEXT,
  "milestone" TEXT,
  "due_on" TEXT,
  "draft" INTEGER,
  "comments" INTEGER,
  "node_id" TEXT,
  "created_at" TEXT,
  "updated_at" TEXT,
  "closed_at" TEXT,
  "merged_at" TEXT,
  "type" TEXT,
  "blocked_by" INTEGER,
  "blocks" INTEGER,
  "parts" INTEGER,
  "parts_done" INTEGER,
  "reactions" INTEGER,
  "last_comment_by" TEXT,
  "last_comment_at" TEXT,
  "comment_updated_at" TEXT,
  "head_branch" TEXT,
  "head" TEXT,
  "base_branch" TEXT,
  "reviewers" TEXT,
  "auto_merge" INTEGER,
  "review_state" TEXT,
  "approvals" INTEGER,
  "mergeable" TEXT,
  "ci_state" TEXT,
  PRIMARY KEY ("source", "repo", "number", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "job_was" ( -- What rows of job were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "name" TEXT,
  "project" TEXT,
  "about" TEXT,
  "schedule" TEXT,
  "enabled" INTEGER,
  "state" TEXT,
  "status" TEXT,
  "last_run" TEXT,
  "detail" TEXT,
  "started_at" TEXT,
  "ended_at" TEXT,
  "succeeded_at" TEXT,
  "due_at" TEXT,
  "url" TEXT,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "language_was" ( -- What rows of language were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "name" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "bytes" INTEGER,
  "files" INTEGER,
  PRIMARY KEY ("source", "repo", "name", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "manifest_was" ( -- What rows of manifest were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "path" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "kind" TEXT,
  "object" TEXT,
  "bytes" INTEGER,
  "skipped" TEXT,
  "problem" TEXT,
  PRIMARY KEY ("source", "repo", "path", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "memory_was" ( -- What rows of memory were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "kind" TEXT,
  "repo" TEXT,
  "number" INTEGER,
  "about" TEXT,
  "store" TEXT,
  "title" TEXT,
  "status" TEXT,
  "object" TEXT,
  "created_at" TEXT,
  "url" TEXT,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "milestone_was" ( -- What rows of milestone were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "number" INTEGER NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "title" TEXT,
  "state" TEXT,
  "open_items" INTEGER,
  "closed_items" INTEGER,
  "url" TEXT,
  "due_on" TEXT,
  "created_at" TEXT,
  "closed_at" TEXT,
  PRIMARY KEY ("source", "repo", "number", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "owner_was" ( -- What rows of owner were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "kind" TEXT,
  "name" TEXT,
  "url" TEXT,
  "zone" TEXT,
  "viewer" INTEGER,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "package_was" ( -- What rows of package were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "manifest" TEXT NOT NULL, "ecosystem" TEXT NOT NULL, "name" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "version" TEXT,
  "private" INTEGER,
  PRIMARY KEY ("source", "repo", "manifest", "ecosystem", "name", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "project_was" ( -- What rows of project were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "owner" TEXT,
  "number" INTEGER,
  "zone" TEXT,
  "title" TEXT,
  "url" TEXT,
  "closed" INTEGER,
  "items" INTEGER,
  "status" TEXT,
  "status_at" TEXT,
  "target_date" TEXT,
  "updated_at" TEXT,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "project_item_was" ( -- What rows of project_item were before the runs that changed them.
  "source" TEXT NOT NULL, "project" TEXT NOT NULL, "id" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "kind" TEXT,
  "zone" TEXT,
  "repo" TEXT,
  "number" INTEGER,
  "title" TEXT,
  "url" TEXT,
  "status" TEXT,
  "archived" INTEGER,
  "fields" TEXT,
  "created_at" TEXT,
  "updated_at" TEXT,
  PRIMARY KEY ("source", "project", "id", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "release_was" ( -- What rows of release were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "id" INTEGER NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "tag" TEXT,
  "name" TEXT,
  "url" TEXT,
  "author" TEXT,
  "draft" INTEGER,
  "prerelease" INTEGER,
  "downloads" INTEGER,
  "files" INTEGER,
  "created_at" TEXT,
  "published_at" TEXT,
  PRIMARY KEY ("source", "repo", "id", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "repo_was" ( -- What rows of repo were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "owner" TEXT,
  "name" TEXT,
  "zone" TEXT,
  "url" TEXT,
  "description" TEXT,
  "visibility" TEXT,
  "fork" INTEGER,
  "archived" INTEGER,
  "template" INTEGER,
  "empty" INTEGER,
  "bare" INTEGER,
  "shallow" INTEGER,
  "folder" TEXT,
  "object_format" TEXT,
  "head" TEXT,
  "default_branch" TEXT,
  "language" TEXT,
  "license" TEXT,
  "topics" TEXT,
  "stars" INTEGER,
  "forks" INTEGER,
  "open_items" INTEGER,
  "size_kb" INTEGER,
  "commit_count" INTEGER,
  "contributor_count" INTEGER,
  "branch_count" INTEGER,
  "tag_count" INTEGER,
  "has_readme" INTEGER,
  "has_license" INTEGER,
  "has_security" INTEGER,
  "has_contributing" INTEGER,
  "has_codeowners" INTEGER,
  "has_ci" INTEGER,
  "has_tests" INTEGER,
  "first_commit_at" TEXT,
  "last_commit_at" TEXT,
  "created_at" TEXT,
  "updated_at" TEXT,
  "pushed_at" TEXT,
  "open_issues" INTEGER,
  "open_pulls" INTEGER,
  "issue_updated_at" TEXT,
  "pull_updated_at" TEXT,
  "release_count" INTEGER,
  "release_updated_at" TEXT,
  "latest_release" TEXT,
  "released_at" TEXT,
  "ci_state" TEXT,
  "security_policy" INTEGER,
  "community_health" INTEGER,
  "has_code_of_conduct" INTEGER,
  "has_issue_template" INTEGER,
  "has_pull_template" INTEGER,
  "remote" TEXT,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "repo_file_was" ( -- What rows of repo_file were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "path" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "kind" TEXT,
  "object" TEXT,
  "bytes" INTEGER,
  PRIMARY KEY ("source", "repo", "path", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "repo_opinion_was" ( -- What rows of repo_opinion were before the runs that changed them.
  "source" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "score" REAL,
  "grade" TEXT,
  "reason" TEXT,
  "action" TEXT,
  "problem" TEXT,
  "archived" INTEGER,
  "open_items" INTEGER,
  "idle_days" INTEGER,
  PRIMARY KEY ("source", "name", "kind", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "repo_security_was" ( -- What rows of repo_security were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "alerts_enabled" INTEGER,
  "open_alerts" INTEGER,
  "protections" INTEGER,
  "rulesets" INTEGER,
  PRIMARY KEY ("source", "repo", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "ruleset_was" ( -- What rows of ruleset were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "id" INTEGER NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "name" TEXT,
  "target" TEXT,
  "level" TEXT,
  "enforcement" TEXT,
  "url" TEXT,
  PRIMARY KEY ("source", "repo", "id", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "scope_was" ( -- What rows of scope were before the runs that changed them.
  "source" TEXT NOT NULL, "declaration" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "repo" TEXT,
  "outcome" TEXT,
  "reason" TEXT,
  "asked_at" TEXT,
  "loaded_at" TEXT,
  "hash" TEXT,
  "rows" INTEGER,
  "zone" TEXT,
  "expected" INTEGER,
  PRIMARY KEY ("source", "declaration", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "tag_was" ( -- What rows of tag were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "name" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "created_at" TEXT,
  PRIMARY KEY ("source", "repo", "name", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "target_was" ( -- What rows of target were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "kind" TEXT,
  "name" TEXT,
  "state" TEXT,
  "detail" TEXT,
  "since" TEXT,
  "checked_at" TEXT,
  "url" TEXT,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "ticket_was" ( -- What rows of ticket were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "kind" TEXT,
  "project" TEXT,
  "about" TEXT,
  "title" TEXT,
  "state" TEXT,
  "status" TEXT,
  "severity" TEXT,
  "rating" TEXT,
  "customer" TEXT,
  "requester" TEXT,
  "assignees" TEXT,
  "labels" TEXT,
  "opened_at" TEXT,
  "responded_at" TEXT,
  "updated_at" TEXT,
  "due_at" TEXT,
  "closed_at" TEXT,
  "url" TEXT,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "traffic_day_was" ( -- What rows of traffic_day were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "kind" TEXT NOT NULL, "day" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "zone" TEXT,
  "count" INTEGER,
  "uniques" INTEGER,
  PRIMARY KEY ("source", "repo", "kind", "day", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "usage_was" ( -- What rows of usage were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "kind" TEXT,
  "origin" TEXT,
  "zone" TEXT,
  "day" TEXT,
  "at" TEXT,
  "provider" TEXT,
  "service" TEXT,
  "model" TEXT,
  "account" TEXT,
  "repo" TEXT,
  "about" TEXT,
  "workflow" TEXT,
  "task" TEXT,
  "requests" INTEGER,
  "tokens_in" INTEGER,
  "tokens_cached" INTEGER,
  "tokens_cache_write" INTEGER,
  "tokens_out" INTEGER,
  "tokens_reasoning" INTEGER,
  "quantity" REAL,
  "unit" TEXT,
  "cost" INTEGER,
  "currency" TEXT,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "usage_total_was" ( -- What rows of usage_total were before the runs that changed them.
  "source" TEXT NOT NULL, "key" TEXT NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "origin" TEXT,
  "zone" TEXT,
  "month" TEXT,
  "provider" TEXT,
  "account" TEXT,
  "cost" INTEGER,
  "currency" TEXT,
  PRIMARY KEY ("source", "key", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "workflow_was" ( -- What rows of workflow were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "id" INTEGER NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "name" TEXT,
  "path" TEXT,
  "state" TEXT,
  "url" TEXT,
  "created_at" TEXT,
  PRIMARY KEY ("source", "repo", "id", run)) STRICT, WITHOUT ROWID;
CREATE TABLE "workflow_run_was" ( -- What rows of workflow_run were before the runs that changed them.
  "source" TEXT NOT NULL, "repo" TEXT NOT NULL, "id" INTEGER NOT NULL, -- whose row
  run INTEGER NOT NULL, -- the first that did not find this any more
  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL
  "workflow" INTEGER,
  "name" TEXT,
  "title" TEXT,
  "event" TEXT,
  "branch" TEXT,
  "head" TEXT,
  "status" TEXT,
  "conclusion" TEXT,
  "attempt" INTEGER,
  "actor" TEXT,
  "url" TEXT,
  "seconds" INTEGER,
  "created_at" TEXT,
  "started_at" TEXT,
  "updated_at" TEXT,
  PRIMARY KEY ("source", "repo", "id", run)) STRICT, WITHOUT ROWID;
CREATE INDEX "alert_was_run" ON "alert_was" (run);
CREATE INDEX "branch_was_run" ON "branch_was" (run);
CREATE INDEX "branch_protection_was_run" ON "branch_protection_was" (run);
CREATE INDEX "branch_rule_was_run" ON "branch_rule_was" (run);
CREATE INDEX "commit_day_was_run" ON "commit_day_was" (run);
CREATE INDEX "contributor_was_run" ON "contributor_was" (run);
CREATE INDEX "dependency_was_run" ON "dependency_was" (run);
CREATE INDEX "idea_was_run" ON "idea_was" (run);
CREATE INDEX "incident_was_run" ON "incident_was" (run);
CREATE INDEX "issue_was_run" ON "issue_was" (run);
CREATE INDEX "job_was_run" ON "job_was" (run);
CREATE INDEX "language_was_run" ON "language_was" (run);
CREATE INDEX "manifest_was_run" ON "manifest_was" (run);
CREATE INDEX "memory_was_run" ON "memory_was" (run);
CREATE INDEX "milestone_was_run" ON "milestone_was" (run);
CREATE INDEX "owner_was_run" ON "owner_was" (run);
CREATE INDEX "package_was_run" ON "package_was" (run);
CREATE INDEX "project_was_run" ON "project_was" (run);
CREATE INDEX "project_item_was_run" ON "project_item_was" (run);
CREATE INDEX "release_was_run" ON "release_was" (run);
CREATE INDEX "repo_was_run" ON "repo_was" (run);
CREATE INDEX "repo_file_was_run" ON "repo_file_was" (run);
CREATE INDEX "repo_opinion_was_run" ON "repo_opinion_was" (run);
CREATE INDEX "repo_security_was_run" ON "repo_security_was" (run);
CREATE INDEX "ruleset_was_run" ON "ruleset_was" (run);
CREATE INDEX "scope_was_run" ON "scope_was" (run);
CREATE INDEX "tag_was_run" ON "tag_was" (run);
CREATE INDEX "target_was_run" ON "target_was" (run);
CREATE INDEX "ticket_was_run" ON "ticket_was" (run);
CREATE INDEX "traffic_day_was_run" ON "traffic_day_was" (run);
CREATE INDEX "usage_was_run" ON "usage_was" (run);
CREATE INDEX "usage_total_was_run" ON "usage_total_was" (run);
CREATE INDEX "workflow_was_run" ON "workflow_was" (run);
CREATE INDEX "workflow_run_was_run" ON "workflow_run_was" (run);
INSERT INTO generation VALUES (1);
INSERT INTO "source" ("name", "system", "position", "url", "demo", "active", "zone") VALUES ('s1', 'git', 1, 'https://example.org/1', '0', '0', 'public');
INSERT INTO "source" ("name", "system", "position", "url", "demo", "active", "zone") VALUES ('s2', 'git', 1, 'https://example.org/2', '1', '1', 'internal');
INSERT INTO "repo" ("source", "key", "owner", "name", "zone", "url", "description", "visibility", "fork", "archived", "template", "empty", "bare", "shallow", "folder", "object_format", "head", "default_branch", "language", "license", "topics", "stars", "forks", "open_items", "size_kb", "commit_count", "contributor_count", "branch_count", "tag_count", "has_readme", "has_license", "has_security", "has_contributing", "has_codeowners", "has_ci", "has_tests", "first_commit_at", "last_commit_at", "created_at", "updated_at", "pushed_at", "open_issues", "open_pulls", "issue_updated_at", "pull_updated_at", "release_count", "release_updated_at", "latest_release", "released_at", "ci_state", "security_policy", "community_health", "has_code_of_conduct", "has_issue_template", "has_pull_template", "remote") VALUES ('s1', 'o/r1', 'owner 1', 'r1', 'public', 'https://example.org/1', 'description 1', 'public', '0', '0', '0', '0', '0', '0', 'folder 1', 'sha1', 'head 1', 'default_branch 1', 'language 1', 'license 1', '["one"]', 1, 1, 1, 1, 1, 1, 1, 1, '0', '0', '0', '0', '0', '0', '0', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 1, 1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 1, '2026-01-02T03:04:05Z', 'latest_release 1', '2026-01-02T03:04:05Z', 'success', '0', 1, '0', '0', '0', 'remote 1');
INSERT INTO "repo" ("source", "key", "owner", "name", "zone", "url", "description", "visibility", "fork", "archived", "template", "empty", "bare", "shallow", "folder", "object_format", "head", "default_branch", "language", "license", "topics", "stars", "forks", "open_items", "size_kb", "commit_count", "contributor_count", "branch_count", "tag_count", "has_readme", "has_license", "has_security", "has_contributing", "has_codeowners", "has_ci", "has_tests", "first_commit_at", "last_commit_at", "created_at", "updated_at", "pushed_at", "open_issues", "open_pulls", "issue_updated_at", "pull_updated_at", "release_count", "release_updated_at", "latest_release", "released_at", "ci_state", "security_policy", "community_health", "has_code_of_conduct", "has_issue_template", "has_pull_template", "remote") VALUES ('s2', 'o/r2', 'owner 2', 'r2', 'internal', 'https://example.org/2', 'description 2', 'internal', '1', '1', '1', '1', '1', '1', 'folder 2', 'sha256', 'head 2', 'default_branch 2', 'language 2', 'license 2', '["one"]', 1, 1, 1, 1, 1, 1, 1, 1, '1', '1', '1', '1', '1', '1', '1', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 1, 1, '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 1, '2026-02-02T03:04:05Z', 'latest_release 2', '2026-02-02T03:04:05Z', 'failure', '1', 1, '1', '1', '1', 'remote 2');
INSERT INTO "alert" ("source", "repo", "kind", "number", "zone", "severity", "state", "title", "rule", "tool", "component", "ecosystem", "manifest", "scope", "affected", "fixed_in", "advisory", "score", "likelihood", "valid", "leaked", "resolution", "url", "created_at", "updated_at", "resolved_at") VALUES ('s1', 'o/r1', 'dependency', 1, 'public', 'critical', 'open', 'title 1', 'rule 1', 'tool 1', 'component 1', 'ecosystem 1', 'manifest 1', 'scope 1', 'affected 1', 'fixed_in 1', 'advisory 1', 1, 1, '0', '0', 'resolution 1', 'https://example.org/1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "alert" ("source", "repo", "kind", "number", "zone", "severity", "state", "title", "rule", "tool", "component", "ecosystem", "manifest", "scope", "affected", "fixed_in", "advisory", "score", "likelihood", "valid", "leaked", "resolution", "url", "created_at", "updated_at", "resolved_at") VALUES ('s2', 'o/r2', 'code', 2, 'internal', 'high', 'fixed', 'title 2', 'rule 2', 'tool 2', 'component 2', 'ecosystem 2', 'manifest 2', 'scope 2', 'affected 2', 'fixed_in 2', 'advisory 2', 1, 1, '1', '1', 'resolution 2', 'https://example.org/2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "alert_was" ("source", "repo", "kind", "number", "run", "absent", "zone", "severity", "state", "title", "rule", "tool", "component", "ecosystem", "manifest", "scope", "affected", "fixed_in", "advisory", "score", "likelihood", "valid", "leaked", "resolution", "url", "created_at", "updated_at", "resolved_at") VALUES ('source 1', 'repo 1', 'kind 1', 1, 1, '0', 'zone 1', 'severity 1', 'state 1', 'title 1', 'rule 1', 'tool 1', 'component 1', 'ecosystem 1', 'manifest 1', 'scope 1', 'affected 1', 'fixed_in 1', 'advisory 1', 1, 1, 1, 1, 'resolution 1', 'https://example.org/1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "alert_was" ("source", "repo", "kind", "number", "run", "absent", "zone", "severity", "state", "title", "rule", "tool", "component", "ecosystem", "manifest", "scope", "affected", "fixed_in", "advisory", "score", "likelihood", "valid", "leaked", "resolution", "url", "created_at", "updated_at", "resolved_at") VALUES ('source 2', 'repo 2', 'kind 2', 2, 2, '1', 'zone 2', 'severity 2', 'state 2', 'title 2', 'rule 2', 'tool 2', 'component 2', 'ecosystem 2', 'manifest 2', 'scope 2', 'affected 2', 'fixed_in 2', 'advisory 2', 1, 1, 1, 1, 'resolution 2', 'https://example.org/2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "allowance" ("source", "requests_left", "resets_at", "stopped", "zone") VALUES ('s1', 1, '2026-01-02T03:04:05Z', 'stopped 1', 'public');
INSERT INTO "allowance" ("source", "requests_left", "resets_at", "stopped", "zone") VALUES ('s2', 1, '2026-02-02T03:04:05Z', 'stopped 2', 'internal');
INSERT INTO "analysis" ("edition", "step", "input", "reads", "writes", "own_rows", "clock", "generation") VALUES ('edition 1', 'step 1', 'input 1', '["one"]', '["one"]', '0', 'clock 1', 1);
INSERT INTO "analysis" ("edition", "step", "input", "reads", "writes", "own_rows", "clock", "generation") VALUES ('edition 2', 'step 2', 'input 2', '["one"]', '["one"]', '1', 'clock 2', 1);
INSERT INTO "anomaly" ("edition", "key", "metric", "source", "repo", "day", "value", "expected", "difference", "low", "high", "deviation", "score", "points", "weekday", "reason") VALUES ('edition 1', '["one"]', 'metric 1', 's1', 'o/r1', '2026-01-02', 1, 1, 1, 1, 1, 1, 1, 1, '0', 'reason 1');
INSERT INTO "anomaly" ("edition", "key", "metric", "source", "repo", "day", "value", "expected", "difference", "low", "high", "deviation", "score", "points", "weekday", "reason") VALUES ('edition 2', '["one"]', 'metric 2', 's2', 'o/r2', '2026-02-02', 1, 1, 1, 1, 1, 1, 1, 1, '1', 'reason 2');
INSERT INTO "scope" ("source", "declaration", "key", "repo", "outcome", "reason", "asked_at", "loaded_at", "cursor", "validator", "hash", "rows", "full_at", "zone", "expected") VALUES ('s1', 'declaration 1', 'key 1', 'o/r1', 'ok', 'reason 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'cursor 1', 'validator 1', 'hash 1', 1, '2026-01-02T03:04:05Z', 'public', '0');
INSERT INTO "scope" ("source", "declaration", "key", "repo", "outcome", "reason", "asked_at", "loaded_at", "cursor", "validator", "hash", "rows", "full_at", "zone", "expected") VALUES ('s2', 'declaration 2', 'key 2', 'o/r2', 'unchanged', 'reason 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'cursor 2', 'validator 2', 'hash 2', 1, '2026-02-02T03:04:05Z', 'internal', '1');
INSERT INTO "answer" ("source", "declaration", "key", "target", "asked", "etag", "modified", "next") VALUES ('s1', 'declaration 1', 'key 1', 'target 1', 'asked 1', 'etag 1', 'modified 1', 'next 1');
INSERT INTO "answer" ("source", "declaration", "key", "target", "asked", "etag", "modified", "next") VALUES ('s2', 'declaration 2', 'key 2', 'target 2', 'asked 2', 'etag 2', 'modified 2', 'next 2');
INSERT INTO "archive_day" ("edition", "day", "run", "at", "zones", "digest", "withheld", "grade", "critical", "entries", "quotes") VALUES ('edition 1', '2026-01-02', 1, '2026-01-02T03:04:05Z', '["one"]', 'digest 1', '0', 'grade 1', 1, 1, '["one"]');
INSERT INTO "archive_day" ("edition", "day", "run", "at", "zones", "digest", "withheld", "grade", "critical", "entries", "quotes") VALUES ('edition 2', '2026-02-02', 1, '2026-02-02T03:04:05Z', '["one"]', 'digest 2', '1', 'grade 2', 1, 1, '["one"]');
INSERT INTO "archive" ("edition", "day", "format", "content") VALUES ('edition 1', '2026-01-02', 'html', x'78DA010000FFFF00000001');
INSERT INTO "archive" ("edition", "day", "format", "content") VALUES ('edition 2', '2026-02-02', 'md', x'78DA010000FFFF00000001');
INSERT INTO "archive_entry" ("edition", "key", "since", "until", "kind", "source", "name", "repo", "number", "title", "text") VALUES ('edition 1', 'key 1', '2026-01-02', '2026-01-02', 'kind 1', 'source 1', 'name 1', 'repo 1', 1, 'title 1', 'text 1');
INSERT INTO "archive_entry" ("edition", "key", "since", "until", "kind", "source", "name", "repo", "number", "title", "text") VALUES ('edition 2', 'key 2', '2026-02-02', '2026-02-02', 'kind 2', 'source 2', 'name 2', 'repo 2', 1, 'title 2', 'text 2');
INSERT INTO "archive_subject" ("edition", "key", "since", "until", "hidden") VALUES ('edition 1', '["one"]', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '0');
INSERT INTO "archive_subject" ("edition", "key", "since", "until", "hidden") VALUES ('edition 2', '["one"]', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '1');
INSERT INTO "branch" ("source", "repo", "name", "head", "committed_at", "protected") VALUES ('s1', 'o/r1', 'name 1', 'head 1', '2026-01-02T03:04:05Z', '0');
INSERT INTO "branch" ("source", "repo", "name", "head", "committed_at", "protected") VALUES ('s2', 'o/r2', 'name 2', 'head 2', '2026-02-02T03:04:05Z', '1');
INSERT INTO "branch_protection" ("source", "repo", "branch", "zone", "approvals", "code_owners", "checks", "up_to_date", "admins", "force_push", "deletion", "signatures", "linear", "conversations") VALUES ('s1', 'o/r1', 'branch 1', 'public', 1, '0', '["one"]', '0', '0', '0', '0', '0', '0', '0');
INSERT INTO "branch_protection" ("source", "repo", "branch", "zone", "approvals", "code_owners", "checks", "up_to_date", "admins", "force_push", "deletion", "signatures", "linear", "conversations") VALUES ('s2', 'o/r2', 'branch 2', 'internal', 1, '1', '["one"]', '1', '1', '1', '1', '1', '1', '1');
INSERT INTO "branch_protection_was" ("source", "repo", "branch", "run", "absent", "zone", "approvals", "code_owners", "checks", "up_to_date", "admins", "force_push", "deletion", "signatures", "linear", "conversations") VALUES ('source 1', 'repo 1', 'branch 1', 1, '0', 'zone 1', 1, 1, 'checks 1', 1, 1, 1, 1, 1, 1, 1);
INSERT INTO "branch_protection_was" ("source", "repo", "branch", "run", "absent", "zone", "approvals", "code_owners", "checks", "up_to_date", "admins", "force_push", "deletion", "signatures", "linear", "conversations") VALUES ('source 2', 'repo 2', 'branch 2', 2, '1', 'zone 2', 1, 1, 'checks 2', 1, 1, 1, 1, 1, 1, 1);
INSERT INTO "branch_rule" ("source", "repo", "branch", "ruleset", "type", "level", "approvals", "checks") VALUES ('s1', 'o/r1', 'branch 1', 1, 'type 1', 'level 1', 1, '["one"]');
INSERT INTO "branch_rule" ("source", "repo", "branch", "ruleset", "type", "level", "approvals", "checks") VALUES ('s2', 'o/r2', 'branch 2', 2, 'type 2', 'level 2', 1, '["one"]');
INSERT INTO "branch_rule_was" ("source", "repo", "branch", "ruleset", "type", "run", "absent", "level", "approvals", "checks") VALUES ('source 1', 'repo 1', 'branch 1', 1, 'type 1', 1, '0', 'level 1', 1, 'checks 1');
INSERT INTO "branch_rule_was" ("source", "repo", "branch", "ruleset", "type", "run", "absent", "level", "approvals", "checks") VALUES ('source 2', 'repo 2', 'branch 2', 2, 'type 2', 2, '1', 'level 2', 1, 'checks 2');
INSERT INTO "branch_was" ("source", "repo", "name", "run", "absent", "head", "committed_at", "protected") VALUES ('source 1', 'repo 1', 'name 1', 1, '0', 'head 1', '2026-01-02T03:04:05Z', 1);
INSERT INTO "branch_was" ("source", "repo", "name", "run", "absent", "head", "committed_at", "protected") VALUES ('source 2', 'repo 2', 'name 2', 2, '1', 'head 2', '2026-02-02T03:04:05Z', 1);
INSERT INTO "budget" ("name", "monthly", "currency", "thresholds", "filters", "zone", "line") VALUES ('name 1', 1, 'GBP', '["one"]', '["one"]', 'public', 1);
INSERT INTO "budget" ("name", "monthly", "currency", "thresholds", "filters", "zone", "line") VALUES ('name 2', 1, 'GBP', '["one"]', '["one"]', 'internal', 1);
INSERT INTO "budget_day" ("edition", "budget", "day", "source", "cost", "records", "unknown") VALUES ('edition 1', 'budget 1', 'day 1', 's1', 1, 1, 1);
INSERT INTO "budget_day" ("edition", "budget", "day", "source", "cost", "records", "unknown") VALUES ('edition 2', 'budget 2', 'day 2', 's2', 1, 1, 1);
INSERT INTO "budget_state" ("edition", "budget", "month", "monthly", "currency", "spent", "records", "unknown", "until", "threshold", "reached_on", "next", "spent_on", "forecast", "low", "high", "method", "error", "tests", "source", "reason") VALUES ('edition 1', 'budget 1', '2026-01', 1, 'GBP', 1, 1, 1, 'until 1', 1, 'reached_on 1', 1, 'spent_on 1', 1, 1, 1, 'method 1', 1, 1, 's1', 'reason 1');
INSERT INTO "budget_state" ("edition", "budget", "month", "monthly", "currency", "spent", "records", "unknown", "until", "threshold", "reached_on", "next", "spent_on", "forecast", "low", "high", "method", "error", "tests", "source", "reason") VALUES ('edition 2', 'budget 2', '2026-02', 1, 'GBP', 1, 1, 1, 'until 2', 1, 'reached_on 2', 1, 'spent_on 2', 1, 1, 1, 'method 2', 1, 1, 's2', 'reason 2');
INSERT INTO "change" ("table", "source", "repo", "generation") VALUES ('table 1', 'source 1', 'repo 1', 1);
INSERT INTO "change" ("table", "source", "repo", "generation") VALUES ('table 2', 'source 2', 'repo 2', 1);
INSERT INTO "change_span" ("edition", "name", "run", "at", "day", "short") VALUES ('edition 1', 'run', 1, '2026-01-02T03:04:05Z', '2026-01-02', '0');
INSERT INTO "change_span" ("edition", "name", "run", "at", "day", "short") VALUES ('edition 2', 'day', 1, '2026-02-02T03:04:05Z', '2026-02-02', '1');
INSERT INTO "charge" ("edition", "source", "key", "day", "provider", "model", "account", "repository", "workflow", "task", "requests", "tokens_in", "tokens_cached", "tokens_out", "minutes", "told", "told_currency", "priced", "price_currency", "cost", "currency", "problem") VALUES ('edition 1', 's1', 'key 1', '2026-01-02', 'provider 1', 'model 1', 'account 1', 'repository 1', 'workflow 1', 'task 1', 1, 1, 1, 1, 1, 1, 'GBP', 1, 'GBP', 1, 'GBP', 'price');
INSERT INTO "charge" ("edition", "source", "key", "day", "provider", "model", "account", "repository", "workflow", "task", "requests", "tokens_in", "tokens_cached", "tokens_out", "minutes", "told", "told_currency", "priced", "price_currency", "cost", "currency", "problem") VALUES ('edition 2', 's2', 'key 2', '2026-02-02', 'provider 2', 'model 2', 'account 2', 'repository 2', 'workflow 2', 'task 2', 1, 1, 1, 1, 1, 1, 'GBP', 1, 'GBP', 1, 'GBP', 'model');
INSERT INTO "commit_day" ("source", "repo", "day", "commits", "authors") VALUES ('s1', 'o/r1', '2026-01-02', 1, 1);
INSERT INTO "commit_day" ("source", "repo", "day", "commits", "authors") VALUES ('s2', 'o/r2', '2026-02-02', 1, 1);
INSERT INTO "commit_day_was" ("source", "repo", "day", "run", "absent", "commits", "authors") VALUES ('source 1', 'repo 1', 'day 1', 1, '0', 1, 1);
INSERT INTO "commit_day_was" ("source", "repo", "day", "run", "absent", "commits", "authors") VALUES ('source 2', 'repo 2', 'day 2', 2, '1', 1, 1);
INSERT INTO "consolidation" ("edition", "source", "repo", "other_source", "other_repo", "score", "packages", "topics", "contributors", "reason") VALUES ('edition 1', 's1', 'o/r1', 's1', 'o/r1', 1, 1, 1, 1, 'reason 1');
INSERT INTO "consolidation" ("edition", "source", "repo", "other_source", "other_repo", "score", "packages", "topics", "contributors", "reason") VALUES ('edition 2', 's2', 'o/r2', 's2', 'o/r2', 1, 1, 1, 1, 'reason 2');
INSERT INTO "issue" ("source", "repo", "number", "kind", "zone", "title", "body", "url", "state", "state_reason", "author", "assignees", "labels", "milestone", "due_on", "draft", "comments", "node_id", "created_at", "updated_at", "closed_at", "merged_at", "type", "blocked_by", "blocks", "parts", "parts_done", "reactions", "last_comment_by", "last_comment_at", "comment_updated_at", "head_branch", "head", "base_branch", "reviewers", "auto_merge", "review_state", "approvals", "mergeable", "ci_state") VALUES ('s1', 'o/r1', 1, 'issue', 'public', 'title 1', 'body 1', 'https://example.org/1', 'open', 'state_reason 1', 'author 1', '["one"]', '["one"]', 'milestone 1', '2026-01-02', '0', 1, 'node_id 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'type 1', 1, 1, 1, 1, 1, 'last_comment_by 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'head_branch 1', 'head 1', 'base_branch 1', '["one"]', '0', 'approved', 1, 'mergeable', 'success');
INSERT INTO "issue" ("source", "repo", "number", "kind", "zone", "title", "body", "url", "state", "state_reason", "author", "assignees", "labels", "milestone", "due_on", "draft", "comments", "node_id", "created_at", "updated_at", "closed_at", "merged_at", "type", "blocked_by", "blocks", "parts", "parts_done", "reactions", "last_comment_by", "last_comment_at", "comment_updated_at", "head_branch", "head", "base_branch", "reviewers", "auto_merge", "review_state", "approvals", "mergeable", "ci_state") VALUES ('s2', 'o/r2', 2, 'pull', 'internal', 'title 2', 'body 2', 'https://example.org/2', 'closed', 'state_reason 2', 'author 2', '["one"]', '["one"]', 'milestone 2', '2026-02-02', '1', 1, 'node_id 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'type 2', 1, 1, 1, 1, 1, 'last_comment_by 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'head_branch 2', 'head 2', 'base_branch 2', '["one"]', '1', 'changes_requested', 1, 'conflicting', 'failure');
INSERT INTO "context" ("edition", "kind", "source", "key", "place", "memory_kind", "memory_source", "memory_key", "repo", "number", "title", "day", "status", "url", "path", "score", "relevance", "words") VALUES ('edition 1', 'kind 1', 's1', 'key 1', 1, 'decision', 's1', 'memory_key 1', 'o/r1', 1, 'title 1', '2026-01-02', 'status 1', 'https://example.org/1', 'path 1', 1, 1, 'words 1');
INSERT INTO "context" ("edition", "kind", "source", "key", "place", "memory_kind", "memory_source", "memory_key", "repo", "number", "title", "day", "status", "url", "path", "score", "relevance", "words") VALUES ('edition 2', 'kind 2', 's2', 'key 2', 2, 'conversation', 's2', 'memory_key 2', 'o/r2', 2, 'title 2', '2026-02-02', 'status 2', 'https://example.org/2', 'path 2', 1, 1, 'words 2');
INSERT INTO "contributor" ("source", "repo", "name", "commits", "first_commit_at", "last_commit_at") VALUES ('s1', 'o/r1', 'name 1', 1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "contributor" ("source", "repo", "name", "commits", "first_commit_at", "last_commit_at") VALUES ('s2', 'o/r2', 'name 2', 1, '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "contributor_was" ("source", "repo", "name", "run", "absent", "commits", "first_commit_at", "last_commit_at") VALUES ('source 1', 'repo 1', 'name 1', 1, '0', 1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "contributor_was" ("source", "repo", "name", "run", "absent", "commits", "first_commit_at", "last_commit_at") VALUES ('source 2', 'repo 2', 'name 2', 2, '1', 1, '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "conversion" ("edition", "currency", "day", "into_currency", "value", "rate_day") VALUES ('edition 1', 'GBP', 'day 1', 'into_currency 1', 1, 'rate_day 1');
INSERT INTO "conversion" ("edition", "currency", "day", "into_currency", "value", "rate_day") VALUES ('edition 2', 'GBP', 'day 2', 'into_currency 2', 1, 'rate_day 2');
INSERT INTO "cost_change" ("edition", "span", "source", "currency", "month_before", "before", "month", "after") VALUES ('edition 1', 'run', 's1', 'currency 1', '2026-01', 1, '2026-01', 1);
INSERT INTO "cost_change" ("edition", "span", "source", "currency", "month_before", "before", "month", "after") VALUES ('edition 2', 'day', 's2', 'currency 2', '2026-02', 1, '2026-02', 1);
INSERT INTO "cost_currency" ("currency", "zone") VALUES ('currency 1', 'public');
INSERT INTO "cost_currency" ("currency", "zone") VALUES ('currency 2', 'internal');
INSERT INTO "cost_gap" ("edition", "problem", "provider", "model", "currency", "first_day", "last_day", "records", "tokens", "told", "priced", "minutes") VALUES ('edition 1', 'price', 'provider 1', 'model 1', 'GBP', '2026-01-02', '2026-01-02', 1, 1, 1, 1, 1);
INSERT INTO "cost_gap" ("edition", "problem", "provider", "model", "currency", "first_day", "last_day", "records", "tokens", "told", "priced", "minutes") VALUES ('edition 2', 'model', 'provider 2', 'model 2', 'GBP', '2026-02-02', '2026-02-02', 1, 1, 1, 1, 1);
INSERT INTO "decision" ("edition", "key", "path", "title", "day", "status") VALUES ('edition 1', 'key 1', 'path 1', 'title 1', '2026-01-02', 'status 1');
INSERT INTO "decision" ("edition", "key", "path", "title", "day", "status") VALUES ('edition 2', 'key 2', 'path 2', 'title 2', '2026-02-02', 'status 2');
INSERT INTO "declaration" ("kind", "name", "summary", "documentation", "group", "severity", "remedy", "reference", "hash", "zone", "repeats") VALUES ('source', 'name 1', 'summary 1', 'documentation 1', 'group 1', 'critical', 'remedy 1', 'reference 1', 'hash 1', 'public', 'repeats 1');
INSERT INTO "declaration" ("kind", "name", "summary", "documentation", "group", "severity", "remedy", "reference", "hash", "zone", "repeats") VALUES ('pass', 'name 2', 'summary 2', 'documentation 2', 'group 2', 'high', 'remedy 2', 'reference 2', 'hash 2', 'internal', 'repeats 2');
INSERT INTO "dependant_count" ("edition", "source", "repo", "direct", "transitive", "reason") VALUES ('edition 1', 's1', 'o/r1', 1, 1, 'reason 1');
INSERT INTO "dependant_count" ("edition", "source", "repo", "direct", "transitive", "reason") VALUES ('edition 2', 's2', 'o/r2', 1, 1, 'reason 2');
INSERT INTO "dependency" ("source", "repo", "manifest", "ecosystem", "name", "version", "requirement", "scope", "purl", "license", "direct") VALUES ('s1', 'o/r1', 'manifest 1', 'ecosystem 1', 'name 1', 'version 1', 'requirement 1', 'runtime', 'https://example.org/1', 'license 1', '0');
INSERT INTO "dependency" ("source", "repo", "manifest", "ecosystem", "name", "version", "requirement", "scope", "purl", "license", "direct") VALUES ('s2', 'o/r2', 'manifest 2', 'ecosystem 2', 'name 2', 'version 2', 'requirement 2', 'development', 'https://example.org/2', 'license 2', '1');
INSERT INTO "dependency_cycle" ("edition", "name", "source", "repo", "members", "size", "reason") VALUES ('edition 1', 'name 1', 's1', 'o/r1', '["one"]', 1, 'reason 1');
INSERT INTO "dependency_cycle" ("edition", "name", "source", "repo", "members", "size", "reason") VALUES ('edition 2', 'name 2', 's2', 'o/r2', '["one"]', 1, 'reason 2');
INSERT INTO "dependency_edge" ("edition", "source", "repo", "on_source", "on_repo", "kind", "via", "reason") VALUES ('edition 1', 's1', 'o/r1', 's1', 'o/r1', 'package', 'via 1', 'reason 1');
INSERT INTO "dependency_edge" ("edition", "source", "repo", "on_source", "on_repo", "kind", "via", "reason") VALUES ('edition 2', 's2', 'o/r2', 's2', 'o/r2', 'submodule', 'via 2', 'reason 2');
INSERT INTO "dependency_link" ("edition", "source", "repo", "direction", "other_source", "other_repo", "page", "kind", "via", "reason") VALUES ('edition 1', 's1', 'o/r1', 'uses', 's1', 'o/r1', 'page 1', 'package', 'via 1', 'reason 1');
INSERT INTO "dependency_link" ("edition", "source", "repo", "direction", "other_source", "other_repo", "page", "kind", "via", "reason") VALUES ('edition 2', 's2', 'o/r2', 'used', 's2', 'o/r2', 'page 2', 'submodule', 'via 2', 'reason 2');
INSERT INTO "dependency_was" ("source", "repo", "manifest", "ecosystem", "name", "version", "requirement", "run", "absent", "scope", "purl", "license", "direct") VALUES ('source 1', 'repo 1', 'manifest 1', 'ecosystem 1', 'name 1', 'version 1', 'requirement 1', 1, '0', 'scope 1', 'https://example.org/1', 'license 1', 1);
INSERT INTO "dependency_was" ("source", "repo", "manifest", "ecosystem", "name", "version", "requirement", "run", "absent", "scope", "purl", "license", "direct") VALUES ('source 2', 'repo 2', 'manifest 2', 'ecosystem 2', 'name 2', 'version 2', 'requirement 2', 2, '1', 'scope 2', 'https://example.org/2', 'license 2', 1);
INSERT INTO "domain_change" ("edition", "span", "kind", "source", "key", "what", "items", "title", "severity", "at", "before", "after", "url") VALUES ('edition 1', 'run', 'ticket', 's1', 'key 1', 'opened', 1, 'title 1', 'critical', '2026-01-02T03:04:05Z', 'before 1', 'after 1', 'https://example.org/1');
INSERT INTO "domain_change" ("edition", "span", "kind", "source", "key", "what", "items", "title", "severity", "at", "before", "after", "url") VALUES ('edition 2', 'day', 'incident', 's2', 'key 2', 'reopened', 1, 'title 2', 'high', '2026-02-02T03:04:05Z', 'before 2', 'after 2', 'https://example.org/2');
INSERT INTO "domain_source" ("edition", "domain", "source", "declaration") VALUES ('edition 1', 'domain 1', 's1', 'declaration 1');
INSERT INTO "domain_source" ("edition", "domain", "source", "declaration") VALUES ('edition 2', 'domain 2', 's2', 'declaration 2');
INSERT INTO "edition" ("edition", "zones", "sources", "run", "analysed_at") VALUES ('edition 1', 'zones 1', 'sources 1', 1, '2026-01-02T03:04:05Z');
INSERT INTO "edition" ("edition", "zones", "sources", "run", "analysed_at") VALUES ('edition 2', 'zones 2', 'sources 2', 1, '2026-02-02T03:04:05Z');
INSERT INTO "edition_rule" ("edition", "rule", "run", "hash", "hash_before", "pass") VALUES ('edition 1', 'rule 1', 1, 'hash 1', 'hash_before 1', '0');
INSERT INTO "edition_rule" ("edition", "rule", "run", "hash", "hash_before", "pass") VALUES ('edition 2', 'rule 2', 1, 'hash 2', 'hash_before 2', '1');
INSERT INTO "episode" ("edition", "kind", "source", "key", "place", "repo", "number", "what", "since", "until", "day", "rank", "reason") VALUES ('edition 1', 'kind 1', 's1', 'key 1', 1, 'o/r1', 1, 'listed', '2026-01-02', '2026-01-02', '2026-01-02', 1, 'reason 1');
INSERT INTO "episode" ("edition", "kind", "source", "key", "place", "repo", "number", "what", "since", "until", "day", "rank", "reason") VALUES ('edition 2', 'kind 2', 's2', 'key 2', 2, 'o/r2', 2, 'resolved', '2026-02-02', '2026-02-02', '2026-02-02', 1, 'reason 2');
INSERT INTO "file" ("edition", "path", "page", "source", "repo", "context", "outward", "bytes", "modified") VALUES ('edition 1', 'path 1', 'page 1', 'source 1', 'repo 1', 'context 1', '0', 1, 1);
INSERT INTO "file" ("edition", "path", "page", "source", "repo", "context", "outward", "bytes", "modified") VALUES ('edition 2', 'path 2', 'page 2', 'source 2', 'repo 2', 'context 2', '1', 1, 1);
INSERT INTO "finding" ("edition", "rule", "source", "key", "repo", "number", "severity", "message", "evidence") VALUES ('edition 1', 'rule 1', 's1', 'key 1', 'o/r1', 1, 'critical', 'message 1', 'evidence 1');
INSERT INTO "finding" ("edition", "rule", "source", "key", "repo", "number", "severity", "message", "evidence") VALUES ('edition 2', 'rule 2', 's2', 'key 2', 'o/r2', 2, 'high', 'message 2', 'evidence 2');
INSERT INTO "finding_change" ("edition", "span", "found_by", "source", "key", "nth", "repo", "number", "what", "severity", "severity_before", "cause", "at") VALUES ('edition 1', 'run', 'found_by 1', 's1', 'key 1', 1, 'o/r1', 1, 'opened', 'critical', 'critical', 'fact', '2026-01-02T03:04:05Z');
INSERT INTO "finding_change" ("edition", "span", "found_by", "source", "key", "nth", "repo", "number", "what", "severity", "severity_before", "cause", "at") VALUES ('edition 2', 'day', 'found_by 2', 's2', 'key 2', 2, 'o/r2', 2, 'raised', 'high', 'high', 'rule', '2026-02-02T03:04:05Z');
INSERT INTO "finding_event" ("edition", "rule", "source", "key", "nth", "state", "cause", "run", "at", "repo", "number", "severity", "severity_before", "message", "evidence") VALUES ('edition 1', 'rule 1', 'source 1', 'key 1', 1, 'open', 'fact', 1, '2026-01-02T03:04:05Z', 'repo 1', 1, 'critical', 'critical', 'message 1', 'evidence 1');
INSERT INTO "finding_event" ("edition", "rule", "source", "key", "nth", "state", "cause", "run", "at", "repo", "number", "severity", "severity_before", "message", "evidence") VALUES ('edition 2', 'rule 2', 'source 2', 'key 2', 2, 'resolved', 'rule', 1, '2026-02-02T03:04:05Z', 'repo 2', 1, 'high', 'high', 'message 2', 'evidence 2');
INSERT INTO "finding_state" ("edition", "found_by", "source", "key", "repo", "number", "state", "first_seen", "since", "opened", "tier", "next_tier_on", "reason") VALUES ('edition 1', 'found_by 1', 's1', 'key 1', 'o/r1', 1, 'new', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 1, 1, '2026-01-02', 'reason 1');
INSERT INTO "finding_state" ("edition", "found_by", "source", "key", "repo", "number", "state", "first_seen", "since", "opened", "tier", "next_tier_on", "reason") VALUES ('edition 2', 'found_by 2', 's2', 'key 2', 'o/r2', 2, 'open', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 1, 1, '2026-02-02', 'reason 2');
INSERT INTO "forecast" ("edition", "key", "metric", "source", "repo", "origin", "day", "value", "low", "high", "method", "error", "error_naive", "tests", "points", "path", "reason") VALUES ('edition 1', '["one"]', 'metric 1', 's1', 'o/r1', '2026-01-02', '2026-01-02', 1, 1, 1, 'naive', 1, 1, 1, 1, '["one"]', 'reason 1');
INSERT INTO "forecast" ("edition", "key", "metric", "source", "repo", "origin", "day", "value", "low", "high", "method", "error", "error_naive", "tests", "points", "path", "reason") VALUES ('edition 2', '["one"]', 'metric 2', 's2', 'o/r2', '2026-02-02', '2026-02-02', 1, 1, 1, 'seasonal naive', 1, 1, 1, 1, '["one"]', 'reason 2');
INSERT INTO "found" ("edition", "rule", "source", "key", "repo", "number", "severity", "message", "evidence") VALUES ('edition 1', 'rule 1', 's1', 'key 1', 'o/r1', 1, 'critical', 'message 1', 'evidence 1');
INSERT INTO "found" ("edition", "rule", "source", "key", "repo", "number", "severity", "message", "evidence") VALUES ('edition 2', 'rule 2', 's2', 'key 2', 'o/r2', 2, 'high', 'message 2', 'evidence 2');
INSERT INTO "idea" ("source", "key", "zone", "title", "body", "state", "status", "category", "actionable", "suggested", "routed_to", "origin", "created_at", "updated_at", "url") VALUES ('s1', 'key 1', 'public', 'title 1', 'body 1', 'new', 'status 1', 'category 1', '0', 'suggested 1', 'routed_to 1', 'origin 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "idea" ("source", "key", "zone", "title", "body", "state", "status", "category", "actionable", "suggested", "routed_to", "origin", "created_at", "updated_at", "url") VALUES ('s2', 'key 2', 'internal', 'title 2', 'body 2', 'review', 'status 2', 'category 2', '1', 'suggested 2', 'routed_to 2', 'origin 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "idea_was" ("source", "key", "run", "absent", "zone", "title", "state", "status", "category", "actionable", "suggested", "routed_to", "origin", "created_at", "updated_at", "url") VALUES ('source 1', 'key 1', 1, '0', 'zone 1', 'title 1', 'state 1', 'status 1', 'category 1', 1, 'suggested 1', 'routed_to 1', 'origin 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "idea_was" ("source", "key", "run", "absent", "zone", "title", "state", "status", "category", "actionable", "suggested", "routed_to", "origin", "created_at", "updated_at", "url") VALUES ('source 2', 'key 2', 2, '1', 'zone 2', 'title 2', 'state 2', 'status 2', 'category 2', 1, 'suggested 2', 'routed_to 2', 'origin 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "incident" ("source", "key", "zone", "kind", "severity", "rating", "state", "title", "body", "component", "rule", "about", "labels", "started_at", "updated_at", "resolved_at", "url") VALUES ('s1', 'key 1', 'public', 'kind 1', 'critical', 'rating 1', 'open', 'title 1', 'body 1', 'component 1', 'rule 1', 'about 1', '["one"]', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "incident" ("source", "key", "zone", "kind", "severity", "rating", "state", "title", "body", "component", "rule", "about", "labels", "started_at", "updated_at", "resolved_at", "url") VALUES ('s2', 'key 2', 'internal', 'kind 2', 'high', 'rating 2', 'silenced', 'title 2', 'body 2', 'component 2', 'rule 2', 'about 2', '["one"]', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "incident_was" ("source", "key", "run", "absent", "zone", "kind", "severity", "rating", "state", "title", "component", "rule", "about", "labels", "started_at", "updated_at", "resolved_at", "url") VALUES ('source 1', 'key 1', 1, '0', 'zone 1', 'kind 1', 'severity 1', 'rating 1', 'state 1', 'title 1', 'component 1', 'rule 1', 'about 1', 'labels 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "incident_was" ("source", "key", "run", "absent", "zone", "kind", "severity", "rating", "state", "title", "component", "rule", "about", "labels", "started_at", "updated_at", "resolved_at", "url") VALUES ('source 2', 'key 2', 2, '1', 'zone 2', 'kind 2', 'severity 2', 'rating 2', 'state 2', 'title 2', 'component 2', 'rule 2', 'about 2', 'labels 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "issue_budget" ("edition", "source", "repo", "number", "measure", "cap", "spent", "currency") VALUES ('edition 1', 's1', 'o/r1', 1, 'time', 1, 1, 'currency 1');
INSERT INTO "issue_budget" ("edition", "source", "repo", "number", "measure", "cap", "spent", "currency") VALUES ('edition 2', 's2', 'o/r2', 2, 'tokens', 1, 1, 'currency 2');
INSERT INTO "issue_was" ("source", "repo", "number", "run", "absent", "kind", "zone", "title", "url", "state", "state_reason", "author", "assignees", "labels", "milestone", "due_on", "draft", "comments", "node_id", "created_at", "updated_at", "closed_at", "merged_at", "type", "blocked_by", "blocks", "parts", "parts_done", "reactions", "last_comment_by", "last_comment_at", "comment_updated_at", "head_branch", "head", "base_branch", "reviewers", "auto_merge", "review_state", "approvals", "mergeable", "ci_state") VALUES ('source 1', 'repo 1', 1, 1, '0', 'kind 1', 'zone 1', 'title 1', 'https://example.org/1', 'state 1', 'state_reason 1', 'author 1', 'assignees 1', 'labels 1', 'milestone 1', 'due_on 1', 1, 1, 'node_id 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'type 1', 1, 1, 1, 1, 1, 'last_comment_by 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'head_branch 1', 'head 1', 'base_branch 1', 'reviewers 1', 1, 'review_state 1', 1, 'mergeable 1', 'ci_state 1');
INSERT INTO "issue_was" ("source", "repo", "number", "run", "absent", "kind", "zone", "title", "url", "state", "state_reason", "author", "assignees", "labels", "milestone", "due_on", "draft", "comments", "node_id", "created_at", "updated_at", "closed_at", "merged_at", "type", "blocked_by", "blocks", "parts", "parts_done", "reactions", "last_comment_by", "last_comment_at", "comment_updated_at", "head_branch", "head", "base_branch", "reviewers", "auto_merge", "review_state", "approvals", "mergeable", "ci_state") VALUES ('source 2', 'repo 2', 2, 2, '1', 'kind 2', 'zone 2', 'title 2', 'https://example.org/2', 'state 2', 'state_reason 2', 'author 2', 'assignees 2', 'labels 2', 'milestone 2', 'due_on 2', 1, 1, 'node_id 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'type 2', 1, 1, 1, 1, 1, 'last_comment_by 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'head_branch 2', 'head 2', 'base_branch 2', 'reviewers 2', 1, 'review_state 2', 1, 'mergeable 2', 'ci_state 2');
INSERT INTO "item" ("edition", "rule", "kind", "source", "key", "repo", "number", "title", "url", "severity", "declared", "basis", "found_by", "remedy", "labels", "assignees", "opened_at", "touched_at", "due_on") VALUES ('edition 1', 'rule 1', 'issue', 's1', 'key 1', 'o/r1', 1, 'title 1', 'https://example.org/1', 'critical', '0', 'basis 1', 'found_by 1', 'remedy 1', '["one"]', '["one"]', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02');
INSERT INTO "item" ("edition", "rule", "kind", "source", "key", "repo", "number", "title", "url", "severity", "declared", "basis", "found_by", "remedy", "labels", "assignees", "opened_at", "touched_at", "due_on") VALUES ('edition 2', 'rule 2', 'pull', 's2', 'key 2', 'o/r2', 2, 'title 2', 'https://example.org/2', 'high', '1', 'basis 2', 'found_by 2', 'remedy 2', '["one"]', '["one"]', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02');
INSERT INTO "release" ("source", "repo", "id", "zone", "tag", "name", "url", "author", "draft", "prerelease", "downloads", "files", "created_at", "published_at") VALUES ('s1', 'o/r1', 1, 'public', 'tag 1', 'name 1', 'https://example.org/1', 'author 1', '0', '0', 1, 1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "release" ("source", "repo", "id", "zone", "tag", "name", "url", "author", "draft", "prerelease", "downloads", "files", "created_at", "published_at") VALUES ('s2', 'o/r2', 2, 'internal', 'tag 2', 'name 2', 'https://example.org/2', 'author 2', '1', '1', 1, 1, '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "item_change" ("edition", "span", "kind", "source", "repo", "key", "what", "number", "release", "items", "at", "before", "after") VALUES ('edition 1', 'run', 'repository', 's1', 'o/r1', 'key 1', 'opened', 1, 1, 1, '2026-01-02T03:04:05Z', 'before 1', 'after 1');
INSERT INTO "item_change" ("edition", "span", "kind", "source", "repo", "key", "what", "number", "release", "items", "at", "before", "after") VALUES ('edition 2', 'day', 'issue', 's2', 'o/r2', 'key 2', 'closed', 2, 2, 1, '2026-02-02T03:04:05Z', 'before 2', 'after 2');
INSERT INTO "job" ("source", "key", "zone", "name", "project", "about", "schedule", "enabled", "state", "status", "last_run", "detail", "started_at", "ended_at", "succeeded_at", "due_at", "url") VALUES ('s1', 'key 1', 'public', 'name 1', 'project 1', 'about 1', 'schedule 1', '0', 'succeeded', 'status 1', 'last_run 1', 'detail 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "job" ("source", "key", "zone", "name", "project", "about", "schedule", "enabled", "state", "status", "last_run", "detail", "started_at", "ended_at", "succeeded_at", "due_at", "url") VALUES ('s2', 'key 2', 'internal', 'name 2', 'project 2', 'about 2', 'schedule 2', '1', 'failed', 'status 2', 'last_run 2', 'detail 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "job_was" ("source", "key", "run", "absent", "zone", "name", "project", "about", "schedule", "enabled", "state", "status", "last_run", "detail", "started_at", "ended_at", "succeeded_at", "due_at", "url") VALUES ('source 1', 'key 1', 1, '0', 'zone 1', 'name 1', 'project 1', 'about 1', 'schedule 1', 1, 'state 1', 'status 1', 'last_run 1', 'detail 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "job_was" ("source", "key", "run", "absent", "zone", "name", "project", "about", "schedule", "enabled", "state", "status", "last_run", "detail", "started_at", "ended_at", "succeeded_at", "due_at", "url") VALUES ('source 2', 'key 2', 2, '1', 'zone 2', 'name 2', 'project 2', 'about 2', 'schedule 2', 1, 'state 2', 'status 2', 'last_run 2', 'detail 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "label_meaning" ("edition", "labels", "aspect", "label", "meaning") VALUES ('edition 1', 'labels 1', 'aspect 1', 'label 1', 'meaning 1');
INSERT INTO "label_meaning" ("edition", "labels", "aspect", "label", "meaning") VALUES ('edition 2', 'labels 2', 'aspect 2', 'label 2', 'meaning 2');
INSERT INTO "language" ("source", "repo", "name", "bytes", "files") VALUES ('s1', 'o/r1', 'name 1', 1, 1);
INSERT INTO "language" ("source", "repo", "name", "bytes", "files") VALUES ('s2', 'o/r2', 'name 2', 1, 1);
INSERT INTO "language_was" ("source", "repo", "name", "run", "absent", "bytes", "files") VALUES ('source 1', 'repo 1', 'name 1', 1, '0', 1, 1);
INSERT INTO "language_was" ("source", "repo", "name", "run", "absent", "bytes", "files") VALUES ('source 2', 'repo 2', 'name 2', 2, '1', 1, 1);
INSERT INTO "ledger" ("edition", "month", "dimension", "currency", "name", "cost", "told", "records", "unknown", "requests", "tokens_in", "tokens_cached", "tokens_out", "minutes") VALUES ('edition 1', '2026-01', 'month', 'GBP', 'name 1', 1, 1, 1, 1, 1, 1, 1, 1, 1);
INSERT INTO "ledger" ("edition", "month", "dimension", "currency", "name", "cost", "told", "records", "unknown", "requests", "tokens_in", "tokens_cached", "tokens_out", "minutes") VALUES ('edition 2', '2026-02', 'day', 'GBP', 'name 2', 1, 1, 1, 1, 1, 1, 1, 1, 1);
INSERT INTO "manifest" ("source", "repo", "path", "kind", "object", "bytes", "skipped", "problem") VALUES ('s1', 'o/r1', 'path 1', 'npm', 'object 1', 1, 'skipped 1', 'problem 1');
INSERT INTO "manifest" ("source", "repo", "path", "kind", "object", "bytes", "skipped", "problem") VALUES ('s2', 'o/r2', 'path 2', 'npm-lock', 'object 2', 1, 'skipped 2', 'problem 2');
INSERT INTO "manifest_was" ("source", "repo", "path", "run", "absent", "kind", "object", "bytes", "skipped", "problem") VALUES ('source 1', 'repo 1', 'path 1', 1, '0', 'kind 1', 'object 1', 1, 'skipped 1', 'problem 1');
INSERT INTO "manifest_was" ("source", "repo", "path", "run", "absent", "kind", "object", "bytes", "skipped", "problem") VALUES ('source 2', 'repo 2', 'path 2', 2, '1', 'kind 2', 'object 2', 1, 'skipped 2', 'problem 2');
INSERT INTO "markdown" ("hash", "html", "md", "reason", "run") VALUES ('hash 1', 'html 1', 'md 1', 'reason 1', 1);
INSERT INTO "markdown" ("hash", "html", "md", "reason", "run") VALUES ('hash 2', 'html 2', 'md 2', 'reason 2', 1);
INSERT INTO "memory" ("source", "key", "kind", "repo", "number", "about", "store", "title", "text", "status", "object", "created_at", "url") VALUES ('s1', 'key 1', 'decision', 'o/r1', 1, 'about 1', 'store 1', 'title 1', 'text 1', 'status 1', 'object 1', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "memory" ("source", "key", "kind", "repo", "number", "about", "store", "title", "text", "status", "object", "created_at", "url") VALUES ('s2', 'key 2', 'conversation', 'o/r2', 2, 'about 2', 'store 2', 'title 2', 'text 2', 'status 2', 'object 2', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "memory_entry" ("edition", "place", "source", "key") VALUES ('edition 1', 1, 's1', 'key 1');
INSERT INTO "memory_entry" ("edition", "place", "source", "key") VALUES ('edition 2', 2, 's2', 'key 2');
INSERT INTO "memory_was" ("source", "key", "run", "absent", "kind", "repo", "number", "about", "store", "title", "status", "object", "created_at", "url") VALUES ('source 1', 'key 1', 1, '0', 'kind 1', 'repo 1', 1, 'about 1', 'store 1', 'title 1', 'status 1', 'object 1', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "memory_was" ("source", "key", "run", "absent", "kind", "repo", "number", "about", "store", "title", "status", "object", "created_at", "url") VALUES ('source 2', 'key 2', 2, '1', 'kind 2', 'repo 2', 1, 'about 2', 'store 2', 'title 2', 'status 2', 'object 2', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "milestone" ("source", "repo", "number", "title", "description", "state", "open_items", "closed_items", "url", "due_on", "created_at", "closed_at") VALUES ('s1', 'o/r1', 1, 'title 1', 'description 1', 'open', 1, 1, 'https://example.org/1', '2026-01-02', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "milestone" ("source", "repo", "number", "title", "description", "state", "open_items", "closed_items", "url", "due_on", "created_at", "closed_at") VALUES ('s2', 'o/r2', 2, 'title 2', 'description 2', 'closed', 1, 1, 'https://example.org/2', '2026-02-02', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "milestone_was" ("source", "repo", "number", "run", "absent", "title", "state", "open_items", "closed_items", "url", "due_on", "created_at", "closed_at") VALUES ('source 1', 'repo 1', 1, 1, '0', 'title 1', 'state 1', 1, 1, 'https://example.org/1', 'due_on 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "milestone_was" ("source", "repo", "number", "run", "absent", "title", "state", "open_items", "closed_items", "url", "due_on", "created_at", "closed_at") VALUES ('source 2', 'repo 2', 2, 2, '1', 'title 2', 'state 2', 1, 1, 'https://example.org/2', 'due_on 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "model_score" ("edition", "rule", "source", "repo", "score", "maximum", "grade", "known", "parts", "reason") VALUES ('edition 1', 'rule 1', 's1', 'o/r1', 1, 1, 'A', 1, '["one"]', 'reason 1');
INSERT INTO "model_score" ("edition", "rule", "source", "repo", "score", "maximum", "grade", "known", "parts", "reason") VALUES ('edition 2', 'rule 2', 's2', 'o/r2', 1, 1, 'B', 1, '["one"]', 'reason 2');
INSERT INTO "number_change" ("edition", "span", "source", "metric", "before", "after") VALUES ('edition 1', 'run', 's1', 'metric 1', 1, 1);
INSERT INTO "number_change" ("edition", "span", "source", "metric", "before", "after") VALUES ('edition 2', 'day', 's2', 'metric 2', 1, 1);
INSERT INTO "outcome" ("edition", "month", "kind", "name", "currency", "cost", "records", "unknown", "outcomes", "each_cost", "reason") VALUES ('edition 1', '2026-01', 'request', 'name 1', 'GBP', 1, 1, 1, 1, 1, 'reason 1');
INSERT INTO "outcome" ("edition", "month", "kind", "name", "currency", "cost", "records", "unknown", "outcomes", "each_cost", "reason") VALUES ('edition 2', '2026-02', 'closed issue', 'name 2', 'GBP', 1, 1, 1, 1, 1, 'reason 2');
INSERT INTO "output" ("edition", "folder", "manifest") VALUES ('edition 1', 'folder 1', 'manifest 1');
INSERT INTO "output" ("edition", "folder", "manifest") VALUES ('edition 2', 'folder 2', 'manifest 2');
INSERT INTO "owner" ("source", "key", "kind", "name", "url", "zone", "viewer") VALUES ('s1', 'key 1', 'user', 'name 1', 'https://example.org/1', 'public', '0');
INSERT INTO "owner" ("source", "key", "kind", "name", "url", "zone", "viewer") VALUES ('s2', 'key 2', 'organisation', 'name 2', 'https://example.org/2', 'internal', '1');
INSERT INTO "owner_was" ("source", "key", "run", "absent", "kind", "name", "url", "zone", "viewer") VALUES ('source 1', 'key 1', 1, '0', 'kind 1', 'name 1', 'https://example.org/1', 'zone 1', 1);
INSERT INTO "owner_was" ("source", "key", "run", "absent", "kind", "name", "url", "zone", "viewer") VALUES ('source 2', 'key 2', 2, '1', 'kind 2', 'name 2', 'https://example.org/2', 'zone 2', 1);
INSERT INTO "package" ("source", "repo", "manifest", "ecosystem", "name", "version", "private") VALUES ('s1', 'o/r1', 'manifest 1', 'ecosystem 1', 'name 1', 'version 1', '0');
INSERT INTO "package" ("source", "repo", "manifest", "ecosystem", "name", "version", "private") VALUES ('s2', 'o/r2', 'manifest 2', 'ecosystem 2', 'name 2', 'version 2', '1');
INSERT INTO "package_spread" ("edition", "ecosystem", "name", "versions", "repos", "detail", "reason") VALUES ('edition 1', 'ecosystem 1', 'name 1', 1, 1, '["one"]', 'reason 1');
INSERT INTO "package_spread" ("edition", "ecosystem", "name", "versions", "repos", "detail", "reason") VALUES ('edition 2', 'ecosystem 2', 'name 2', 1, 1, '["one"]', 'reason 2');
INSERT INTO "package_was" ("source", "repo", "manifest", "ecosystem", "name", "run", "absent", "version", "private") VALUES ('source 1', 'repo 1', 'manifest 1', 'ecosystem 1', 'name 1', 1, '0', 'version 1', 1);
INSERT INTO "package_was" ("source", "repo", "manifest", "ecosystem", "name", "run", "absent", "version", "private") VALUES ('source 2', 'repo 2', 'manifest 2', 'ecosystem 2', 'name 2', 2, '1', 'version 2', 1);
INSERT INTO "page" ("edition", "source", "repo", "path") VALUES ('edition 1', 's1', 'o/r1', 'path 1');
INSERT INTO "page" ("edition", "source", "repo", "path") VALUES ('edition 2', 's2', 'o/r2', 'path 2');
INSERT INTO "point" ("edition", "source", "repo", "metric", "day", "value") VALUES ('edition 1', 'source 1', 'repo 1', 'metric 1', '2026-01-02', 1);
INSERT INTO "point" ("edition", "source", "repo", "metric", "day", "value") VALUES ('edition 2', 'source 2', 'repo 2', 'metric 2', '2026-02-02', 1);
INSERT INTO "portfolio" ("edition", "metric", "score", "grade", "repos", "left_out", "reason") VALUES ('edition 1', 'metric 1', 1, 'A', 1, 1, 'reason 1');
INSERT INTO "portfolio" ("edition", "metric", "score", "grade", "repos", "left_out", "reason") VALUES ('edition 2', 'metric 2', 1, 'B', 1, 1, 'reason 2');
INSERT INTO "price" ("provider", "model", "kind", "valid_from", "price", "currency", "line", "zone") VALUES ('provider 1', 'model 1', 'input', '2026-01-02', 1, 'GBP', 1, 'public');
INSERT INTO "price" ("provider", "model", "kind", "valid_from", "price", "currency", "line", "zone") VALUES ('provider 2', 'model 2', 'cached', '2026-02-02', 1, 'GBP', 1, 'internal');
INSERT INTO "priority" ("edition", "kind", "source", "key", "repo", "number", "points", "urgency", "rank", "tonight", "reason", "parts", "approval", "blocked", "stale") VALUES ('edition 1', 'kind 1', 's1', 'key 1', 'o/r1', 1, 1, 'critical', 1, '0', 'reason 1', '["one"]', '0', '0', '0');
INSERT INTO "priority" ("edition", "kind", "source", "key", "repo", "number", "points", "urgency", "rank", "tonight", "reason", "parts", "approval", "blocked", "stale") VALUES ('edition 2', 'kind 2', 's2', 'key 2', 'o/r2', 2, 1, 'high', 1, '1', 'reason 2', '["one"]', '1', '1', '1');
INSERT INTO "priority_part" ("edition", "rule", "kind", "source", "key", "repo", "number", "component", "points", "reason") VALUES ('edition 1', 'rule 1', 'kind 1', 's1', 'key 1', 'o/r1', 1, 'component 1', 1, 'reason 1');
INSERT INTO "priority_part" ("edition", "rule", "kind", "source", "key", "repo", "number", "component", "points", "reason") VALUES ('edition 2', 'rule 2', 'kind 2', 's2', 'key 2', 'o/r2', 2, 'component 2', 1, 'reason 2');
INSERT INTO "project" ("source", "key", "owner", "number", "zone", "title", "description", "url", "closed", "items", "status", "status_note", "status_at", "target_date", "updated_at") VALUES ('s1', 'key 1', 'key 1', 1, 'public', 'title 1', 'description 1', 'https://example.org/1', '0', 1, 'status 1', 'status_note 1', '2026-01-02T03:04:05Z', '2026-01-02', '2026-01-02T03:04:05Z');
INSERT INTO "project" ("source", "key", "owner", "number", "zone", "title", "description", "url", "closed", "items", "status", "status_note", "status_at", "target_date", "updated_at") VALUES ('s2', 'key 2', 'key 2', 1, 'internal', 'title 2', 'description 2', 'https://example.org/2', '1', 1, 'status 2', 'status_note 2', '2026-02-02T03:04:05Z', '2026-02-02', '2026-02-02T03:04:05Z');
INSERT INTO "project_item" ("source", "project", "id", "kind", "zone", "repo", "number", "title", "url", "status", "archived", "fields", "created_at", "updated_at") VALUES ('s1', 'key 1', 'id 1', 'issue', 'public', 'o/r1', 1, 'title 1', 'https://example.org/1', 'status 1', '0', '{}', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "project_item" ("source", "project", "id", "kind", "zone", "repo", "number", "title", "url", "status", "archived", "fields", "created_at", "updated_at") VALUES ('s2', 'key 2', 'id 2', 'pull', 'internal', 'o/r2', 1, 'title 2', 'https://example.org/2', 'status 2', '1', '{}', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "project_item_was" ("source", "project", "id", "run", "absent", "kind", "zone", "repo", "number", "title", "url", "status", "archived", "fields", "created_at", "updated_at") VALUES ('source 1', 'project 1', 'id 1', 1, '0', 'kind 1', 'zone 1', 'repo 1', 1, 'title 1', 'https://example.org/1', 'status 1', 1, 'fields 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "project_item_was" ("source", "project", "id", "run", "absent", "kind", "zone", "repo", "number", "title", "url", "status", "archived", "fields", "created_at", "updated_at") VALUES ('source 2', 'project 2', 'id 2', 2, '1', 'kind 2', 'zone 2', 'repo 2', 1, 'title 2', 'https://example.org/2', 'status 2', 1, 'fields 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "project_was" ("source", "key", "run", "absent", "owner", "number", "zone", "title", "url", "closed", "items", "status", "status_at", "target_date", "updated_at") VALUES ('source 1', 'key 1', 1, '0', 'owner 1', 1, 'zone 1', 'title 1', 'https://example.org/1', 1, 1, 'status 1', '2026-01-02T03:04:05Z', 'target_date 1', '2026-01-02T03:04:05Z');
INSERT INTO "project_was" ("source", "key", "run", "absent", "owner", "number", "zone", "title", "url", "closed", "items", "status", "status_at", "target_date", "updated_at") VALUES ('source 2', 'key 2', 2, '1', 'owner 2', 1, 'zone 2', 'title 2', 'https://example.org/2', 1, 1, 'status 2', '2026-02-02T03:04:05Z', 'target_date 2', '2026-02-02T03:04:05Z');
INSERT INTO "rate" ("currency", "day", "value", "line", "zone") VALUES ('GBP', '2026-01-02', 1, 1, 'public');
INSERT INTO "rate" ("currency", "day", "value", "line", "zone") VALUES ('GBP', '2026-02-02', 1, 1, 'internal');
INSERT INTO "recommendation" ("edition", "rule", "source", "key", "repo", "title", "evidence", "action", "url", "effect", "effort", "reason") VALUES ('edition 1', 'rule 1', 's1', 'key 1', 'o/r1', 'title 1', 'evidence 1', 'action 1', 'https://example.org/1', 1, 1, 'reason 1');
INSERT INTO "recommendation" ("edition", "rule", "source", "key", "repo", "title", "evidence", "action", "url", "effect", "effort", "reason") VALUES ('edition 2', 'rule 2', 's2', 'key 2', 'o/r2', 'title 2', 'evidence 2', 'action 2', 'https://example.org/2', 1, 1, 'reason 2');
INSERT INTO "reject" ("id", "source", "declaration", "scope", "repo", "zone", "table", "key", "row", "reason") VALUES (1, 's1', 'declaration 1', 'scope 1', 'o/r1', 'public', 'table 1', 'key 1', 'row 1', 'reason 1');
INSERT INTO "reject" ("id", "source", "declaration", "scope", "repo", "zone", "table", "key", "row", "reason") VALUES (2, 's2', 'declaration 2', 'scope 2', 'o/r2', 'internal', 'table 2', 'key 2', 'row 2', 'reason 2');
INSERT INTO "release_was" ("source", "repo", "id", "run", "absent", "zone", "tag", "name", "url", "author", "draft", "prerelease", "downloads", "files", "created_at", "published_at") VALUES ('source 1', 'repo 1', 1, 1, '0', 'zone 1', 'tag 1', 'name 1', 'https://example.org/1', 'author 1', 1, 1, 1, 1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "release_was" ("source", "repo", "id", "run", "absent", "zone", "tag", "name", "url", "author", "draft", "prerelease", "downloads", "files", "created_at", "published_at") VALUES ('source 2', 'repo 2', 2, 2, '1', 'zone 2', 'tag 2', 'name 2', 'https://example.org/2', 'author 2', 1, 1, 1, 1, '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "remedy_step" ("edition", "source", "repo", "nth", "target", "reached", "component", "gain", "effort", "score", "remedy", "reason") VALUES ('edition 1', 's1', 'o/r1', 1, 'A', '0', 'component 1', 1, 1, 1, 'remedy 1', 'reason 1');
INSERT INTO "remedy_step" ("edition", "source", "repo", "nth", "target", "reached", "component", "gain", "effort", "score", "remedy", "reason") VALUES ('edition 2', 's2', 'o/r2', 2, 'B', '1', 'component 2', 1, 1, 1, 'remedy 2', 'reason 2');
INSERT INTO "rendering" ("edition", "page", "input", "reads", "clock", "generation") VALUES ('edition 1', 'page 1', 'input 1', '["one"]', 'clock 1', 1);
INSERT INTO "rendering" ("edition", "page", "input", "reads", "clock", "generation") VALUES ('edition 2', 'page 2', 'input 2', '["one"]', 'clock 2', 1);
INSERT INTO "repo_comparison" ("edition", "source", "repo", "judge", "kind", "score", "grade", "expected", "reason") VALUES ('edition 1', 's1', 'o/r1', 's1', 'kind 1', 1, 'grade 1', 1, 'reason 1');
INSERT INTO "repo_comparison" ("edition", "source", "repo", "judge", "kind", "score", "grade", "expected", "reason") VALUES ('edition 2', 's2', 'o/r2', 's2', 'kind 2', 1, 'grade 2', 1, 'reason 2');
INSERT INTO "repo_cost" ("edition", "source", "repo", "dimension", "currency", "name", "month", "records", "cost", "unknown", "records_before", "cost_before", "unknown_before") VALUES ('edition 1', 's1', 'o/r1', 'month', 'GBP', 'name 1', '2026-01', 1, 1, 1, 1, 1, 1);
INSERT INTO "repo_cost" ("edition", "source", "repo", "dimension", "currency", "name", "month", "records", "cost", "unknown", "records_before", "cost_before", "unknown_before") VALUES ('edition 2', 's2', 'o/r2', 'workflow', 'GBP', 'name 2', '2026-02', 1, 1, 1, 1, 1, 1);
INSERT INTO "repo_file" ("source", "repo", "path", "kind", "object", "bytes") VALUES ('s1', 'o/r1', 'path 1', 'readme', 'object 1', 1);
INSERT INTO "repo_file" ("source", "repo", "path", "kind", "object", "bytes") VALUES ('s2', 'o/r2', 'path 2', 'license', 'object 2', 1);
INSERT INTO "repo_file_was" ("source", "repo", "path", "run", "absent", "kind", "object", "bytes") VALUES ('source 1', 'repo 1', 'path 1', 1, '0', 'kind 1', 'object 1', 1);
INSERT INTO "repo_file_was" ("source", "repo", "path", "run", "absent", "kind", "object", "bytes") VALUES ('source 2', 'repo 2', 'path 2', 2, '1', 'kind 2', 'object 2', 1);
INSERT INTO "repo_memory" ("edition", "source", "repo", "place", "beside", "item", "words", "kind", "memory_source", "memory_key", "origin", "number", "title", "day", "status", "url", "path") VALUES ('edition 1', 's1', 'o/r1', 1, 1, 'item 1', 'words 1', 'decision', 's1', 'memory_key 1', 'o/r1', 1, 'title 1', '2026-01-02', 'status 1', 'https://example.org/1', 'path 1');
INSERT INTO "repo_memory" ("edition", "source", "repo", "place", "beside", "item", "words", "kind", "memory_source", "memory_key", "origin", "number", "title", "day", "status", "url", "path") VALUES ('edition 2', 's2', 'o/r2', 2, 1, 'item 2', 'words 2', 'conversation', 's2', 'memory_key 2', 'o/r2', 1, 'title 2', '2026-02-02', 'status 2', 'https://example.org/2', 'path 2');
INSERT INTO "repo_opinion" ("source", "name", "kind", "zone", "score", "grade", "reason", "action", "problem", "archived", "open_items", "idle_days") VALUES ('s1', 'name 1', 'health', 'public', 1, 'grade 1', 'reason 1', 'action 1', 'problem 1', '0', 1, 1);
INSERT INTO "repo_opinion" ("source", "name", "kind", "zone", "score", "grade", "reason", "action", "problem", "archived", "open_items", "idle_days") VALUES ('s2', 'name 2', 'priority', 'internal', 1, 'grade 2', 'reason 2', 'action 2', 'problem 2', '1', 1, 1);
INSERT INTO "repo_opinion_was" ("source", "name", "kind", "run", "absent", "zone", "score", "grade", "reason", "action", "problem", "archived", "open_items", "idle_days") VALUES ('source 1', 'name 1', 'kind 1', 1, '0', 'zone 1', 1, 'grade 1', 'reason 1', 'action 1', 'problem 1', 1, 1, 1);
INSERT INTO "repo_opinion_was" ("source", "name", "kind", "run", "absent", "zone", "score", "grade", "reason", "action", "problem", "archived", "open_items", "idle_days") VALUES ('source 2', 'name 2', 'kind 2', 2, '1', 'zone 2', 1, 'grade 2', 'reason 2', 'action 2', 'problem 2', 1, 1, 1);
INSERT INTO "repo_security" ("source", "repo", "zone", "alerts_enabled", "open_alerts", "protections", "rulesets") VALUES ('s1', 'o/r1', 'public', '0', 1, 1, 1);
INSERT INTO "repo_security" ("source", "repo", "zone", "alerts_enabled", "open_alerts", "protections", "rulesets") VALUES ('s2', 'o/r2', 'internal', '1', 1, 1, 1);
INSERT INTO "repo_security_was" ("source", "repo", "run", "absent", "zone", "alerts_enabled", "open_alerts", "protections", "rulesets") VALUES ('source 1', 'repo 1', 1, '0', 'zone 1', 1, 1, 1, 1);
INSERT INTO "repo_security_was" ("source", "repo", "run", "absent", "zone", "alerts_enabled", "open_alerts", "protections", "rulesets") VALUES ('source 2', 'repo 2', 2, '1', 'zone 2', 1, 1, 1, 1);
INSERT INTO "repo_twin" ("edition", "source", "repo", "place", "host", "main_source", "main_repo", "number") VALUES ('edition 1', 's1', 'o/r1', 'place 1', 'host 1', 's1', 'o/r1', 1);
INSERT INTO "repo_twin" ("edition", "source", "repo", "place", "host", "main_source", "main_repo", "number") VALUES ('edition 2', 's2', 'o/r2', 'place 2', 'host 2', 's2', 'o/r2', 1);
INSERT INTO "repo_was" ("source", "key", "run", "absent", "owner", "name", "zone", "url", "description", "visibility", "fork", "archived", "template", "empty", "bare", "shallow", "folder", "object_format", "head", "default_branch", "language", "license", "topics", "stars", "forks", "open_items", "size_kb", "commit_count", "contributor_count", "branch_count", "tag_count", "has_readme", "has_license", "has_security", "has_contributing", "has_codeowners", "has_ci", "has_tests", "first_commit_at", "last_commit_at", "created_at", "updated_at", "pushed_at", "open_issues", "open_pulls", "issue_updated_at", "pull_updated_at", "release_count", "release_updated_at", "latest_release", "released_at", "ci_state", "security_policy", "community_health", "has_code_of_conduct", "has_issue_template", "has_pull_template", "remote") VALUES ('source 1', 'key 1', 1, '0', 'owner 1', 'name 1', 'zone 1', 'https://example.org/1', 'description 1', 'visibility 1', 1, 1, 1, 1, 1, 1, 'folder 1', 'object_format 1', 'head 1', 'default_branch 1', 'language 1', 'license 1', 'topics 1', 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 1, 1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 1, '2026-01-02T03:04:05Z', 'latest_release 1', '2026-01-02T03:04:05Z', 'ci_state 1', 1, 1, 1, 1, 1, 'remote 1');
INSERT INTO "repo_was" ("source", "key", "run", "absent", "owner", "name", "zone", "url", "description", "visibility", "fork", "archived", "template", "empty", "bare", "shallow", "folder", "object_format", "head", "default_branch", "language", "license", "topics", "stars", "forks", "open_items", "size_kb", "commit_count", "contributor_count", "branch_count", "tag_count", "has_readme", "has_license", "has_security", "has_contributing", "has_codeowners", "has_ci", "has_tests", "first_commit_at", "last_commit_at", "created_at", "updated_at", "pushed_at", "open_issues", "open_pulls", "issue_updated_at", "pull_updated_at", "release_count", "release_updated_at", "latest_release", "released_at", "ci_state", "security_policy", "community_health", "has_code_of_conduct", "has_issue_template", "has_pull_template", "remote") VALUES ('source 2', 'key 2', 2, '1', 'owner 2', 'name 2', 'zone 2', 'https://example.org/2', 'description 2', 'visibility 2', 1, 1, 1, 1, 1, 1, 'folder 2', 'object_format 2', 'head 2', 'default_branch 2', 'language 2', 'license 2', 'topics 2', 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 1, 1, '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 1, '2026-02-02T03:04:05Z', 'latest_release 2', '2026-02-02T03:04:05Z', 'ci_state 2', 1, 1, 1, 1, 1, 'remote 2');
INSERT INTO "run" ("id", "started_at", "version", "zone", "kept") VALUES (1, '2026-01-02T03:04:05Z', 'version 1', 'public', '0');
INSERT INTO "run" ("id", "started_at", "version", "zone", "kept") VALUES (2, '2026-02-02T03:04:05Z', 'version 2', 'internal', '1');
INSERT INTO "request" ("id", "run", "source", "declaration", "repo", "zone", "target", "status", "bytes", "ms", "error", "cached", "tries", "waited") VALUES (1, 1, 's1', 'declaration 1', 'o/r1', 'public', 'target 1', 1, 1, 1, 'error 1', '0', 1, 1);
INSERT INTO "request" ("id", "run", "source", "declaration", "repo", "zone", "target", "status", "bytes", "ms", "error", "cached", "tries", "waited") VALUES (2, 2, 's2', 'declaration 2', 'o/r2', 'internal', 'target 2', 1, 1, 1, 'error 2', '1', 1, 1);
INSERT INTO "rescore" ("edition", "source", "repo", "metric", "run", "before", "after") VALUES ('edition 1', 's1', 'o/r1', 'metric 1', 1, 1, 1);
INSERT INTO "rescore" ("edition", "source", "repo", "metric", "run", "before", "after") VALUES ('edition 2', 's2', 'o/r2', 'metric 2', 2, 1, 1);
INSERT INTO "ticket" ("source", "key", "zone", "kind", "project", "about", "title", "body", "state", "status", "severity", "rating", "customer", "requester", "assignees", "labels", "opened_at", "responded_at", "updated_at", "due_at", "closed_at", "url") VALUES ('s1', 'key 1', 'public', 'kind 1', 'project 1', 'about 1', 'title 1', 'body 1', 'open', 'status 1', 'critical', 'rating 1', 'customer 1', 'requester 1', '["one"]', '["one"]', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "ticket" ("source", "key", "zone", "kind", "project", "about", "title", "body", "state", "status", "severity", "rating", "customer", "requester", "assignees", "labels", "opened_at", "responded_at", "updated_at", "due_at", "closed_at", "url") VALUES ('s2', 'key 2', 'internal', 'kind 2', 'project 2', 'about 2', 'title 2', 'body 2', 'waiting', 'status 2', 'high', 'rating 2', 'customer 2', 'requester 2', '["one"]', '["one"]', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "response" ("edition", "source", "key", "minutes", "until") VALUES ('edition 1', 's1', 'key 1', 1, '2026-01-02T03:04:05Z');
INSERT INTO "response" ("edition", "source", "key", "minutes", "until") VALUES ('edition 2', 's2', 'key 2', 1, '2026-02-02T03:04:05Z');
INSERT INTO "rule_change" ("edition", "rule", "run", "pass") VALUES ('edition 1', 'rule 1', 1, '0');
INSERT INTO "rule_change" ("edition", "rule", "run", "pass") VALUES ('edition 2', 'rule 2', 2, '1');
INSERT INTO "rule_setting" ("kind", "rule", "key", "position", "value", "fallback", "least", "most", "meaning", "zone") VALUES ('pass', 'rule 1', 'key 1', 1, 1, 1, 1, 1, 'meaning 1', 'public');
INSERT INTO "rule_setting" ("kind", "rule", "key", "position", "value", "fallback", "least", "most", "meaning", "zone") VALUES ('check', 'rule 2', 'key 2', 1, 1, 1, 1, 1, 'meaning 2', 'internal');
INSERT INTO "ruleset" ("source", "repo", "id", "name", "target", "level", "enforcement", "url") VALUES ('s1', 'o/r1', 1, 'name 1', 'target 1', 'level 1', 'enforcement 1', 'https://example.org/1');
INSERT INTO "ruleset" ("source", "repo", "id", "name", "target", "level", "enforcement", "url") VALUES ('s2', 'o/r2', 2, 'name 2', 'target 2', 'level 2', 'enforcement 2', 'https://example.org/2');
INSERT INTO "ruleset_was" ("source", "repo", "id", "run", "absent", "name", "target", "level", "enforcement", "url") VALUES ('source 1', 'repo 1', 1, 1, '0', 'name 1', 'target 1', 'level 1', 'enforcement 1', 'https://example.org/1');
INSERT INTO "ruleset_was" ("source", "repo", "id", "run", "absent", "name", "target", "level", "enforcement", "url") VALUES ('source 2', 'repo 2', 2, 2, '1', 'name 2', 'target 2', 'level 2', 'enforcement 2', 'https://example.org/2');
INSERT INTO "run_usage" ("edition", "source", "repo", "workflow", "day", "runs", "minutes") VALUES ('edition 1', 's1', 'o/r1', 'workflow 1', '2026-01-02', 1, 1);
INSERT INTO "run_usage" ("edition", "source", "repo", "workflow", "day", "runs", "minutes") VALUES ('edition 2', 's2', 'o/r2', 'workflow 2', '2026-02-02', 1, 1);
INSERT INTO "scope_was" ("source", "declaration", "key", "run", "absent", "repo", "outcome", "reason", "asked_at", "loaded_at", "hash", "rows", "zone", "expected") VALUES ('source 1', 'declaration 1', 'key 1', 1, '0', 'repo 1', 'outcome 1', 'reason 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'hash 1', 1, 'zone 1', 1);
INSERT INTO "scope_was" ("source", "declaration", "key", "run", "absent", "repo", "outcome", "reason", "asked_at", "loaded_at", "hash", "rows", "zone", "expected") VALUES ('source 2', 'declaration 2', 'key 2', 2, '1', 'repo 2', 'outcome 2', 'reason 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'hash 2', 1, 'zone 2', 1);
INSERT INTO "score" ("edition", "source", "repo", "score", "grade", "points", "maximum", "known", "reason") VALUES ('edition 1', 's1', 'o/r1', 1, 'A', 1, 1, 1, 'reason 1');
INSERT INTO "score" ("edition", "source", "repo", "score", "grade", "points", "maximum", "known", "reason") VALUES ('edition 2', 's2', 'o/r2', 1, 'B', 1, 1, 1, 'reason 2');
INSERT INTO "score_change" ("edition", "span", "source", "repo", "component", "before", "after", "cause", "by_rule") VALUES ('edition 1', 'run', 's1', 'o/r1', 'component 1', 1, 1, 'fact', 1);
INSERT INTO "score_change" ("edition", "span", "source", "repo", "component", "before", "after", "cause", "by_rule") VALUES ('edition 2', 'day', 's2', 'o/r2', 'component 2', 1, 1, 'rule', 1);
INSERT INTO "score_part" ("edition", "rule", "source", "repo", "component", "points", "maximum", "reason", "remedy", "effort") VALUES ('edition 1', 'rule 1', 's1', 'o/r1', 'component 1', 1, 1, 'reason 1', 'remedy 1', 1);
INSERT INTO "score_part" ("edition", "rule", "source", "repo", "component", "points", "maximum", "reason", "remedy", "effort") VALUES ('edition 2', 'rule 2', 's2', 'o/r2', 'component 2', 1, 1, 'reason 2', 'remedy 2', 1);
INSERT INTO "series" ("edition", "key", "metric", "source", "repo", "name", "kind", "step", "most", "day", "numbers", "points") VALUES ('edition 1', '["one"]', 'metric 1', 's1', 'o/r1', 'name 1', 'level', 1, 1, '2026-01-02', '["one"]', 1);
INSERT INTO "series" ("edition", "key", "metric", "source", "repo", "name", "kind", "step", "most", "day", "numbers", "points") VALUES ('edition 2', '["one"]', 'metric 2', 's2', 'o/r2', 'name 2', 'flow', 1, 1, '2026-02-02', '["one"]', 1);
INSERT INTO "source_change" ("edition", "span", "source", "declaration", "what", "scopes", "reason", "loaded_at") VALUES ('edition 1', 'run', 's1', 'declaration 1', 'quiet', 1, 'reason 1', '2026-01-02T03:04:05Z');
INSERT INTO "source_change" ("edition", "span", "source", "declaration", "what", "scopes", "reason", "loaded_at") VALUES ('edition 2', 'day', 's2', 'declaration 2', 'back', 1, 'reason 2', '2026-02-02T03:04:05Z');
INSERT INTO "standing" ("edition", "kind", "source", "key", "day", "repo", "number", "rank", "reason") VALUES ('edition 1', 'kind 1', 'source 1', 'key 1', '2026-01-02', 'repo 1', 1, 1, 'reason 1');
INSERT INTO "standing" ("edition", "kind", "source", "key", "day", "repo", "number", "rank", "reason") VALUES ('edition 2', 'kind 2', 'source 2', 'key 2', '2026-02-02', 'repo 2', 1, 1, 'reason 2');
INSERT INTO "tag" ("source", "repo", "name", "created_at") VALUES ('s1', 'o/r1', 'name 1', '2026-01-02T03:04:05Z');
INSERT INTO "tag" ("source", "repo", "name", "created_at") VALUES ('s2', 'o/r2', 'name 2', '2026-02-02T03:04:05Z');
INSERT INTO "tag_was" ("source", "repo", "name", "run", "absent", "created_at") VALUES ('source 1', 'repo 1', 'name 1', 1, '0', '2026-01-02T03:04:05Z');
INSERT INTO "tag_was" ("source", "repo", "name", "run", "absent", "created_at") VALUES ('source 2', 'repo 2', 'name 2', 2, '1', '2026-02-02T03:04:05Z');
INSERT INTO "target" ("source", "key", "zone", "kind", "name", "state", "detail", "since", "checked_at", "url") VALUES ('s1', 'key 1', 'public', 'kind 1', 'name 1', 'up', 'detail 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "target" ("source", "key", "zone", "kind", "name", "state", "detail", "since", "checked_at", "url") VALUES ('s2', 'key 2', 'internal', 'kind 2', 'name 2', 'degraded', 'detail 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "target_was" ("source", "key", "run", "absent", "zone", "kind", "name", "state", "detail", "since", "checked_at", "url") VALUES ('source 1', 'key 1', 1, '0', 'zone 1', 'kind 1', 'name 1', 'state 1', 'detail 1', 'since 1', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "target_was" ("source", "key", "run", "absent", "zone", "kind", "name", "state", "detail", "since", "checked_at", "url") VALUES ('source 2', 'key 2', 2, '1', 'zone 2', 'kind 2', 'name 2', 'state 2', 'detail 2', 'since 2', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "tariff" ("edition", "provider", "model", "day", "currency", "input", "cached", "cache_write", "output", "reasoning", "minute") VALUES ('edition 1', 'provider 1', 'model 1', 'day 1', 'GBP', 1, 1, 1, 1, 1, 1);
INSERT INTO "tariff" ("edition", "provider", "model", "day", "currency", "input", "cached", "cache_write", "output", "reasoning", "minute") VALUES ('edition 2', 'provider 2', 'model 2', 'day 2', 'GBP', 1, 1, 1, 1, 1, 1);
INSERT INTO "ticket_was" ("source", "key", "run", "absent", "zone", "kind", "project", "about", "title", "state", "status", "severity", "rating", "customer", "requester", "assignees", "labels", "opened_at", "responded_at", "updated_at", "due_at", "closed_at", "url") VALUES ('source 1', 'key 1', 1, '0', 'zone 1', 'kind 1', 'project 1', 'about 1', 'title 1', 'state 1', 'status 1', 'severity 1', 'rating 1', 'customer 1', 'requester 1', 'assignees 1', 'labels 1', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'https://example.org/1');
INSERT INTO "ticket_was" ("source", "key", "run", "absent", "zone", "kind", "project", "about", "title", "state", "status", "severity", "rating", "customer", "requester", "assignees", "labels", "opened_at", "responded_at", "updated_at", "due_at", "closed_at", "url") VALUES ('source 2', 'key 2', 2, '1', 'zone 2', 'kind 2', 'project 2', 'about 2', 'title 2', 'state 2', 'status 2', 'severity 2', 'rating 2', 'customer 2', 'requester 2', 'assignees 2', 'labels 2', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', 'https://example.org/2');
INSERT INTO "traffic_day" ("source", "repo", "kind", "day", "zone", "count", "uniques") VALUES ('s1', 'o/r1', 'views', '2026-01-02', 'public', 1, 1);
INSERT INTO "traffic_day" ("source", "repo", "kind", "day", "zone", "count", "uniques") VALUES ('s2', 'o/r2', 'clones', '2026-02-02', 'internal', 1, 1);
INSERT INTO "traffic_day_was" ("source", "repo", "kind", "day", "run", "absent", "zone", "count", "uniques") VALUES ('source 1', 'repo 1', 'kind 1', 'day 1', 1, '0', 'zone 1', 1, 1);
INSERT INTO "traffic_day_was" ("source", "repo", "kind", "day", "run", "absent", "zone", "count", "uniques") VALUES ('source 2', 'repo 2', 'kind 2', 'day 2', 2, '1', 'zone 2', 1, 1);
INSERT INTO "trend" ("edition", "key", "metric", "kind", "source", "repo", "since", "until", "before", "after", "slope", "chance", "score", "points", "reason") VALUES ('edition 1', '["one"]', 'metric 1', 'slope', 's1', 'o/r1', '2026-01-02', '2026-01-02', 1, 1, 1, 1, 1, 1, 'reason 1');
INSERT INTO "trend" ("edition", "key", "metric", "kind", "source", "repo", "since", "until", "before", "after", "slope", "chance", "score", "points", "reason") VALUES ('edition 2', '["one"]', 'metric 2', 'step', 's2', 'o/r2', '2026-02-02', '2026-02-02', 1, 1, 1, 1, 1, 1, 'reason 2');
INSERT INTO "usage" ("source", "key", "kind", "origin", "zone", "day", "at", "provider", "service", "model", "account", "repo", "about", "workflow", "task", "requests", "tokens_in", "tokens_cached", "tokens_cache_write", "tokens_out", "tokens_reasoning", "quantity", "unit", "cost", "currency") VALUES ('s1', 'key 1', 'actual', 'origin 1', 'public', '2026-01-02', '2026-01-02T03:04:05Z', 'provider 1', 'service 1', 'model 1', 'account 1', 'o/r1', 'about 1', 'workflow 1', 'task 1', 1, 1, 1, 1, 1, 1, 1, 'unit 1', 1, 'GBP');
INSERT INTO "usage" ("source", "key", "kind", "origin", "zone", "day", "at", "provider", "service", "model", "account", "repo", "about", "workflow", "task", "requests", "tokens_in", "tokens_cached", "tokens_cache_write", "tokens_out", "tokens_reasoning", "quantity", "unit", "cost", "currency") VALUES ('s2', 'key 2', 'forecast', 'origin 2', 'internal', '2026-02-02', '2026-02-02T03:04:05Z', 'provider 2', 'service 2', 'model 2', 'account 2', 'o/r2', 'about 2', 'workflow 2', 'task 2', 1, 1, 1, 1, 1, 1, 1, 'unit 2', 1, 'GBP');
INSERT INTO "usage_total" ("source", "key", "origin", "zone", "month", "provider", "account", "cost", "currency") VALUES ('s1', 'key 1', 'origin 1', 'public', '2026-01', 'provider 1', 'account 1', 1, 'GBP');
INSERT INTO "usage_total" ("source", "key", "origin", "zone", "month", "provider", "account", "cost", "currency") VALUES ('s2', 'key 2', 'origin 2', 'internal', '2026-02', 'provider 2', 'account 2', 1, 'GBP');
INSERT INTO "usage_total_was" ("source", "key", "run", "absent", "origin", "zone", "month", "provider", "account", "cost", "currency") VALUES ('source 1', 'key 1', 1, '0', 'origin 1', 'zone 1', 'month 1', 'provider 1', 'account 1', 1, 'currency 1');
INSERT INTO "usage_total_was" ("source", "key", "run", "absent", "origin", "zone", "month", "provider", "account", "cost", "currency") VALUES ('source 2', 'key 2', 2, '1', 'origin 2', 'zone 2', 'month 2', 'provider 2', 'account 2', 1, 'currency 2');
INSERT INTO "usage_was" ("source", "key", "run", "absent", "kind", "origin", "zone", "day", "at", "provider", "service", "model", "account", "repo", "about", "workflow", "task", "requests", "tokens_in", "tokens_cached", "tokens_cache_write", "tokens_out", "tokens_reasoning", "quantity", "unit", "cost", "currency") VALUES ('source 1', 'key 1', 1, '0', 'kind 1', 'origin 1', 'zone 1', 'day 1', '2026-01-02T03:04:05Z', 'provider 1', 'service 1', 'model 1', 'account 1', 'repo 1', 'about 1', 'workflow 1', 'task 1', 1, 1, 1, 1, 1, 1, 1, 'unit 1', 1, 'currency 1');
INSERT INTO "usage_was" ("source", "key", "run", "absent", "kind", "origin", "zone", "day", "at", "provider", "service", "model", "account", "repo", "about", "workflow", "task", "requests", "tokens_in", "tokens_cached", "tokens_cache_write", "tokens_out", "tokens_reasoning", "quantity", "unit", "cost", "currency") VALUES ('source 2', 'key 2', 2, '1', 'kind 2', 'origin 2', 'zone 2', 'day 2', '2026-02-02T03:04:05Z', 'provider 2', 'service 2', 'model 2', 'account 2', 'repo 2', 'about 2', 'workflow 2', 'task 2', 1, 1, 1, 1, 1, 1, 1, 'unit 2', 1, 'currency 2');
INSERT INTO "waived_finding" ("edition", "found_by", "source", "key", "repo", "number", "severity", "message", "evidence", "waiver", "who", "why", "until") VALUES ('edition 1', 'found_by 1', 's1', 'key 1', 'o/r1', 1, 'critical', 'message 1', 'evidence 1', 'waiver 1', 'who 1', 'why 1', '2026-01-02');
INSERT INTO "waived_finding" ("edition", "found_by", "source", "key", "repo", "number", "severity", "message", "evidence", "waiver", "who", "why", "until") VALUES ('edition 2', 'found_by 2', 's2', 'key 2', 'o/r2', 2, 'high', 'message 2', 'evidence 2', 'waiver 2', 'who 2', 'why 2', '2026-02-02');
INSERT INTO "waiver" ("edition", "name", "rule", "source", "repo", "number", "who", "why", "until", "line") VALUES ('edition 1', 'name 1', 'rule 1', 'source 1', 'repo 1', 1, 'who 1', 'why 1', '2026-01-02', 1);
INSERT INTO "waiver" ("edition", "name", "rule", "source", "repo", "number", "who", "why", "until", "line") VALUES ('edition 2', 'name 2', 'rule 2', 'source 2', 'repo 2', 1, 'who 2', 'why 2', '2026-02-02', 1);
INSERT INTO "workflow" ("source", "repo", "id", "name", "path", "state", "url", "created_at") VALUES ('s1', 'o/r1', 1, 'name 1', 'path 1', 'state 1', 'https://example.org/1', '2026-01-02T03:04:05Z');
INSERT INTO "workflow" ("source", "repo", "id", "name", "path", "state", "url", "created_at") VALUES ('s2', 'o/r2', 2, 'name 2', 'path 2', 'state 2', 'https://example.org/2', '2026-02-02T03:04:05Z');
INSERT INTO "workflow_run" ("source", "repo", "id", "workflow", "name", "title", "event", "branch", "head", "status", "conclusion", "attempt", "actor", "url", "seconds", "created_at", "started_at", "updated_at") VALUES ('s1', 'o/r1', 1, 1, 'name 1', 'title 1', 'event 1', 'branch 1', 'head 1', 'status 1', 'conclusion 1', 1, 'actor 1', 'https://example.org/1', 1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "workflow_run" ("source", "repo", "id", "workflow", "name", "title", "event", "branch", "head", "status", "conclusion", "attempt", "actor", "url", "seconds", "created_at", "started_at", "updated_at") VALUES ('s2', 'o/r2', 2, 1, 'name 2', 'title 2', 'event 2', 'branch 2', 'head 2', 'status 2', 'conclusion 2', 1, 'actor 2', 'https://example.org/2', 1, '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "workflow_run_was" ("source", "repo", "id", "run", "absent", "workflow", "name", "title", "event", "branch", "head", "status", "conclusion", "attempt", "actor", "url", "seconds", "created_at", "started_at", "updated_at") VALUES ('source 1', 'repo 1', 1, 1, '0', 1, 'name 1', 'title 1', 'event 1', 'branch 1', 'head 1', 'status 1', 'conclusion 1', 1, 'actor 1', 'https://example.org/1', 1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z');
INSERT INTO "workflow_run_was" ("source", "repo", "id", "run", "absent", "workflow", "name", "title", "event", "branch", "head", "status", "conclusion", "attempt", "actor", "url", "seconds", "created_at", "started_at", "updated_at") VALUES ('source 2', 'repo 2', 2, 2, '1', 1, 'name 2', 'title 2', 'event 2', 'branch 2', 'head 2', 'status 2', 'conclusion 2', 1, 'actor 2', 'https://example.org/2', 1, '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z', '2026-02-02T03:04:05Z');
INSERT INTO "workflow_was" ("source", "repo", "id", "run", "absent", "name", "path", "state", "url", "created_at") VALUES ('source 1', 'repo 1', 1, 1, '0', 'name 1', 'path 1', 'state 1', 'https://example.org/1', '2026-01-02T03:04:05Z');
INSERT INTO "workflow_was" ("source", "repo", "id", "run", "absent", "name", "path", "state", "url", "created_at") VALUES ('source 2', 'repo 2', 2, 2, '1', 'name 2', 'path 2', 'state 2', 'https://example.org/2', '2026-02-02T03:04:05Z');
COMMIT;
