-- What customers ask, answered or not.
-- A list of objects: id, subject (or title), status and opened_at (or created_at); where they
-- are there also severity (or priority), customer, requester, assignee (or assignees), type,
-- project, body, labels, repository, first_response_at, updated_at, due_at, closed_at, url, and
-- zone (a row may be more secret than its source, never less; confidential means restricted).
--
-- group:  business
-- answer: array
-- pages:  link

-- ask
SELECT (SELECT '[' || replace(json_quote(trim(coalesce((SELECT value FROM setting WHERE key = 'tickets'), 'api/tickets'), '/')), '/', '","') || ']') AS path,
       'tickets' AS list;

-- A day without a time lasts until its end.
-- rows ticket complete
WITH severity (word, severity) AS (
  VALUES ('critical', 'critical'), ('urgent', 'critical'), ('p0', 'critical'), ('high', 'high'), ('p1', 'high'),
         ('medium', 'medium'), ('normal', 'medium'), ('p2', 'medium'), ('low', 'low'), ('minor', 'low'), ('p3', 'low'), ('info', 'info')
), state (word, state) AS (
  VALUES ('waiting', 'waiting'), ('pending', 'waiting'), ('hold', 'waiting'), ('on hold', 'waiting'), ('blocked', 'waiting'), ('snoozed', 'waiting'),
         ('closed', 'closed'), ('resolved', 'closed'), ('solved', 'closed'), ('done', 'closed'), ('completed', 'closed'), ('cancelled', 'closed'), ('canceled', 'closed'), ('rejected', 'closed')
), listed AS MATERIALIZED (
  SELECT value, coalesce(value ->> '$.severity', value ->> '$.priority') AS rating,
         coalesce(value ->> '$.status', value ->> '$.state') AS status, value ->> '$.due_at' AS due
    FROM json_each(:body)
)
SELECT value ->> '$.id' AS key,
       CASE WHEN value ->> '$.confidential' THEN 'restricted'
            WHEN value ->> '$.zone' IN ('public', 'internal', 'restricted') THEN value ->> '$.zone'
            WHEN value ->> '$.zone' IS NOT NULL THEN 'restricted' END AS zone,
       coalesce(value ->> '$.type', 'request') AS kind, value ->> '$.project' AS project, value ->> '$.repository' AS about,
       coalesce(value ->> '$.subject', value ->> '$.title') AS title, value ->> '$.body' AS body,
       iif(value ->> '$.closed_at' IS NOT NULL, 'closed', coalesce((SELECT state FROM state WHERE word = lower(status)), 'open')) AS state,
       status, (SELECT severity FROM severity WHERE word = lower(rating)) AS severity, rating,
       value ->> '$.customer' AS customer, value ->> '$.requester' AS requester,
       CASE json_type(value, '$.assignees') WHEN 'array' THEN (SELECT json_group_array(a.atom) FROM json_each(listed.value, '$.assignees') a WHERE a.type = 'text')
            ELSE CASE json_type(value, '$.assignee') WHEN 'text' THEN json_array(value ->> '$.assignee') WHEN 'null' THEN '[]' END END AS assignees,
       CASE json_type(value, '$.labels') WHEN 'array' THEN (SELECT json_group_array(l.atom) FROM json_each(listed.value, '$.labels') l WHERE l.type = 'text') END AS labels,
       strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(value ->> '$.opened_at', value ->> '$.created_at')) AS opened_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.first_response_at') AS responded_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', iif(length(due) = 10, due || 'T23:59:59Z', due)) AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.closed_at') AS closed_at,
       value ->> '$.url' AS url
  FROM listed;
