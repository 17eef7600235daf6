-- The second schema: collecting that remembers what it saw, and everything that GitHub tells
-- of a portfolio. The conventions are those of the first.

-- how the facts came here
ALTER TABLE request ADD cached INTEGER NOT NULL DEFAULT 0 CHECK (cached IN (0, 1)); -- 1: the source said that nothing changed (304)
ALTER TABLE request ADD tries INTEGER NOT NULL DEFAULT 1 CHECK (tries > 0);         -- how often it was sent
ALTER TABLE request ADD waited INTEGER NOT NULL DEFAULT 0 CHECK (waited >= 0);      -- milliseconds of ms that it stood still: limits, second tries, answers not ready yet

ALTER TABLE scope ADD full_at TEXT;  -- last time that it was read as if nothing had been known
ALTER TABLE scope ADD zone TEXT CHECK (zone IN ('public', 'internal', 'restricted')); -- who may see what was asked for, where that is not about a repository
ALTER TABLE scope ADD expected INTEGER NOT NULL DEFAULT 0 CHECK (expected IN (0, 1)); -- 1: that we may not see it is reckoned with, and no trouble

-- What is known of a repository is looked up for each of its pages.
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

-- facts

ALTER TABLE owner ADD viewer INTEGER CHECK (viewer IN (0, 1)); -- 1: whose token it is that asks

ALTER TABLE repo ADD open_issues INTEGER CHECK (open_issues >= 0); -- as the source counts them; open_items has both kinds
ALTER TABLE repo ADD open_pulls INTEGER CHECK (open_pulls >= 0);
ALTER TABLE repo ADD issue_updated_at TEXT CHECK (issue_updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', issue_updated_at)); -- of the issue that changed last
ALTER TABLE repo ADD pull_updated_at TEXT CHECK (pull_updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', pull_updated_at));    -- of the pull request that changed last
ALTER TABLE repo ADD release_count INTEGER CHECK (release_count >= 0);
ALTER TABLE repo ADD release_updated_at TEXT CHECK (release_updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', release_updated_at)); -- of the newest release
ALTER TABLE repo ADD latest_release TEXT CHECK (length(latest_release) <= 1024); -- tag of the newest that is neither draft nor prerelease
ALTER TABLE repo ADD released_at TEXT CHECK (released_at IS strftime('%Y-%m-%dT%H:%M:%SZ', released_at)); -- when that was published
ALTER TABLE repo ADD ci_state TEXT CHECK (ci_state IN ('success', 'failure', 'error', 'pending', 'expected', 'none')); -- of all checks on head together; none: nothing checks it
ALTER TABLE repo ADD security_policy INTEGER CHECK (security_policy IN (0, 1)); -- as the source counts it: one that the owner keeps for all repositories too
ALTER TABLE repo ADD community_health INTEGER CHECK (community_health BETWEEN 0 AND 100); -- per cent of the community files that the source recommends
ALTER TABLE repo ADD has_code_of_conduct INTEGER CHECK (has_code_of_conduct IN (0, 1));
ALTER TABLE repo ADD has_issue_template INTEGER CHECK (has_issue_template IN (0, 1));
ALTER TABLE repo ADD has_pull_template INTEGER CHECK (has_pull_template IN (0, 1));

ALTER TABLE branch ADD protected INTEGER CHECK (protected IN (0, 1)); -- by a rule of any kind

ALTER TABLE issue ADD type TEXT CHECK (length(type) <= 256);          -- what the owner's list of issue types calls it
ALTER TABLE issue ADD blocked_by INTEGER CHECK (blocked_by >= 0);     -- open issues that it waits for
ALTER TABLE issue ADD blocks INTEGER CHECK (blocks >= 0);             -- open issues that wait for it
ALTER TABLE issue ADD parts INTEGER CHECK (parts >= 0);               -- issues that it is divided into
ALTER TABLE issue ADD parts_done INTEGER CHECK (parts_done >= 0);
ALTER TABLE issue ADD reactions INTEGER CHECK (reactions >= 0);
ALTER TABLE issue ADD last_comment_by TEXT CHECK (length(last_comment_by) <= 256);
ALTER TABLE issue ADD last_comment_at TEXT CHECK (last_comment_at IS strftime('%Y-%m-%dT%H:%M:%SZ', last_comment_at));          -- when it was written
ALTER TABLE issue ADD comment_updated_at TEXT CHECK (comment_updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', comment_updated_at)); -- when any comment was written or edited last
-- Of pull requests only, as they were while open:
ALTER TABLE issue ADD head_branch TEXT CHECK (length(head_branch) <= 1024);   -- "owner:branch" where it comes from another repository
ALTER TABLE issue ADD head TEXT CHECK (length(head) <= 64);                   -- object id of its last commit
ALTER TABLE issue ADD base_branch TEXT CHECK (length(base_branch) <= 1024);   -- what it is to be merged into
ALTER TABLE issue ADD reviewers TEXT CHECK (reviewers IS NULL OR json_valid(reviewers)); -- JSON array: who was asked for a review and has not answered
ALTER TABLE issue ADD auto_merge INTEGER CHECK (auto_merge IN (0, 1));        -- 1: merged by itself once all rules are met
ALTER TABLE issue ADD review_state TEXT CHECK (review_state IN ('approved', 'changes_requested', 'review_required', 'none')); -- none: no review is required or given
ALTER TABLE issue ADD approvals INTEGER CHECK (approvals >= 0);               -- people whose last review approves
ALTER TABLE issue ADD mergeable TEXT CHECK (mergeable IN ('mergeable', 'conflicting')); -- NULL also while the source computes it
ALTER TABLE issue ADD ci_state TEXT CHECK (ci_state IN ('success', 'failure', 'error', 'pending', 'expected', 'none')); -- of all checks on its head together

-- Who wrote them is not always told: authors may be NULL now.
CREATE TABLE commit_day_new (        -- Commits reachable from head, by the calendar day of the author or, where the source counts so, UTC.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  day        TEXT NOT NULL CHECK (day IS date(day)),
  commits    INTEGER NOT NULL CHECK (commits > 0),
  authors    INTEGER CHECK (authors > 0), -- NULL: the source counts commits only
  PRIMARY KEY (source, repo, day),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO commit_day_new SELECT source, repo, day, commits, authors FROM commit_day;
DROP TABLE commit_day;
ALTER TABLE commit_day_new RENAME TO commit_day;

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

CREATE TABLE dependency (            -- A package that a repository uses, itself or through others.
  source     TEXT NOT NULL,
  repo       TEXT NOT NULL,
  ecosystem  TEXT NOT NULL CHECK (length(ecosystem) <= 64), -- the type of a package URL: npm, pypi, cargo, githubactions; empty where unknown
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1024),
  version    TEXT NOT NULL CHECK (length(version) <= 256),  -- or what is required of it; empty where unknown
  purl       TEXT CHECK (length(purl) <= 4096),
  license    TEXT CHECK (length(license) <= 1024),          -- SPDX expression
  direct     INTEGER CHECK (direct IN (0, 1)),  -- 0: only through another package
  PRIMARY KEY (source, repo, ecosystem, name, version),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

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

CREATE TABLE usage (                 -- What was used and what it costs.
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 1024),
  kind       TEXT NOT NULL CHECK (kind IN ('actual', 'forecast', 'budget', 'estimate')),
  zone       TEXT CHECK (zone IN ('public', 'internal', 'restricted')), -- what an account pays is at least internal
  day        TEXT NOT NULL CHECK (day IS date(day)), -- UTC; the first one where it is about a longer time
  provider   TEXT NOT NULL CHECK (length(provider) BETWEEN 1 AND 256),
  service    TEXT CHECK (length(service) <= 1024),
  model      TEXT CHECK (length(model) <= 256),
  account    TEXT CHECK (length(account) <= 256),    -- who pays
  repo       TEXT,                   -- whose it is, where that is a repository of this source
  requests   INTEGER CHECK (requests >= 0),
  tokens_in  INTEGER CHECK (tokens_in >= 0),
  tokens_out INTEGER CHECK (tokens_out >= 0),
  tokens_cached INTEGER CHECK (tokens_cached >= 0),
  quantity   REAL,                   -- of what has neither requests nor tokens
  unit       TEXT CHECK (length(unit) <= 64),        -- what quantity counts
  cost       INTEGER,                -- millionths of the currency, after discounts; may be negative (a credit)
  currency   TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'), -- ISO 4217
  CHECK ((cost IS NULL) = (currency IS NULL)),
  PRIMARY KEY (source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE
) STRICT;

CREATE INDEX usage_day ON usage (day);

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
