-- What is worth doing next in the whole portfolio, with the facts, the effect and one next step.
--
-- path: recommendations
-- title: Recommendations
-- types: total number, with_effect number, repos number, more number, found number, effect number(1), effort number(2), url url

-- total
SELECT count(*) AS total, count(effect) AS with_effect, count(DISTINCT source || ' ' || repo) AS repos, max(count(*) - 200, 0) AS more FROM recommendation;

-- The most points for an hour first, then what gives none, by rule.
-- recommendations
WITH first AS MATERIALIZED (
  SELECT r.*, o.position, o.demo FROM recommendation r JOIN source o ON o.name = r.source
   ORDER BY r.effect / r.effort DESC NULLS LAST, r.rule, o.position, r.key LIMIT 200
)
SELECT f.rule, d."group", f.source, f.repo, f.title, f.evidence, f.action, f.url, f.effect, f.effort, f.reason, f.demo, page.path AS page
  FROM first f
  LEFT JOIN page ON page.source = f.source AND page.repo = f.repo
  LEFT JOIN declaration d ON d.kind = 'recommendation' AND d.name = f.rule
 ORDER BY f.effect / f.effort DESC NULLS LAST, f.rule, f.position, f.key;

-- What is found first.
-- kinds
SELECT d.name, d.summary, d."group", (SELECT count(*) FROM recommendation r WHERE r.rule = d.name) AS found
  FROM declaration d WHERE d.kind = 'recommendation' ORDER BY found = 0, d.name;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
