-- Who committed when: every commit that the head reaches, merges too, with authors' names
-- after mailmap. A day is the author's own calendar day. A shallow clone knows its last
-- commit only.
--
-- answer: array
-- output: record-fields

-- ask
SELECT key AS repo, folder, shallow, head || '/' || shallow AS validator,
       iif(head IS NULL, 'the repository has no commit', NULL) AS absent,
       iif(shallow, json_array('log', '-z', '-1', '--format=%at%x1f%as%x1f%aN', 'HEAD'),
                    json_array('log', '-z', '--format=%at%x1f%as%x1f%aN', 'HEAD')) AS args
  FROM repo ORDER BY key;

-- rows commit_day complete(repo)
SELECT :repo AS repo, value ->> 1 AS day, count(*) AS commits, count(DISTINCT value ->> 2) AS authors
  FROM json_each(:body) WHERE NOT :shallow
 GROUP BY value ->> 1;

-- rows contributor complete(repo)
SELECT :repo AS repo, value ->> 2 AS name, count(*) AS commits,
       strftime('%Y-%m-%dT%H:%M:%SZ', min(CAST(value ->> 0 AS INTEGER)), 'unixepoch') AS first_commit_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', max(CAST(value ->> 0 AS INTEGER)), 'unixepoch') AS last_commit_at
  FROM json_each(:body) WHERE NOT :shallow
 GROUP BY value ->> 2;

-- rows repo window
SELECT :repo AS key,
       iif(:shallow, NULL, count(*)) AS commit_count,
       iif(:shallow, NULL, count(DISTINCT value ->> 2)) AS contributor_count,
       iif(:shallow, NULL, strftime('%Y-%m-%dT%H:%M:%SZ', min(CAST(value ->> 0 AS INTEGER)), 'unixepoch')) AS first_commit_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', max(CAST(value ->> 0 AS INTEGER)), 'unixepoch') AS last_commit_at
  FROM json_each(:body);
