-- The controller and the agents: up, or offline with the reason. Names from memory, not checked
-- against a server. Who may not see them is refused.
--
-- items:     $.computer
-- answer:    object
-- forbidden: 404
-- group:     homelab
-- rank:      20

-- ask
SELECT json_array('computer', 'api', 'json') AS path,
       json_object('tree', 'computer[displayName,offline,temporarilyOffline,offlineCauseReason]') AS query, 'node' AS kind;

-- rows target complete(kind)
SELECT substr(value ->> '$.displayName', 1, 256) AS key, :kind AS kind, substr(value ->> '$.displayName', 1, 1024) AS name,
       CASE value ->> '$.offline' WHEN 0 THEN 'up' WHEN 1 THEN 'down' ELSE 'unknown' END AS state,
       coalesce(nullif(substr(value ->> '$.offlineCauseReason', 1, 4096), ''), iif(value ->> '$.temporarilyOffline', 'taken offline by hand', NULL)) AS detail,
       (SELECT rtrim(value, '/') FROM setting WHERE key = 'url') || '/computer/' AS url
  FROM json_each(:body, '$.computer');
