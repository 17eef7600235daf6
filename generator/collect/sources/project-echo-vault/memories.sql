-- Conversations, decisions, notes and reports. Each has a "summary" or a "title", and may have
-- "date", "type" (decision, conversation, report, else it is a note), "text", "status", "url",
-- "repo" ("owner/name") and an "id"; without one it is known by its words.
--
-- group:  memory
-- answer: array
-- pages:  link
-- rank:   50

-- ask
SELECT value AS path, value AS store FROM setting WHERE key = 'path' ORDER BY position;

-- What is no date is refused, with the reason.
-- rows memory complete(store)
WITH item AS (
  SELECT value ->> '$.id' AS id, lower(value ->> '$.type') AS kind, value ->> '$.title' AS title, value ->> '$.summary' AS summary,
         value ->> '$.text' AS text, value ->> '$.date' AS date, value ->> '$.status' AS status, value ->> '$.url' AS url,
         value ->> '$.repo' AS repo, value
    FROM json_each(:body) WHERE type = 'object'
)
SELECT :store || ' ' || coalesce(id, named_uuid(value)) AS key, :store AS store,
       iif(kind IN ('decision', 'conversation', 'report'), kind, 'note') AS kind,
       trim(substr(coalesce(title, substr(summary, 1, instr(summary || char(10), char(10)) - 1), ''), 1, 1024)) AS title,
       substr(coalesce(summary || char(10) || char(10) || text, summary, text), 1, 65536) AS text,
       coalesce(iif(date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*', strftime('%Y-%m-%dT%H:%M:%SZ', date), NULL), '? ' || date) AS created_at,
       substr(status, 1, 256) AS status, url, repo AS about
  FROM item;
