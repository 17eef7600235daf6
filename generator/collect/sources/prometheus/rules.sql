-- Alerts that fire, and alerting rules that cannot be evaluated: these would not fire either.
-- One that is pending has not lasted as long as its rule wants, and is not told.
--
-- items:  $.data.groups
-- answer: object
-- drop:   accepted
-- group:  homelab
-- rank:   10

-- ask
SELECT json_array('api', 'v1', 'rules') AS path, json_object('type', 'alert') AS query, 'infrastructure' AS kind
 WHERE NOT EXISTS (SELECT 1 FROM setting WHERE key = 'alerts' AND value = 'skip');

-- An alert is known by its labels alone.
-- rows incident complete(kind)
WITH level (word, severity, own) AS (
  SELECT lower(trim(substr(value, 1, instr(value, ':') - 1))), trim(substr(value, instr(value, ':') + 1)), position
    FROM setting
   WHERE key = 'severity' AND trim(substr(value, instr(value, ':') + 1)) IN ('critical', 'high', 'medium', 'low', 'info')
   UNION ALL
  VALUES ('critical', 'critical', 0), ('high', 'high', 0), ('medium', 'medium', 0), ('low', 'low', 0), ('info', 'info', 0),
         ('warning', 'medium', 0)
), rule AS MATERIALIZED (
  SELECT g.value ->> '$.name' AS "group", r.value AS rule
    FROM json_each(:body, '$.data.groups') g, json_each(g.value, '$.rules') r
), alert AS MATERIALIZED (
  SELECT rule ->> '$.name' AS name, a.value -> '$.labels' AS labels, a.value -> '$.annotations' AS notes,
         a.value ->> '$.activeAt' AS active_at,
         (SELECT l.atom FROM json_each(a.value, '$.labels') l
           WHERE l.key = coalesce((SELECT value FROM setting WHERE key = 'severity-label'), 'severity')) AS rating
    FROM rule, json_each(rule, '$.alerts') a
   WHERE a.value ->> '$.state' = 'firing'
), place AS (
  SELECT coalesce((SELECT value FROM setting WHERE key = 'url'), '') || '/alerts' AS url
)
SELECT named_uuid((SELECT json_group_object(key, atom) FROM (SELECT key, atom FROM json_each(labels) ORDER BY key))) AS key,
       :kind AS kind,
       (SELECT severity FROM level WHERE word = lower(rating) ORDER BY own DESC LIMIT 1) AS severity,
       substr(rating, 1, 64) AS rating,
       'open' AS state,
       substr(coalesce(notes ->> '$.summary', name || coalesce(' of ' || (labels ->> '$.instance'), '')), 1, 4096) AS title,
       substr(coalesce(notes ->> '$.description', notes ->> '$.message'), 1, 65536) AS body,
       substr(coalesce(labels ->> '$.instance', labels ->> '$.node', labels ->> '$.pod', labels ->> '$.service', labels ->> '$.job'), 1, 1024) AS component,
       substr(name, 1, 256) AS rule,
       iif(labels ->> '$.repo' LIKE '_%/_%', substr(labels ->> '$.repo', 1, 256), NULL) AS about,
       (SELECT json_group_array(key || '=' || atom) FROM (SELECT key, atom FROM json_each(labels) ORDER BY key)) AS labels,
       strftime('%Y-%m-%dT%H:%M:%SZ', active_at) AS started_at,
       coalesce(notes ->> '$.runbook_url', place.url) AS url
  FROM alert, place
 UNION ALL
SELECT named_uuid(json_array("group", rule ->> '$.name', rule ->> '$.query')), :kind, NULL, NULL, 'open',
       substr('The alert rule ' || (rule ->> '$.name') || ' cannot be evaluated', 1, 4096),
       substr(rule ->> '$.lastError', 1, 65536), substr("group", 1, 1024), substr(rule ->> '$.name', 1, 256), NULL, NULL, NULL, place.url
  FROM rule, place
 WHERE rule ->> '$.health' = 'err';
