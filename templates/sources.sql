-- Where everything on this site comes from, how fresh it is, and what could not be read.
--
-- path: sources
-- title: Sources
-- types: started time, asked_for number, times number, rejected number, not_read number, never number,
--   requests number, cached number, repeats number, waited number(1), left number, resets time,
--   not_permitted number, errors number, bytes bytes, rows number, total number, more number,
--   asked time, oldest time, newest time, loaded time, url url

-- run
SELECT id AS run, started_at AS started, version FROM run WHERE id = (SELECT max(id) FROM run);

-- sources
WITH asked AS (
  SELECT source, count(*) AS requests, sum(error IS NOT NULL) AS errors, sum(bytes) AS bytes,
         sum(cached) AS cached, sum(tries - 1) AS repeats, sum(waited) / 1000.0 AS waited
    FROM request WHERE run = (SELECT max(id) FROM run) GROUP BY source
), covered AS (
  SELECT source, count(*) AS scopes,
         sum(outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected) AS not_read,
         sum(outcome = 'forbidden' AND expected) AS not_permitted,
         min(loaded_at) AS oldest, max(loaded_at) AS newest
    FROM scope GROUP BY source
), refused AS (
  SELECT source, count(*) AS total FROM reject GROUP BY source
)
SELECT s.name, s.system, s.url, s.url AS address, s.demo, s.zone, d.summary,
       coalesce(c.scopes, 0) AS asked_for, coalesce(c.not_read, 0) AS not_read,
       coalesce(c.not_permitted, 0) AS not_permitted,
       s.url IS NOT NULL AND NOT s.demo AS network, w.requests_left AS left, w.resets_at AS resets, w.stopped,
       max(coalesce(c.not_read, 0) - 100, 0) AS more, c.oldest, nullif(c.newest, c.oldest) AS newest,
       coalesce(a.requests, 0) AS requests, coalesce(a.errors, 0) AS errors,
       coalesce(a.bytes, 0) AS bytes, coalesce(r.total, 0) AS rejected,
       coalesce(a.cached, 0) AS cached, iif(a.cached, printf(' (%d%%)', round(100.0 * a.cached / a.requests)), NULL) AS share, coalesce(a.repeats, 0) AS repeats, coalesce(a.waited, 0) AS waited
  FROM source s
  LEFT JOIN declaration d ON d.kind = 'source' AND d.name = s.system || '/system'
  LEFT JOIN covered c ON c.source = s.name
  LEFT JOIN asked a ON a.source = s.name
  LEFT JOIN refused r ON r.source = s.name
  LEFT JOIN allowance w ON w.source = s.name
 ORDER BY s.position;

-- What was asked for, by declaration and outcome.
-- sources.scopes
SELECT c.declaration, d.summary, c.outcome, count(*) AS times, iif(count(c.rows) = count(*), sum(c.rows), NULL) AS rows,
       sum(c.loaded_at IS NULL) AS never, min(c.loaded_at) AS oldest,
       nullif(max(c.loaded_at), min(c.loaded_at)) AS newest
  FROM scope c LEFT JOIN declaration d ON d.kind = 'source' AND d.name = c.declaration
 WHERE c.source = :name AND NOT (c.outcome = 'forbidden' AND c.expected)
 GROUP BY c.declaration, c.outcome ORDER BY c.declaration, c.outcome;

-- sources.troubles
SELECT declaration, key, repo, outcome, reason, asked_at AS asked, loaded_at AS loaded
  FROM scope
 WHERE source = :name AND outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected
 ORDER BY instr('failed held forbidden unreached', outcome), declaration, key
 LIMIT 100;

-- What is not ours to see, as far as that is usual: it needs a token, or a right.
-- sources.closed
SELECT declaration, count(*) AS times, min(reason) AS reason, count(DISTINCT reason) > 1 AS various
  FROM scope
 WHERE source = :name AND outcome = 'forbidden' AND expected
 GROUP BY declaration ORDER BY declaration;

-- sources.rejects
SELECT declaration, "table", reason, count(*) AS total FROM reject
 WHERE source = :name GROUP BY declaration, "table", reason ORDER BY declaration, "table", reason
 LIMIT 100;

-- outcomes
SELECT 'ok' AS outcome, 'The source answered and its rows were taken over.' AS meaning
UNION ALL SELECT 'unchanged', 'Asked, or known without asking, to be as it was; the rows are up to date.'
UNION ALL SELECT 'absent', 'The source says that there is none. That is an answer, not a failure.'
UNION ALL SELECT 'forbidden', 'The source does not let us see it. What it would tell is unknown.'
UNION ALL SELECT 'failed', 'The source did not answer, or not with what was expected. The last good rows stay.'
UNION ALL SELECT 'held', 'The answer looks wrong, as when much is gone at once. It is held back for a person to look at; the last good rows stay.'
UNION ALL SELECT 'unreached', 'Not asked this time, as when the budget of requests was spent. The last good rows stay.';

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
