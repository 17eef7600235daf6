-- Figures for a monitoring system, in Prometheus' text format 0.0.4. What is not known has no
-- sample: it is never zero.
-- A figure has the space in front of it that the format wants, and so it is true for Mustache
-- even if it is zero.
--
-- path: metrics
-- title: Metrics

-- portfolio
SELECT ' ' || (SELECT score FROM portfolio WHERE metric = 'health') AS score,
       ' ' || (SELECT count(*) FROM repo) AS repos,
       ' ' || (SELECT unixepoch(started_at) FROM run WHERE id = (SELECT max(id) FROM run)) AS last_run;

-- Of its requests those of the last run. How long they waited is told where a network is between
-- (as on the page of sources).
-- sources
WITH asked AS (
  SELECT source, count(*) AS requests, sum(error IS NOT NULL) AS errors, sum(cached) AS cached,
         sum(bytes) AS bytes, round(sum(waited) / 1000.0, 1) AS waited
    FROM request WHERE run = (SELECT max(id) FROM run) GROUP BY source
), covered AS (
  SELECT source, unixepoch(min(loaded_at)) AS oldest,
         sum(outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected) AS not_read,
         sum(outcome = 'ok') AS ok, sum(outcome = 'unchanged') AS unchanged, sum(outcome = 'absent') AS absent,
         sum(outcome = 'forbidden') AS forbidden, sum(outcome = 'failed') AS failed,
         sum(outcome = 'held') AS held, sum(outcome = 'unreached') AS unreached
    FROM scope GROUP BY source
)
SELECT s.name AS source, ' ' || s.demo AS demo,
       ' ' || (SELECT count(*) FROM repo WHERE source = s.name) AS repos,
       ' ' || (c.not_read > 0) AS in_trouble, ' ' || c.not_read AS not_read, ' ' || c.oldest AS oldest,
       ' ' || (SELECT count(*) FROM reject WHERE source = s.name) AS rejected,
       ' ' || coalesce(a.requests, 0) AS requests, ' ' || coalesce(a.errors, 0) AS errors,
       ' ' || coalesce(a.cached, 0) AS cached, ' ' || coalesce(a.bytes, 0) AS bytes,
       iif(s.url IS NOT NULL AND NOT s.demo, ' ' || a.waited, NULL) AS waited,
       ' ' || w.requests_left AS requests_left,
       ' ' || c.ok AS ok, ' ' || c.unchanged AS unchanged, ' ' || c.absent AS absent, ' ' || c.forbidden AS forbidden,
       ' ' || c.failed AS failed, ' ' || c.held AS held, ' ' || c.unreached AS unreached
  FROM source s
  LEFT JOIN covered c ON c.source = s.name
  LEFT JOIN asked a ON a.source = s.name
  LEFT JOIN allowance w ON w.source = s.name
 ORDER BY s.position;

-- findings
WITH word (position, severity) AS (
  VALUES (1, 'critical'), (2, 'high'), (3, 'medium'), (4, 'low'), (5, 'info')
), tally AS MATERIALIZED (
  SELECT source, severity, count(*) AS total FROM finding GROUP BY source, severity
)
SELECT s.name AS source, w.severity, ' ' || coalesce(t.total, 0) AS total
  FROM source s CROSS JOIN word w
  LEFT JOIN tally t ON t.source = s.name AND t.severity = w.severity
 ORDER BY s.position, w.position;

-- Of each kind that a source tells of, even if nothing of it is open.
-- items
WITH word (position, urgency) AS (
  VALUES (1, 'critical'), (2, 'high'), (3, 'medium'), (4, 'low')
), tally AS MATERIALIZED (
  SELECT source, kind, urgency, count(*) AS total FROM priority GROUP BY source, kind, urgency
), told (source, kind) AS (
  SELECT source, kind FROM tally
  UNION
  SELECT s.name, k.column1 FROM source s CROSS JOIN (VALUES ('issue'), ('pull')) k
   WHERE EXISTS (SELECT 1 FROM scope WHERE source = s.name AND declaration = s.system || '/issues' AND known)
  UNION
  SELECT source, 'ticket' FROM ticket UNION SELECT source, 'incident' FROM incident
  UNION
  SELECT source, 'job' FROM job UNION SELECT source, 'idea' FROM idea
)
SELECT s.name AS source, k.kind, w.urgency, ' ' || coalesce(t.total, 0) AS total
  FROM told k JOIN source s ON s.name = k.source CROSS JOIN word w
  LEFT JOIN tally t ON t.source = k.source AND t.kind = k.kind AND t.urgency = w.urgency
 ORDER BY s.position, k.kind, w.position;

-- Of each source that tells of any, every state, even if nothing is in it.
-- targets
SELECT s.name AS source, w.column1 AS state, ' ' || sum(t.state = w.column1) AS total
  FROM target t JOIN source s ON s.name = t.source CROSS JOIN (VALUES ('up'), ('degraded'), ('down'), ('unknown')) w
 GROUP BY s.name, w.column1 ORDER BY s.position, w.column1;

-- jobs
SELECT s.name AS source, w.column1 AS state, ' ' || sum(j.state = w.column1) AS total
  FROM job j JOIN source s ON s.name = j.source CROSS JOIN (VALUES ('succeeded'), ('failed'), ('running'), ('queued'), ('cancelled'), ('unknown')) w
 WHERE j.enabled IS NOT 0 GROUP BY s.name, w.column1 ORDER BY s.position, w.column1;

-- ideas
SELECT s.name AS source, w.column1 AS state, ' ' || sum(i.state = w.column1) AS total
  FROM idea i JOIN source s ON s.name = i.source CROSS JOIN (VALUES ('new'), ('review'), ('routed'), ('dropped')) w
 GROUP BY s.name, w.column1 ORDER BY s.position, w.column1;

-- budgets
SELECT budget, currency, ' ' || round(monthly / 1e6, 6) AS monthly, ' ' || round(spent / 1e6, 6) AS spent, ' ' || round(forecast / 1e6, 6) AS forecast
  FROM budget_state ORDER BY budget;

-- recommendations
SELECT s.name AS source, ' ' || count(*) AS total FROM recommendation r JOIN source s ON s.name = r.source GROUP BY s.name ORDER BY s.position;

-- What is open is known where all of it was read at least once, or where the source itself
-- says that there is none (as on the page of repositories).
-- repos
WITH asked AS (
  SELECT c.source, c.repo, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration = s.system || '/issues'
   GROUP BY c.source, c.repo
), open AS (
  SELECT source, repo, sum(kind = 'issue') AS issues, sum(kind = 'pull') AS pulls
    FROM issue WHERE state = 'open' GROUP BY source, repo
), pressing AS (
  SELECT source, repo, count(*) AS items
    FROM priority WHERE kind IN ('issue', 'pull') AND urgency IN ('critical', 'high') GROUP BY source, repo
), found AS (
  SELECT source, repo, count(*) AS findings FROM finding GROUP BY source, repo
), fact AS (
  SELECT r.*, o.issues, o.pulls,
         coalesce(own.known, every.known,
                  EXISTS (SELECT 1 FROM issue i WHERE i.source = r.source AND i.repo = r.key))
           OR r.open_items IS 0 AS is_known
    FROM repo r
    LEFT JOIN open o ON o.source = r.source AND o.repo = r.key
    LEFT JOIN asked own ON own.source = r.source AND own.repo = r.key
    LEFT JOIN asked every ON every.source = r.source AND every.repo IS NULL
)
SELECT r.source, r.key AS repo, ' ' || h.score AS score,
       iif(r.is_known, ' ' || coalesce(r.issues, 0), NULL) AS open_issues,
       iif(r.is_known, ' ' || coalesce(r.pulls, 0), NULL) AS open_pulls,
       iif(r.is_known, ' ' || coalesce(p.items, 0), NULL) AS urgent_items,
       ' ' || coalesce(f.findings, 0) AS findings, ' ' || r.stars AS stars,
       ' ' || r.commit_count AS commits, ' ' || unixepoch(r.last_commit_at) AS last_commit
  FROM fact r
  LEFT JOIN score h ON h.source = r.source AND h.repo = r.key
  LEFT JOIN pressing p ON p.source = r.source AND p.repo = r.key
  LEFT JOIN found f ON f.source = r.source AND f.repo = r.key
 ORDER BY r.source, r.key;
