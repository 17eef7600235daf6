-- Everything that the page "What changed" tells, as a table for other programs: a line for each
-- change and each of the three times ("run", "day", "week") that it is told of.
-- Ten thousand to a file: changes.csv, changes-2.csv and so on.
--
-- path: changes{suffix}
-- title: What changed
-- each: part
-- types: at date, since date

-- part
WITH RECURSIVE total AS MATERIALIZED (
  SELECT (SELECT count(*) FROM finding_change) + (SELECT count(*) FROM item_change) + (SELECT count(*) FROM score_change)
         + (SELECT count(*) FROM source_change) + (SELECT count(*) FROM cost_change)
         + (SELECT count(*) FROM domain_change) + (SELECT count(*) FROM number_change) AS rows
), part (nth) AS (
  VALUES (1)
  UNION ALL
  SELECT nth + 1 FROM part, total WHERE nth * 10000 < rows
)
SELECT iif(nth > 1, '-' || nth, '') AS suffix, (nth - 1) * 10000 AS first FROM part;

-- changes
WITH change AS (
  SELECT c.span, 'finding' AS kind, c.what, c.source, c.repo, c.number, c.found_by AS subject, c.severity_before AS before, c.severity AS after,
         c.cause, c.at, e.message AS detail
    FROM finding_change c JOIN finding_event e ON e.rule = c.found_by AND e.source = c.source AND e.key = c.key AND e.nth = c.nth
   UNION ALL
  SELECT span, 'source', what, source, NULL, NULL, declaration, NULL, scopes, NULL, loaded_at, reason FROM source_change
   UNION ALL
  SELECT span, iif(component = '', 'score', 'component'), CASE WHEN before IS NULL THEN 'known' WHEN after IS NULL THEN 'unknown' WHEN after > before THEN 'rose' ELSE 'fell' END,
         source, repo, NULL, component, before, after, iif(before IS NULL OR after IS NULL, NULL, cause), NULL, NULL FROM score_change
   UNION ALL
  SELECT c.span, c.kind, c.what, c.source, c.repo, c.number, coalesce(i.title, r.tag, iif(c.what = 'known', c.items || ' of them', NULL)), c.before, c.after, NULL, c.at, NULL
    FROM item_change c
    LEFT JOIN issue i ON i.source = c.source AND i.repo = c.repo AND i.number = c.number
    LEFT JOIN release r ON r.source = c.source AND r.repo = c.repo AND r.id = c.release
   UNION ALL
  SELECT span, 'cost', month, source, NULL, NULL, currency, before, after, NULL, NULL, NULL FROM cost_change
   UNION ALL
  SELECT span, kind, what, source, NULL, NULL, iif(what = 'known', items || ' of them', title), before, coalesce(after, severity), NULL, at, url FROM domain_change
   UNION ALL
  SELECT span, 'number', iif(after > before, 'rose', iif(after < before, 'fell', iif(after IS NULL, 'unknown', 'known'))), source, NULL, NULL, metric, CAST(before AS INTEGER), CAST(after AS INTEGER), NULL, NULL, NULL FROM number_change
)
SELECT c.*, s.at AS since, o.demo, page.path AS page
  FROM change c
  JOIN change_span s ON s.name = c.span
  JOIN source o ON o.name = c.source
  LEFT JOIN page ON page.source = c.source AND page.repo = c.repo
 ORDER BY instr('run day week', c.span), instr('finding source score component issue pull release repository incident job ticket idea budget number cost', c.kind), c.what, o.position, c.repo, c.number, c.subject, c.detail
 LIMIT 10000 OFFSET :first;
