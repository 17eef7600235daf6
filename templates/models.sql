-- What published models say of every repository, beside its health, and what these models are.
-- The first words of its description are a model's name.
--
-- path: models
-- title: Models
-- types: documentation markdown, models number, more number, health number(1), demo number

-- total
SELECT count(*) AS models, (SELECT nullif(max(count(*) - 1000, 0), 0) FROM page) AS more FROM declaration WHERE kind = 'pass' AND name GLOB 'model-*';

-- models
SELECT name AS model, substr(summary, 1, instr(summary || ':', ':') - 1) AS name, documentation FROM declaration WHERE kind = 'pass' AND name GLOB 'model-*' ORDER BY name;

-- The 1,000 that changed last.
-- repos
WITH latest AS (
  SELECT p.source, p.repo FROM page p JOIN repo r ON r.source = p.source AND r.key = p.repo
   ORDER BY coalesce(r.last_commit_at, r.pushed_at, '') DESC, p.source, p.repo LIMIT 1000
)
SELECT p.source, p.repo, p.path AS page, s.demo, r.archived, r.fork, h.grade, h.score AS health
  FROM latest l
  JOIN page p ON p.source = l.source AND p.repo = l.repo
  JOIN source s ON s.name = p.source
  JOIN repo r ON r.source = p.source AND r.key = p.repo
  LEFT JOIN score h ON h.source = p.source AND h.repo = p.repo
 ORDER BY lower(p.repo), s.position;

-- A total where a model has one, else its parts in a row.
-- repos.cells
SELECT d.name AS model, m.grade AS level, m.reason,
       CASE WHEN m.score IS NOT NULL THEN printf(CASE m.maximum WHEN 1 THEN '%.5f' WHEN 10 THEN '%.1f' ELSE '%g' END, m.score)
            WHEN m.maximum IS NULL AND m.known > 0
            THEN (SELECT group_concat(coalesce(p.value ->> '$.level', p.value ->> '$.value', '?'), ', ') FROM json_each(m.parts) p)
            ELSE 'unknown' END AS total
  FROM declaration d LEFT JOIN model_score m ON m.source = :source AND m.repo = :repo AND m.rule = d.name
 WHERE d.kind = 'pass' AND d.name GLOB 'model-*' ORDER BY d.name;

-- What others' servers say of them.
-- opinions
SELECT c.judge, c.repo, p.path AS page, s.demo, c.grade AS level,
       iif(c.score IS NULL, 'none', printf('%g', round(c.score, 1))) AS given, iif(c.expected IS NULL, 'unknown', printf('%g', round(c.expected, 1))) AS expected, h.score AS health, c.reason
  FROM repo_comparison c JOIN page p ON p.source = c.source AND p.repo = c.repo JOIN source s ON s.name = c.source
  LEFT JOIN score h ON h.source = c.source AND h.repo = c.repo
 WHERE c.kind = 'health' ORDER BY lower(c.repo), s.position, c.judge LIMIT 1000;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
