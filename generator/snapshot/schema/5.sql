-- The fifth schema: what is concluded from the facts. The conventions are those of the first.

-- health and models
ALTER TABLE score_part ADD effort REAL CHECK (effort > 0); -- hours that the remedy takes, a rough guess of the rule; NULL: nothing is missing, or it is nothing that one sits down and does

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
) STRICT, WITHOUT ROWID;

CREATE INDEX model_score_repo ON model_score (source, repo);

-- trends: numbers over many days, and what can be said of them
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

-- rules: their settings, waivers, findings
CREATE TABLE rule_setting (          -- A number that a pass or a check takes, as its header and site.conf say.
  kind       TEXT NOT NULL CHECK (kind IN ('pass', 'check')),
  rule       TEXT NOT NULL,          -- the pass or check
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

CREATE TABLE found (                 -- What the checks found; what no waiver covers becomes a finding.
  edition    TEXT NOT NULL,
  rule       TEXT NOT NULL,          -- the check
  source     TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
  key        TEXT NOT NULL,          -- as in finding, and so the rest
  repo       TEXT,
  number     INTEGER,
  severity   TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  message    TEXT NOT NULL CHECK (length(message) <= 4096),
  evidence   TEXT NOT NULL CHECK (length(evidence) <= 16384),
  PRIMARY KEY (edition, rule, source, key),
  FOREIGN KEY (source, repo) REFERENCES repo (source, key) ON DELETE CASCADE,
  FOREIGN KEY (source, repo, number) REFERENCES issue (source, repo, number) ON DELETE CASCADE
) STRICT;

CREATE INDEX found_repo ON found (source, repo, number);

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
