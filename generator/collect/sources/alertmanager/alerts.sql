-- Every alert that has not ended. What is silenced, or inhibited by another one, says so and is
-- none that is open.
--
-- answer: array
-- drop:   accepted
-- group:  homelab
-- rank:   10

-- ask
SELECT json_array('api', 'v2', 'alerts') AS path, 'infrastructure' AS kind;

-- endsAt is when an alert is taken for gone unless it is told again, not when it ended; and
-- updatedAt when it was last told.
-- rows incident complete(kind)
WITH level (word, severity, own) AS (
  SELECT lower(trim(substr(value, 1, instr(value, ':') - 1))), trim(substr(value, instr(value, ':') + 1)), position
    FROM setting
   WHERE key = 'severity' AND trim(substr(value, instr(value, ':') + 1)) IN ('critical', 'high', 'medium', 'low', 'info')
   UNION ALL
  VALUES ('critical', 'critical', 0), ('high', 'high', 0), ('medium', 'medium', 0), ('low', 'low', 0), ('info', 'info', 0),
         ('warning', 'medium', 0)
), status (state, meaning) AS (
  VALUES ('active', 'open'), ('unprocessed', 'open'), ('suppressed', 'silenced')
), alert AS MATERIALIZED (
  SELECT e.value ->> '$.fingerprint' AS fingerprint, e.value -> '$.labels' AS labels, e.value -> '$.annotations' AS notes,
         e.value ->> '$.status.state' AS state, e.value ->> '$.startsAt' AS starts_at, e.value ->> '$.generatorURL' AS address,
         json_array_length(e.value, '$.status.silencedBy') AS silences,
         e.value ->> '$.status.inhibitedBy[0]' AS inhibitor,
         (SELECT l.atom FROM json_each(e.value, '$.labels') l
           WHERE l.key = coalesce((SELECT value FROM setting WHERE key = 'severity-label'), 'severity')) AS rating
    FROM json_each(:body) e
)
SELECT fingerprint AS key, :kind AS kind,
       (SELECT severity FROM level WHERE word = lower(rating) ORDER BY own DESC LIMIT 1) AS severity,
       substr(rating, 1, 64) AS rating,
       coalesce((SELECT meaning FROM status s WHERE s.state = a.state), 'open') AS state,
       substr(coalesce(notes ->> '$.summary', (labels ->> '$.alertname') || coalesce(' of ' || (labels ->> '$.instance'), '')), 1, 4096) AS title,
       nullif(trim(CASE WHEN silences > 0 THEN 'Silenced.'
                        WHEN inhibitor IS NOT NULL
                        THEN printf('Inhibited by %s.', coalesce((SELECT i.labels ->> '$.alertname' FROM alert i WHERE i.fingerprint = a.inhibitor), 'another alert'))
                        ELSE '' END || ' ' || substr(coalesce(notes ->> '$.description', notes ->> '$.message', ''), 1, 65000)), '') AS body,
       substr(coalesce(labels ->> '$.instance', labels ->> '$.node', labels ->> '$.pod', labels ->> '$.service', labels ->> '$.job'), 1, 1024) AS component,
       substr(labels ->> '$.alertname', 1, 256) AS rule,
       iif(labels ->> '$.repo' LIKE '_%/_%', substr(labels ->> '$.repo', 1, 256), NULL) AS about,
       (SELECT json_group_array(key || '=' || atom) FROM (SELECT key, atom FROM json_each(labels) ORDER BY key)) AS labels,
       strftime('%Y-%m-%dT%H:%M:%SZ', starts_at) AS started_at,
       coalesce(notes ->> '$.runbook_url', nullif(address, ''), (SELECT value FROM setting WHERE key = 'url')) AS url
  FROM alert a;
