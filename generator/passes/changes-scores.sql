-- Scores that moved, with the components that moved them. Scores are kept by day: where the
-- earlier run is of the same day nothing can be told. The first night on which a pass that makes
-- scores is another, the night before is scored by both: the difference is what the rule did,
-- and the rest of a move is what the facts did. Where that night is not kept, all of the move
-- counts as the rule's.

-- rows score_change
WITH moment AS (
  SELECT name AS span, day, run FROM change_span WHERE day < (SELECT max(date(started_at)) FROM run)
), rule_run AS MATERIALIZED (        -- that came with other rules of scores
  SELECT DISTINCT run FROM rule_change c
   WHERE pass AND (rule = 'grade' OR rule IN (SELECT rule FROM score_part) OR NOT EXISTS (SELECT 1 FROM declaration d WHERE d.name = c.rule))
), latest AS MATERIALIZED (          -- whose last point is younger than the youngest of these days
  SELECT * FROM (
    SELECT source, repo, (SELECT p.day FROM point p WHERE p.source = c.source AND p.repo = c.repo AND p.metric = 'score'
                           ORDER BY p.day DESC LIMIT 1) AS day
      FROM score c) WHERE day > (SELECT min(day) FROM moment)
), pair AS (
  SELECT m.span, m.run, l.source, l.repo,
         (SELECT max(p.day) FROM point p WHERE p.source = l.source AND p.repo = l.repo AND p.metric = 'score' AND p.day <= m.day) AS day_before,
         l.day, m.day AS since
    FROM moment m JOIN latest l ON l.day > m.day
), move AS MATERIALIZED (
  SELECT p.span, p.run, p.source, p.repo, p.since, a.value AS before, b.value AS after
    FROM pair p
    CROSS JOIN point a ON a.source = p.source AND a.repo = p.repo AND a.metric = 'score' AND a.day = p.day_before
    CROSS JOIN point b ON b.source = p.source AND b.repo = p.repo AND b.metric = 'score' AND b.day = p.day
   WHERE a.value IS NOT b.value
), part AS (
  SELECT m.span, m.run, m.source, m.repo, p.metric,
         max(p.day) FILTER (WHERE p.day <= m.since) AS day_before, max(p.day) AS day
    FROM move m CROSS JOIN point p ON p.source = m.source AND p.repo = m.repo AND p.metric > 'score.' AND p.metric < 'score/'
   WHERE m.before IS NOT NULL AND m.after IS NOT NULL
   GROUP BY m.span, m.source, m.repo, p.metric
), component AS (
  SELECT p.*,
         (SELECT value FROM point a WHERE a.source = p.source AND a.repo = p.repo AND a.metric = p.metric AND a.day = p.day_before) AS before,
         (SELECT value FROM point b WHERE b.source = p.source AND b.repo = p.repo AND b.metric = p.metric AND b.day = p.day) AS after
    FROM part p
), moved AS (
  SELECT span, run, source, repo, 'score' AS metric, before, after FROM move
   UNION ALL
  SELECT span, run, source, repo, metric, before, after FROM component WHERE before IS NOT after
), divided AS (
  SELECT m.*, EXISTS (SELECT 1 FROM rule_run r WHERE r.run > m.run) AS by_other_rules,
         iif(EXISTS (SELECT 1 FROM rule_run r
                      WHERE r.run > m.run
                        AND NOT EXISTS (SELECT 1 FROM rescore x WHERE x.source = m.source AND x.repo = m.repo AND x.metric = 'score' AND x.run = r.run)), NULL,
             (SELECT iif(count(*) = count(x.after - x.before), round(total(x.after - x.before), 1), NULL) FROM rescore x
               WHERE x.source = m.source AND x.repo = m.repo AND x.metric = m.metric AND x.run > m.run)) AS by_rule
    FROM moved m
)
SELECT span, source, repo, iif(metric = 'score', '', substr(metric, 7)) AS component, before, after, by_rule,
       CASE WHEN NOT by_other_rules OR by_rule = 0 THEN 'fact'
            WHEN by_rule IS NULL OR round(after - before - by_rule, 1) = 0 THEN 'rule' ELSE 'both' END AS cause
  FROM divided;
