-- What a source answered then and answers no more, or the other way round, by what is asked
-- for. What was never asked for before is no source gone quiet, even if it fails.

-- rows source_change
WITH scope_then AS (                 -- what stands with the lowest run since is how it was then
  SELECT s.name AS span, w.source, w.declaration, w.key, w.absent,
         w.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT w.expected AS trouble, min(w.run) AS run
    FROM change_span s CROSS JOIN scope_was w ON w.run > s.run GROUP BY s.name, w.source, w.declaration, w.key
), scope_now AS (
  SELECT t.span, c.source, c.declaration, iif(t.trouble, 'back', 'quiet') AS what, c.reason, c.stale_since
    FROM scope_then t JOIN scope c ON c.source = t.source AND c.declaration = t.declaration AND c.key = t.key
   WHERE NOT t.absent
     AND t.trouble <> (c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected)
)
SELECT span, source, declaration, what, count(*) AS scopes,
       iif(what = 'quiet', min(reason), NULL) AS reason, iif(what = 'quiet', min(stale_since), NULL) AS loaded_at
  FROM scope_now GROUP BY span, source, declaration, what;

-- What a source cost since the month began, where that is another than it was then.
-- rows cost_change
WITH last AS (
  SELECT max(date(started_at)) AS day FROM run
), series AS (
  SELECT DISTINCT p.source, p.metric FROM source s CROSS JOIN point p ON p.source = s.name AND p.repo = '' AND p.metric > 'cost.' AND p.metric < 'cost/'
), pair AS (
  SELECT m.name AS span, s.source, s.metric, m.day AS since, l.day AS now,
         (SELECT p.value FROM point p WHERE p.source = s.source AND p.repo = '' AND p.metric = s.metric AND p.day <= m.day ORDER BY p.day DESC LIMIT 1) AS before,
         (SELECT p.value FROM point p WHERE p.source = s.source AND p.repo = '' AND p.metric = s.metric ORDER BY p.day DESC LIMIT 1) AS after
    FROM change_span m CROSS JOIN last l CROSS JOIN series s WHERE m.day < l.day
)
SELECT span, source, substr(metric, 6) AS currency, substr(since, 1, 7) AS month_before, before, substr(now, 1, 7) AS month, after
  FROM pair WHERE before IS NOT after;
