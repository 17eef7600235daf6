-- Everything that the checks found wrong, as a table for other programs.
-- Ten thousand to a file: findings.csv, findings-2.csv and so on.
--
-- path: findings{suffix}
-- title: Findings
-- each: part
-- types: url url, since date, first_seen date

-- part
WITH RECURSIVE part (nth) AS (
  VALUES (1)
  UNION ALL
  SELECT nth + 1 FROM part WHERE nth * 10000 < (SELECT count(*) FROM finding)
)
SELECT iif(nth > 1, '-' || nth, '') AS suffix, (nth - 1) * 10000 AS first FROM part;

-- findings
SELECT f.severity, f.rule, d."group", f.source, s.demo, f.repo, f.number, i.title AS issue, i.url,
       f.message, f.evidence, d.remedy, page.path AS page,
       t.since, t.first_seen, t.state, t.tier
  FROM finding f
  JOIN source s ON s.name = f.source
  LEFT JOIN finding_state t ON t.found_by = f.rule AND t.source = f.source AND t.key = f.key
  LEFT JOIN page ON page.source = f.source AND page.repo = f.repo
  LEFT JOIN issue i ON i.source = f.source AND i.repo = f.repo AND i.number = f.number
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = f.rule
 ORDER BY instr('critical high medium low info', f.severity), s.position, f.key, f.rule
 LIMIT 10000 OFFSET :first;
