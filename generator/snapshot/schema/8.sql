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
