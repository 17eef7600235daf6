-- Who commented last on each issue and pull request. The first time all comments since the
-- oldest open issue that has any are read, then only those that were written or edited since.
-- What they decide is remembered: a line "Decision on #12: APPROVE".
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

-- A comment may decide of several, and of others than the one it stands below.
-- rows memory window
WITH comment AS (
  SELECT c.value ->> '$.id' AS id, c.value ->> '$.body' AS body, c.value ->> '$.html_url' AS url,
         strftime('%Y-%m-%dT%H:%M:%SZ', c.value ->> '$.created_at') AS created_at
    FROM json_each(:body) c
   WHERE c.value ->> '$.body' LIKE '%Decision on #%'
), line AS (
  SELECT c.*, substr(l.value, instr(lower(l.value), 'decision on #') + length('decision on #')) AS text
    FROM comment c, json_each(lines_json(substr(c.body, 1, 65536))) l
   WHERE lower(l.value) GLOB '*decision on #[0-9]*:*'
), verdict AS (
  SELECT *, CAST(substr(text, 1, instr(text, ':') - 1) AS INTEGER) AS number, trim(substr(text, instr(text, ':') + 1), ' *_') AS word
    FROM line WHERE substr(text, 1, instr(text, ':') - 1) NOT GLOB '*[^0-9]*'
)
SELECT 'comment ' || v.id || ' ' || v.number AS key, 'decision' AS kind, :repo AS repo, v.number,
       substr('Decision on #' || v.number || ': ' || i.title, 1, 1024) AS title,
       substr(v.body, 1, 65536) AS text, substr(v.word, 1, 256) AS status, v.created_at, v.url
  FROM verdict v JOIN issue i ON i.repo = :repo AND i.number = v.number
 GROUP BY v.id, v.number;
