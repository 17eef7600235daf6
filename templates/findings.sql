-- What is found now and how far it was escalated, what is waived, and what was resolved last.
--
-- path: findings
-- title: Findings
-- types: since date, first_seen date, resolved_on date, last_seen date, until date, total number, new number, reopened number, tier_2 number, tier_3 number, waived_total number, more number, more_waived number, url url

-- total
SELECT (SELECT count(*) FROM finding) AS total, (SELECT count(*) FROM waived_finding) AS waived_total,
       max((SELECT count(*) FROM finding) - 500, 0) AS more, max((SELECT count(*) FROM waived_finding) - 500, 0) AS more_waived;

-- severities
WITH severity (place, name) AS (
  VALUES (1, 'critical'), (2, 'high'), (3, 'medium'), (4, 'low'), (5, 'info')
)
SELECT v.name AS severity, count(f.rule) AS total, total(s.state = 'new') AS new, total(s.state = 'reopened') AS reopened,
       total(s.tier = 2) AS tier_2, total(s.tier = 3) AS tier_3,
       (SELECT count(*) FROM waived_finding w WHERE w.severity = v.name) AS waived_total
  FROM severity v
  LEFT JOIN finding f ON f.severity = v.name
  LEFT JOIN finding_state s ON s.found_by = f.rule AND s.source = f.source AND s.key = f.key
 GROUP BY v.place ORDER BY v.place;

-- Which come first is found before anything else is looked up of them.
-- findings
WITH first AS MATERIALIZED (
  SELECT f.rule, f.source, f.key, s.state, s.tier, s.since, s.first_seen, s.reason, o.demo, o.position
    FROM finding f JOIN source o ON o.name = f.source
    LEFT JOIN finding_state s ON s.found_by = f.rule AND s.source = f.source AND s.key = f.key
   ORDER BY s.tier DESC, instr('critical high medium low info', f.severity), o.position, f.key, f.rule
   LIMIT 500
)
SELECT f.rule, f.severity, f.message, f.evidence, f.source, f.repo, f.number, i.title AS issue, i.url, page.path AS page, d.remedy,
       t.demo, nullif(t.state, 'open') AS state, t.tier, t.since, nullif(t.first_seen, t.since) AS first_seen, t.reason
  FROM first t
  JOIN finding f ON f.rule = t.rule AND f.source = t.source AND f.key = t.key
  LEFT JOIN page ON page.source = f.source AND page.repo = f.repo
  LEFT JOIN issue i ON i.source = f.source AND i.repo = f.repo AND i.number = f.number
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = f.rule
 ORDER BY t.tier DESC, instr('critical high medium low info', f.severity), t.position, f.key, f.rule;

-- waived
SELECT w.found_by AS rule, w.severity, w.message, w.evidence, w.source, w.repo, w.number, w.waiver, w.who, w.why, w.until,
       i.title AS issue, i.url, page.path AS page, o.demo
  FROM waived_finding w
  JOIN source o ON o.name = w.source
  LEFT JOIN page ON page.source = w.source AND page.repo = w.repo
  LEFT JOIN issue i ON i.source = w.source AND i.repo = w.repo AND i.number = w.number
 ORDER BY w.until, instr('critical high medium low info', w.severity), o.position, w.key, w.found_by
 LIMIT 500;

-- The last that went, as far as they did not come back since; last seen was each in the run before.
-- resolved
WITH last AS (
  SELECT rule, source, key, state, severity, repo, number, message, cause, at, run, max(nth) AS nth
    FROM finding_event GROUP BY rule, source, key
)
SELECT l.rule, l.severity, l.message, l.source, l.repo, l.number, i.title AS issue, i.url, page.path AS page, o.demo,
       iif(l.cause = 'rule', 'the check changed', 'the facts changed') AS cause, l.at AS resolved_on,
       (SELECT e.at FROM finding_event e WHERE e.rule = l.rule AND e.source = l.source AND e.key = l.key AND e.nth = 1) AS first_seen,
       (SELECT started_at FROM run r WHERE r.id = (SELECT max(id) FROM run WHERE id < l.run)) AS last_seen
  FROM last l
  JOIN source o ON o.name = l.source
  LEFT JOIN page ON page.source = l.source AND page.repo = l.repo
  LEFT JOIN issue i ON i.source = l.source AND i.repo = l.repo AND i.number = l.number
 WHERE l.state = 'resolved'
   AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.rule = l.rule AND f.source = l.source AND f.key = l.key)
   AND NOT EXISTS (SELECT 1 FROM waived_finding w WHERE w.found_by = l.rule AND w.source = l.source AND w.key = l.key)
 ORDER BY l.at DESC, instr('critical high medium low info', l.severity), o.position, l.key, l.rule
 LIMIT 50;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
