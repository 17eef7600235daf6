-- Everything that is recommended, as a table for other programs, in the order of the page.
-- Ten thousand to a file: recommendations.csv, recommendations-2.csv and so on.
--
-- path: recommendations{suffix}
-- title: Recommendations
-- each: part
-- types: url url

-- part
WITH RECURSIVE part (nth) AS (
  VALUES (1)
  UNION ALL
  SELECT nth + 1 FROM part WHERE nth * 10000 < (SELECT count(*) FROM recommendation)
)
SELECT iif(nth > 1, '-' || nth, '') AS suffix, (nth - 1) * 10000 AS first FROM part;

-- recommendations
SELECT r.rule, d."group", r.source, s.demo, r.repo, r.title, r.action, r.url, r.effect, r.effort, r.evidence, r.reason, page.path AS page
  FROM recommendation r
  JOIN source s ON s.name = r.source
  LEFT JOIN page ON page.source = r.source AND page.repo = r.repo
  LEFT JOIN declaration d ON d.kind = 'recommendation' AND d.name = r.rule
 ORDER BY r.effect / r.effort DESC NULLS LAST, r.rule, s.position, r.key
 LIMIT 10000 OFFSET :first;
