-- What a figure comes from, line by line: how deep it is indented, and the text. :id is
-- whatever a person wrote; a statement that knows nothing of that name gives no line.
-- Each is asked through an edition's views.

-- portfolio
WITH wanted AS (SELECT * FROM portfolio WHERE :id = 'portfolio')
SELECT 0 AS depth, printf('The portfolio''s %s is %s, grade %s.', metric, iif(score IS NULL, 'unknown', printf('%.4g of 100', score)), coalesce(grade, 'unknown')) AS text FROM wanted
UNION ALL
SELECT 1, reason FROM wanted
UNION ALL
SELECT 1, printf('Repositories counted: %d. Left out because they are archived, forks or too little is known: %d.', repos, left_out) FROM wanted
UNION ALL
SELECT 1, printf('Rule %s, version %s: %s', name, substr(hash, 1, 12), summary) FROM declaration WHERE kind = 'pass' AND name = 'grade' AND EXISTS (SELECT 1 FROM wanted);

-- repository
WITH wanted AS (SELECT source, key AS repo FROM repo WHERE key = :id),
line (source, place, depth, text) AS (
  SELECT w.source, 1, 0,
         printf('%s, from the source %s: health %s, grade %s.', w.repo, w.source, iif(s.score IS NULL, 'unknown', printf('%.4g of 100', s.score)), coalesce(s.grade, 'unknown'))
    FROM wanted w LEFT JOIN score s ON s.source = w.source AND s.repo = w.repo
  UNION ALL
  SELECT w.source, 2, 1, s.reason FROM wanted w JOIN score s ON s.source = w.source AND s.repo = w.repo
  UNION ALL
  SELECT source, 3, depth, text FROM (
    SELECT p.source, 1 AS depth, printf('%s, %s of %g: %s', p.component, iif(p.points IS NULL, 'not known', printf('%g', p.points)), p.maximum, p.reason)
             || coalesce(' ' || p.remedy, '') AS text
      FROM wanted w JOIN score_part p ON p.source = w.source AND p.repo = w.repo
     ORDER BY p.source, p.rule, p.maximum DESC, p.component)
  UNION ALL
  SELECT source, 4, depth, text FROM (
    SELECT r.source, 1 AS depth, printf('Step %d on the way to grade %s: %s %s', r.nth, r.target, r.remedy, r.reason) AS text
      FROM wanted w JOIN remedy_step r ON r.source = w.source AND r.repo = w.repo
     ORDER BY r.source, r.nth)
  UNION ALL
  SELECT source, 5, depth, text FROM (
    SELECT m.source, 1 AS depth,
           printf('%s%s%s: %s', m.rule, iif(m.score IS NULL, '', printf(', %.4g', m.score) || iif(m.maximum IS NULL, '', printf(' of %g', m.maximum))),
                  coalesce(', ' || m.grade, ''), m.reason) AS text
      FROM wanted w JOIN model_score m ON m.source = w.source AND m.repo = w.repo
     ORDER BY m.source, m.rule)
  UNION ALL
  SELECT w.source, 5.1, 1, 'Dependants: ' || n.reason FROM wanted w JOIN dependant_count n ON n.source = w.source AND n.repo = w.repo
  UNION ALL
  SELECT source, 5.2, 1, text FROM (
    SELECT w.source, printf('%s %s by %s %s: %s', iif(l.direction = 'used', 'Used by', 'Uses'), l.other_repo, l.kind, l.via, l.reason) AS text
      FROM wanted w JOIN dependency_link l ON l.source = w.source AND l.repo = w.repo
     ORDER BY w.source, l.direction DESC, l.other_repo, l.other_source, l.kind, l.via LIMIT 100)
  UNION ALL
  SELECT w.source, 5.3, 1, printf('In a circle: %s. %s', c.name, c.reason)
    FROM wanted w JOIN dependency_cycle c ON EXISTS (SELECT 1 FROM json_each(c.members) m WHERE m.value ->> '$.source' = w.source AND m.value ->> '$.repo' = w.repo)
  UNION ALL
  SELECT source, 5.4, 1, text FROM (
    SELECT w.source, printf('Much of the same as %s, %.2f: %s', iif(c.repo = w.repo, c.other_repo, c.repo), c.score, c.reason) AS text
      FROM wanted w JOIN consolidation c ON (c.source, c.repo) = (w.source, w.repo) OR (c.other_source, c.other_repo) = (w.source, w.repo)
     ORDER BY w.source, c.score DESC, text LIMIT 20)
  UNION ALL
  SELECT source, 5.5, 1, text FROM (
    SELECT w.source, printf('Seen by %s, %s%s: %s', c.judge, c.kind, iif(c.score IS NULL, '', printf(' %g', c.score)), c.reason) AS text
      FROM wanted w JOIN repo_comparison c ON c.source = w.source AND c.repo = w.repo ORDER BY w.source, c.judge, c.kind)
  UNION ALL
  SELECT w.source, 6, 1, printf('Rule %s, version %s: %s', d.name, substr(d.hash, 1, 12), d.summary)
    FROM wanted w JOIN declaration d ON d.kind = 'pass'
     AND (d.name IN ('grade', 'remedy')
          OR (d.name = 'dependencies' AND EXISTS (SELECT 1 FROM dependant_count n WHERE n.source = w.source AND n.repo = w.repo))
          OR (d.name = 'consolidation' AND EXISTS (SELECT 1 FROM consolidation c WHERE (c.source, c.repo) = (w.source, w.repo) OR (c.other_source, c.other_repo) = (w.source, w.repo)))
          OR (d.name = 'opinions' AND EXISTS (SELECT 1 FROM repo_comparison c WHERE c.source = w.source AND c.repo = w.repo))
          OR d.name IN (SELECT rule FROM score_part p WHERE p.source = w.source AND p.repo = w.repo)
          OR d.name IN (SELECT rule FROM model_score m WHERE m.source = w.source AND m.repo = w.repo))
  UNION ALL
  SELECT w.source, 7 + (c.outcome NOT IN ('ok', 'unchanged')), 1,
         printf('%s%s: %s.', CASE c.outcome WHEN 'ok' THEN 'Read' WHEN 'unchanged' THEN 'Read, as before' WHEN 'absent' THEN 'Nothing there' WHEN 'forbidden' THEN 'Not permitted'
                                            WHEN 'failed' THEN 'Failed' WHEN 'held' THEN 'Held back' ELSE 'Not reached' END,
                coalesce(' (' || c.reason || ')', ''), group_concat(c.declaration || coalesce(' as of ' || c.loaded_at, ''), ', '))
    FROM wanted w JOIN (SELECT * FROM scope WHERE repo = :id ORDER BY declaration) c ON c.source = w.source
   GROUP BY w.source, c.outcome, c.reason
)
SELECT depth, text FROM line ORDER BY source, place;

-- Whatever is in the one order: :id is an item's key.
-- item
WITH wanted AS (
  SELECT t.*, p.points, p.urgency, p.rank, p.reason, p.parts
    FROM item t JOIN priority p ON p.kind = t.kind AND p.source = t.source AND p.key = t.key
   WHERE t.key = :id
), part AS (
  SELECT w.kind, w.source, e.key AS place, e.value ->> 'component' AS component, e.value ->> 'points' AS points,
         e.value ->> 'reason' AS reason, coalesce(e.value ->> 'rule', 'priority') AS rule
    FROM wanted w, json_each(w.parts) e
), used AS (
  SELECT DISTINCT kind, source, rule FROM part
  UNION
  SELECT kind, source, rule FROM wanted
  UNION
  SELECT kind, source, 'label-meaning' FROM wanted WHERE labels IS NOT NULL
  UNION
  SELECT w.kind, w.source, 'context' FROM wanted w JOIN context c ON c.kind = w.kind AND c.source = w.source AND c.key = w.key
  UNION
  SELECT w.kind, w.source, 'episode' FROM wanted w JOIN episode e ON e.kind = w.kind AND e.source = w.source AND e.key = w.key
), line (kind, source, place, depth, text) AS (
  SELECT kind, source, 1, 0,
         printf('%s, from the source %s: %g points, urgency %s, rank %d.', iif(kind IN ('issue', 'pull', 'finding'), key, kind || ' ' || key), source, points, urgency, rank)
    FROM wanted
  UNION ALL
  SELECT kind, source, 2, 1, title FROM wanted
  UNION ALL
  SELECT kind, source, 3, 1, reason FROM wanted
  UNION ALL
  SELECT kind, source, 4, depth, text FROM (
    SELECT kind, source, 1 AS depth, printf('%s, %+g: %s', component, points, reason) || ' (rule ' || rule || ')' AS text
      FROM part ORDER BY kind, source, place)
  UNION ALL
  SELECT kind, source, 6.5, depth, text FROM (
    SELECT c.kind, c.source, 1 AS depth,
           printf('Earlier%s: %s (%s%s); relevance %.2f, score %.1f: shares %s (rule context)', coalesce(', ' || c.day, ''), c.title, iif(c.memory_kind = 'desk', 'former desk', c.memory_kind), coalesce(', ' || c.status, ''),
                  c.relevance, c.score, c.words) AS text
      FROM wanted w JOIN context c ON c.kind = w.kind AND c.source = w.source AND c.key = w.key ORDER BY c.kind, c.source, c.place)
  UNION ALL
  SELECT kind, source, 6.6, depth, text FROM (
    SELECT e.kind, e.source, 1 AS depth,
           CASE e.what WHEN 'listed' THEN printf('On the desk %s; highest at rank %d, on %s: %s (rule episode)',
                                                 iif(e.until IS NULL, 'since ' || e.since, 'from ' || e.since || ' to ' || e.until), e.rank, e.day, e.reason)
                ELSE printf('Resolved%s, open again on %s (rule episode)', coalesce(' on ' || e.since, ''), e.until) END AS text
      FROM wanted w JOIN episode e ON e.kind = w.kind AND e.source = w.source AND e.key = w.key ORDER BY e.kind, e.source, e.place)
  UNION ALL
  SELECT kind, source, 5, 1,
         printf('Facts: %s%s, opened %s%s%s%s%s', kind, coalesce(', severity ' || severity, ''), coalesce(opened_at, 'at a time that is not known'),
                coalesce(', last touched ' || touched_at, ''), coalesce(', due ' || due_on, ''), coalesce(', labels ' || labels, ''), coalesce(', assigned to ' || assignees, ''))
    FROM wanted
  UNION ALL
  SELECT kind, source, 6, depth, text FROM (
    SELECT w.kind, w.source, 1 AS depth,
           printf('Of the alert: rated %s, likelihood of exploit %s, %s, %s', coalesce(a.severity, 'by nobody'), iif(a.likelihood IS NULL, 'not known', printf('%.3f', a.likelihood)),
                  coalesce('fixed in ' || a.fixed_in, 'no fix known'), coalesce('needed for ' || a.scope, 'what needs it is not known')) AS text
      FROM wanted w JOIN alert a ON w.kind = 'alert' AND a.source = w.source AND a.repo = w.repo AND a.kind || ':' || a.repo || '#' || a.number = w.key)
  UNION ALL
  SELECT w.kind, w.source, 6, 1,
         printf('Of the ticket: %s%s, asked at %s, %s', coalesce('from ' || t.customer || ', ', ''), coalesce(t.status, t.state), t.opened_at,
                coalesce('first answered at ' || t.responded_at, 'not answered yet'))
    FROM wanted w JOIN ticket t ON w.kind = 'ticket' AND t.source = w.source AND t.key = w.key
  UNION ALL
  SELECT w.kind, w.source, 6, 1,
         printf('Of the incident: rated %s, of %s%s', coalesce(i.rating, 'by nobody'), coalesce(i.component, 'what is not told'), coalesce(', by the rule ' || i.rule, ''))
    FROM wanted w JOIN incident i ON w.kind = 'incident' AND i.source = w.source AND i.key = w.key
  UNION ALL
  SELECT w.kind, w.source, 6, 1,
         printf('Of the job: last run %s%s, last well %s, next %s', coalesce(j.status, j.state), coalesce(' at ' || j.ended_at, ''),
                coalesce('at ' || j.succeeded_at, 'at a time that is not known'), coalesce('at ' || j.due_at, 'not known'))
    FROM wanted w JOIN job j ON w.kind = 'job' AND j.source = w.source AND j.key = w.key
  UNION ALL
  SELECT kind, source, 7, depth, text FROM (
    SELECT u.kind, u.source, 1 AS depth, printf('Rule %s, version %s: %s', d.name, substr(d.hash, 1, 12), d.summary)
             || coalesce(' With ' || (SELECT group_concat(text, ', ') FROM (SELECT printf('%s = %g', g.key, g.value) || iif(g.value <> g.fallback, printf(' (usually %g)', g.fallback), '') AS text
                                                                               FROM rule_setting g WHERE g.kind = 'pass' AND g.rule = d.name ORDER BY g.position)) || '.', '') AS text
      FROM used u JOIN declaration d ON d.kind = 'pass' AND d.name = u.rule
     ORDER BY u.kind, u.source, d.name <> 'priority', d.name)
)
SELECT depth, text FROM line ORDER BY source, kind, place;

-- An issue or pull request that is in no order.
-- issue
WITH wanted AS (
  SELECT i.* FROM issue i
   WHERE i.repo = substr(:id, 1, instr(:id, '#') - 1) AND i.number = CAST(substr(:id, instr(:id, '#') + 1) AS INTEGER)
     AND :id = i.repo || '#' || i.number
     AND NOT EXISTS (SELECT 1 FROM priority p WHERE p.source = i.source AND p.repo = i.repo AND p.number = i.number)
)
SELECT depth, text FROM (
  SELECT source, 1 AS place, 0 AS depth, printf('%s#%d, from the source %s: not ranked%s.', repo, number, source, iif(state = 'open', '', ': it is ' || state)) AS text FROM wanted
  UNION ALL
  SELECT source, 2, 1, title FROM wanted
  UNION ALL
  SELECT source, 3, 1, printf('Facts: %s, %s, opened %s, last touched %s%s, labels %s', kind, state, created_at, updated_at, coalesce(', due ' || due_on, ''), labels)
    FROM wanted)
 ORDER BY source, place;

-- What is not code and in no order.
-- domain
WITH wanted AS (
  SELECT 'ticket' AS kind, source, key, title, coalesce(status, state) AS state, severity, opened_at AS begun, closed_at AS ended FROM ticket WHERE key = :id
  UNION ALL
  SELECT 'incident', source, key, title, state, severity, started_at, resolved_at FROM incident WHERE key = :id
  UNION ALL
  SELECT 'target', source, key, name || coalesce(': ' || detail, ''), state, NULL, since, NULL FROM target WHERE key = :id
  UNION ALL
  SELECT 'job', source, key, name || coalesce(': ' || detail, ''), iif(enabled IS 0, 'paused, ', '') || state, NULL, started_at, ended_at FROM job WHERE key = :id
  UNION ALL
  SELECT 'idea', source, key, title, state, NULL, created_at, NULL FROM idea WHERE key = :id
), unranked AS (
  SELECT * FROM wanted w WHERE NOT EXISTS (SELECT 1 FROM priority p WHERE p.kind = w.kind AND p.source = w.source AND p.key = w.key)
)
SELECT depth, text FROM (
  SELECT source, kind, 1 AS place, 0 AS depth, printf('%s %s, from the source %s: not ranked, as it is %s.', replace(kind, 'target', 'watched'), key, source, state) AS text FROM unranked
  UNION ALL
  SELECT source, kind, 2, 1, title FROM unranked
  UNION ALL
  SELECT source, kind, 3, 1, printf('Facts: begun %s%s%s', coalesce(begun, 'at a time that is not known'), coalesce(', ended ' || ended, ''), coalesce(', severity ' || severity, '')) FROM unranked
  UNION ALL
  SELECT u.source, u.kind, 4, 1, printf('Rule %s, version %s: %s', d.name, substr(d.hash, 1, 12), d.summary)
    FROM unranked u JOIN declaration d ON d.kind = 'pass' AND d.name = 'item-' || u.kind)
 ORDER BY source, kind, place;

-- budget
WITH wanted AS (
  SELECT s.*, b.filters FROM budget_state s JOIN budget b ON b.name = s.budget WHERE :id = 'budget:' || s.budget
)
SELECT depth, text FROM (
  SELECT 1 AS place, 0 AS depth, printf('Budget %s, %s: %s.', budget, month, reason) AS text FROM wanted
  UNION ALL
  SELECT 2, 1, 'Counts what is of ' || coalesce((SELECT group_concat(value ->> 0 || ' ' || (value ->> 1), ', ') FROM json_each(nullif(filters, '[]'))), 'anything') || '.' FROM wanted
  UNION ALL
  SELECT 3, 1, text FROM (
    SELECT printf('From the source %s: %s %s in %d records, %s to %s.', d.source, money_text(sum(d.cost)), w.currency, sum(d.records), min(d.day), max(d.day)) AS text
      FROM wanted w JOIN budget_day d ON d.budget = w.budget AND substr(d.day, 1, 7) = w.month GROUP BY d.source ORDER BY d.source)
  UNION ALL
  SELECT 4, 1, printf('Forecast by %s: off by %s on average, in %d trials of the past.', method, money_text((error + 5000) / 10000 * 10000), tests) FROM wanted WHERE forecast IS NOT NULL
  UNION ALL
  SELECT 5, 1, printf('Rule %s, version %s: %s', d.name, substr(d.hash, 1, 12), d.summary)
    FROM declaration d WHERE d.kind = 'pass' AND d.name IN ('budget-spent', 'charge', 'tariff') AND EXISTS (SELECT 1 FROM wanted))
 ORDER BY place, text;

-- A number of many days: :id is its metric, and after a colon what it is of: a repository, a
-- source, or nothing for all that the edition shows.
-- series
WITH wanted AS (
  SELECT * FROM series WHERE :id = metric || coalesce(':' || coalesce(repo, source), '')
), line (key, place, text) AS (
  SELECT key, 2, 'Unusual on ' || day || ': ' || reason FROM anomaly WHERE (key, metric) IN (SELECT key, metric FROM wanted)
  UNION ALL
  SELECT key, 3, iif(kind = 'step', 'Another one since ', 'Rises or falls since ') || since || ': ' || reason FROM trend WHERE (key, metric) IN (SELECT key, metric FROM wanted)
  UNION ALL
  SELECT key, 4, printf('Forecast for %s: %.4g, from %.4g to %.4g: %s', day, value, low, high, reason) FROM forecast WHERE (key, metric) IN (SELECT key, metric FROM wanted)
)
SELECT depth, text FROM (
  SELECT key, 1 AS place, 0 AS depth, printf('%s of %s: %s.', name, coalesce(repo, 'the source ' || source, 'all that is shown'),
         iif(numbers ->> '$[#-1]' IS NULL, 'not known', printf('%.6g', numbers ->> '$[#-1]')) || ' on ' || day) AS text FROM wanted
  UNION ALL
  SELECT key, place, 1, text FROM line
  UNION ALL
  SELECT key, 5, 1, 'Nothing is said of it: it is not unusual, neither rises nor falls, and cannot be forecast.' FROM wanted WHERE key NOT IN (SELECT key FROM line)
  UNION ALL
  SELECT key, 6, 1, printf('Known on %d days up to %s: the last are %s.', points, day,
         (SELECT group_concat(iif(value IS NULL, 'unknown', printf('%.6g', value)), ', ') FROM (SELECT value FROM json_each(w.numbers) WHERE key >= json_array_length(w.numbers) - 14))) FROM wanted w
  UNION ALL
  SELECT w.key, 7, 1, printf('Rule %s, version %s: %s', d.name, substr(d.hash, 1, 12), d.summary) FROM wanted w JOIN declaration d ON d.kind = 'pass' AND d.name = 'trends')
 ORDER BY key, place, text;

-- finding
WITH wanted AS (
  SELECT rule, source, key, severity, message, evidence FROM finding WHERE :id = rule || ':' || key
  UNION ALL
  SELECT found_by, source, key, severity, message, evidence FROM waived_finding WHERE :id = found_by || ':' || key
), line (source, place, depth, text) AS (
  SELECT source, 1, 0, printf('%s:%s, from the source %s: %s. %s', rule, key, source, severity, message) FROM wanted
  UNION ALL
  SELECT source, 2, 1, 'Evidence: ' || evidence FROM wanted
  UNION ALL
  SELECT w.source, 3, 1, printf('Waived by %s until %s: %s', v.who, v.until, v.why)
    FROM wanted w JOIN waived_finding v ON v.found_by = w.rule AND v.source = w.source AND v.key = w.key
  UNION ALL
  SELECT w.source, 4, 1, printf('Tier %d: %s', t.tier, t.reason)
    FROM wanted w JOIN finding_state t ON t.found_by = w.rule AND t.source = w.source AND t.key = w.key
  UNION ALL
  SELECT source, 5, depth, text FROM (
    SELECT w.source, 1 AS depth,
           printf('%s on %s, %s%s.', iif(e.state = 'open', iif(e.severity_before IS NULL, 'Found', 'Of another severity'), 'Resolved'),
                  e.at, e.severity, iif(e.cause = 'rule', ', because the rule changed', '')) AS text
      FROM wanted w JOIN finding_event e ON e.rule = w.rule AND e.source = w.source AND e.key = w.key
     ORDER BY w.source, e.nth)
  UNION ALL
  SELECT w.source, 6, 1, printf('Rule %s, version %s: %s', d.name, substr(d.hash, 1, 12), d.summary) || coalesce(' ' || d.remedy, '') || coalesce(' See ' || d.reference, '')
    FROM wanted w JOIN declaration d ON d.kind = 'check' AND d.name = w.rule
  UNION ALL
  SELECT source, 7, depth, text FROM (
    SELECT w.source, 1 AS depth,
           printf('With %s = %g (%s%s)', g.key, g.value, g.meaning, iif(g.value <> g.fallback, printf('; usually %g', g.fallback), '')) AS text
      FROM wanted w JOIN rule_setting g ON g.kind = 'check' AND g.rule = w.rule
     ORDER BY w.source, g.position)
)
SELECT depth, text FROM line ORDER BY source, place;

-- recommendation
WITH wanted AS (
  SELECT * FROM recommendation WHERE :id = rule || ':' || key
), line (source, place, depth, text) AS (
  SELECT source, 1, 0, printf('%s:%s, from the source %s: %s', rule, key, source, title) FROM wanted
  UNION ALL
  SELECT source, 2, 1, 'Evidence: ' || evidence FROM wanted
  UNION ALL
  SELECT source, 3, 1, iif(effect IS NULL, 'No effect on the score is promised', printf('Effect on the score: +%.1f', effect)) || printf(', for about %g h. %s', effort, reason) FROM wanted
  UNION ALL
  SELECT source, 4, 1, 'Next step: ' || action || coalesce(' ' || url, '') FROM wanted
  UNION ALL
  SELECT w.source, 5, 1, printf('The score: %s', s.reason) FROM wanted w JOIN score s ON s.source = w.source AND s.repo = w.repo WHERE w.effect IS NOT NULL
  UNION ALL
  SELECT w.source, 6, 1, printf('Rule %s, version %s: %s', d.name, substr(d.hash, 1, 12), d.summary) || coalesce(' See ' || d.reference, '')
    FROM wanted w JOIN declaration d ON d.kind IN ('recommendation', 'pass') AND d.name = w.rule
  UNION ALL
  SELECT source, 7, depth, text FROM (
    SELECT w.source, 1 AS depth,
           printf('With %s = %g (%s%s)', g.key, g.value, g.meaning, iif(g.value <> g.fallback, printf('; usually %g', g.fallback), '')) AS text
      FROM wanted w JOIN rule_setting g ON g.kind IN ('recommendation', 'pass') AND g.rule = w.rule
     ORDER BY w.source, g.position)
)
SELECT depth, text FROM line ORDER BY source, place;

-- rule
WITH wanted AS (SELECT * FROM declaration WHERE name = :id AND kind IN ('pass', 'check', 'recommendation'))
SELECT 0 AS depth, printf('%s, a %s, version %s.', name, kind, substr(hash, 1, 12)) AS text FROM wanted
UNION ALL
SELECT 1, documentation FROM wanted
UNION ALL
SELECT 1, printf('Severity %s, group %s.', severity, "group") FROM wanted WHERE kind = 'check'
UNION ALL
SELECT 1, remedy FROM wanted WHERE remedy IS NOT NULL
UNION ALL
SELECT 1, 'See ' || reference FROM wanted WHERE reference IS NOT NULL
UNION ALL
SELECT 1, printf('Findings now: %d.', (SELECT count(*) FROM finding WHERE rule = :id)) FROM wanted WHERE kind = 'check'
UNION ALL
SELECT 1, printf('Recommended now: %d.', (SELECT count(*) FROM recommendation WHERE rule = :id)) FROM wanted WHERE kind = 'recommendation'
UNION ALL
SELECT 1, text FROM (
  SELECT printf('With %s = %g (%s%s)', g.key, g.value, g.meaning, iif(g.value <> g.fallback, printf('; usually %g', g.fallback), '')) AS text
    FROM wanted w JOIN rule_setting g ON g.kind = w.kind AND g.rule = w.name ORDER BY g.kind, g.position);
