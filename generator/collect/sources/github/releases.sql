-- Releases with their downloads. Who may write is told drafts too; those are at least internal.
--
-- pages:     link
-- answer:    array
-- forbidden: 404 451
-- rank:      40

-- Downloads grow without anything else changing, so this is asked once a week at least.
-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'releases') AS path,
       json_object('per_page', 100) AS query,
       coalesce(iif(p.outcome IN ('ok', 'unchanged'), r.release_count || ' ' || coalesce(r.release_updated_at, ''), NULL), r.pushed_at, '')
         || strftime(' %Y-%W', 'now') AS validator,
       r.key AS repo
  FROM repo r
  LEFT JOIN scope p ON p.declaration = 'github/portfolio' AND p.key = r.owner
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows release complete(repo)
SELECT :repo AS repo,
       value ->> '$.id' AS id,
       iif(value ->> '$.draft', 'internal', NULL) AS zone,
       value ->> '$.tag_name' AS tag,
       nullif(value ->> '$.name', '') AS name,
       value ->> '$.html_url' AS url,
       value ->> '$.author.login' AS author,
       value ->> '$.draft' AS draft,
       value ->> '$.prerelease' AS prerelease,
       (SELECT coalesce(sum(a.value ->> '$.download_count'), 0) FROM json_each(r.value -> '$.assets') a) AS downloads,
       json_array_length(value, '$.assets') AS files,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.published_at') AS published_at
  FROM json_each(:body) r;
