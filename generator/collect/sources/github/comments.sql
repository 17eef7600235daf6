-- Who commented last on each issue and pull request. The first time all comments since the
-- oldest open issue that has any are read, then only those that were written or edited since.
--
-- pages:  link
-- answer: array
-- absent: 404 410 451
-- cursor: comment_updated_at
-- rank:   30

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'issues', 'comments') AS path,
       json_object('sort', 'updated', 'direction', 'asc', 'since', coalesce(s.cursor, i.since), 'per_page', 100) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       iif(i.since IS NULL, 'no open issue with a comment is known', NULL) AS absent,
       i.updated_at AS validator,
       r.key AS repo
  FROM repo r
  LEFT JOIN (SELECT repo, min(iif(state = 'open' AND comments > 0, created_at, NULL)) AS since, max(updated_at) AS updated_at
               FROM issue GROUP BY repo) i ON i.repo = r.key
  LEFT JOIN scope s ON s.declaration = 'github/comments' AND s.key = r.key AND s.hash = :hash
 ORDER BY max(r.pushed_at, coalesce(i.updated_at, '')) DESC, r.key;

-- An old comment that was edited comes again, so what is known already takes part.
-- rows issue window(repo)
WITH comment AS (
  SELECT i.number, coalesce(c.value ->> '$.user.login', 'ghost') AS author,
         strftime('%Y-%m-%dT%H:%M:%SZ', c.value ->> '$.created_at') AS created_at,
         strftime('%Y-%m-%dT%H:%M:%SZ', c.value ->> '$.updated_at') AS updated_at
    FROM json_each(:body) c
    JOIN issue i ON i.repo = :repo
     AND i.number = CAST(replace(c.value ->> '$.issue_url', rtrim(c.value ->> '$.issue_url', '0123456789'), '') AS INTEGER)
), known AS (
  SELECT number, author, created_at, updated_at FROM comment
   UNION ALL
  SELECT number, last_comment_by, last_comment_at, comment_updated_at FROM issue
   WHERE repo = :repo AND last_comment_at IS NOT NULL AND number IN (SELECT number FROM comment)
), latest AS (
  SELECT number, author, created_at, max(updated_at) OVER (PARTITION BY number) AS updated_at,
         row_number() OVER (PARTITION BY number ORDER BY created_at DESC, author) AS nth
    FROM known
)
SELECT :repo AS repo, number, author AS last_comment_by, created_at AS last_comment_at, updated_at AS comment_updated_at
  FROM latest WHERE nth = 1;
