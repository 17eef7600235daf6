-- What is checked, why and with what result, and how scores are computed, each in the words
-- of the rule itself.
--
-- path: checks
-- title: Checks
-- types: since date, total number, more number, checks number, reference url, url url, documentation markdown

-- total
SELECT count(*) AS total, (SELECT count(*) FROM declaration WHERE kind = 'check') AS checks FROM finding;

-- checks
WITH found AS (
  SELECT rule, count(*) AS total FROM finding GROUP BY rule
)
SELECT d.name, d."group", d.severity, d.summary, d.documentation, d.remedy, d.reference,
       coalesce(f.total, 0) AS total, max(coalesce(f.total, 0) - 100, 0) AS more
  FROM declaration d LEFT JOIN found f ON f.rule = d.name
 WHERE d.kind = 'check'
 ORDER BY d."group", instr('critical high medium low info', d.severity), d.name;

-- checks.findings
SELECT f.severity, f.source, f.repo, f.number, f.message, f.evidence, s.demo,
       page.path AS page, i.title AS issue, i.url,
       t.since
  FROM finding f
  JOIN source s ON s.name = f.source
  LEFT JOIN finding_state t ON t.found_by = f.rule AND t.source = f.source AND t.key = f.key
  LEFT JOIN page ON page.source = f.source AND page.repo = f.repo
  LEFT JOIN issue i ON i.source = f.source AND i.repo = f.repo AND i.number = f.number
 WHERE f.rule = :name
 ORDER BY instr('critical high medium low info', f.severity), s.position, f.key
 LIMIT 100;

-- checks.settings
SELECT key, printf('%.10g', value) AS value, printf('%.10g', fallback) AS fallback, printf('%.10g', least) AS least, printf('%.10g', most) AS most, meaning, iif(value <> fallback, 1, NULL) AS is_set
  FROM rule_setting WHERE kind = 'check' AND rule = :name ORDER BY position;

-- passes.settings
SELECT key, printf('%.10g', value) AS value, printf('%.10g', fallback) AS fallback, printf('%.10g', least) AS least, printf('%.10g', most) AS most, meaning, iif(value <> fallback, 1, NULL) AS is_set
  FROM rule_setting WHERE kind = 'pass' AND rule = :name ORDER BY position;

-- passes
SELECT name, documentation FROM declaration WHERE kind = 'pass' ORDER BY name;

-- recommendations
SELECT d.name, d."group", d.documentation, d.reference, (SELECT count(*) FROM recommendation r WHERE r.rule = d.name) AS total
  FROM declaration d WHERE d.kind = 'recommendation' ORDER BY d.name;

-- recommendations.settings
SELECT key, printf('%.10g', value) AS value, printf('%.10g', fallback) AS fallback, printf('%.10g', least) AS least, printf('%.10g', most) AS most, meaning, iif(value <> fallback, 1, NULL) AS is_set
  FROM rule_setting WHERE kind = 'recommendation' AND rule = :name ORDER BY position;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
