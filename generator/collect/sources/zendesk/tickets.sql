-- Tickets in the order in which they changed: after the first time those that changed since. What
-- was deleted comes once more and is taken out of what is open.
--
-- pages:  next-url $.after_url $.end_of_stream
-- items:  $.tickets
-- answer: object
-- cursor: updated_at
-- group:  business
-- rank:   10

-- Zendesk refuses a beginning that is less than a minute ago.
-- ask
SELECT json_array('api', 'v2', 'incremental', 'tickets', 'cursor.json') AS path,
       json_object('start_time', CAST(strftime('%s', coalesce((SELECT cursor FROM scope WHERE declaration = 'zendesk/tickets' AND hash = :hash),
                                                              datetime('now', printf('-%d days', coalesce((SELECT value FROM setting WHERE key = 'days'), 90)))),
                                               '-2 minutes') AS INTEGER),
                   'per_page', 1000, 'include', 'users,metric_sets') AS query;

-- rows ticket window
WITH meaning (status, state) AS (
  VALUES ('new', 'open'), ('open', 'open'), ('pending', 'waiting'), ('hold', 'waiting'), ('solved', 'closed'), ('closed', 'closed'), ('deleted', 'closed')
), level (priority, severity) AS (
  VALUES ('urgent', 'critical'), ('high', 'high'), ('normal', 'medium'), ('low', 'low')
), person AS MATERIALIZED (
  SELECT value ->> '$.id' AS id, value ->> '$.name' AS name FROM json_each(:body, '$.users')
), metric AS MATERIALIZED (
  SELECT value ->> '$.ticket_id' AS ticket, value ->> '$.reply_time_in_minutes.calendar' AS minutes,
         value ->> '$.solved_at' AS solved_at FROM json_each(:body, '$.metric_sets')
), ticket AS MATERIALIZED (
  SELECT t.value AS value, m.minutes, m.solved_at
    FROM json_each(:body, '$.tickets') t LEFT JOIN metric m ON m.ticket = t.value ->> '$.id'
)
SELECT value ->> '$.id' AS key,
       substr(value ->> '$.type', 1, 64) AS kind,
       coalesce(nullif(value ->> '$.subject', ''), nullif(substr(value ->> '$.description', 1, 100), ''), 'without a subject') AS title,
       value ->> '$.description' AS body,
       coalesce((SELECT m.state FROM meaning m WHERE m.status = value ->> '$.status'), 'open') AS state,
       substr(value ->> '$.status', 1, 64) AS status,
       (SELECT severity FROM level WHERE priority = value ->> '$.priority') AS severity,
       substr(value ->> '$.priority', 1, 64) AS rating,
       (SELECT name FROM person WHERE id = value ->> '$.requester_id') AS requester,
       (SELECT json_group_array(name) FROM person WHERE id = value ->> '$.assignee_id') AS assignees,
       coalesce(value -> '$.tags', '[]') AS labels,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS opened_at,
       iif(minutes IS NULL, NULL, strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at', printf('+%d minutes', minutes))) AS responded_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.due_at') AS due_at,
       iif(value ->> '$.status' IN ('solved', 'closed', 'deleted'), strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(solved_at, value ->> '$.updated_at')), NULL) AS closed_at,
       (SELECT rtrim(value, '/') FROM setting WHERE key = 'url') || '/agent/tickets/' || (value ->> '$.id') AS url
  FROM ticket;
