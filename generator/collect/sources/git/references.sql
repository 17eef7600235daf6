-- Branches and tags with their dates, and the default branch: what the remote calls so,
-- else the branch that is checked out. How many there are, a shallow clone does not know.
--
-- answer: array
-- output: line-fields

-- ask
SELECT key AS repo, folder, shallow,
       json_array('for-each-ref',
                  '--format=%(refname)%1f%(objectname)%1f%(symref)%1f%(HEAD)%1f%(creatordate:unix)',
                  'refs/heads', 'refs/tags', 'refs/remotes/origin/HEAD') AS args
  FROM repo ORDER BY key;

-- rows branch complete(repo)
SELECT :repo AS repo, substr(value ->> 0, length('refs/heads/') + 1) AS name, value ->> 1 AS head,
       strftime('%Y-%m-%dT%H:%M:%SZ', CAST(nullif(value ->> 4, '') AS INTEGER), 'unixepoch') AS committed_at
  FROM json_each(:body) WHERE value ->> 0 LIKE 'refs/heads/%';

-- rows tag complete(repo)
SELECT :repo AS repo, substr(value ->> 0, length('refs/tags/') + 1) AS name,
       strftime('%Y-%m-%dT%H:%M:%SZ', CAST(nullif(value ->> 4, '') AS INTEGER), 'unixepoch') AS created_at
  FROM json_each(:body) WHERE value ->> 0 LIKE 'refs/tags/%';

-- rows repo window
SELECT :repo AS key,
       iif(:shallow, NULL, (SELECT count(*) FROM json_each(:body) WHERE value ->> 0 LIKE 'refs/heads/%')) AS branch_count,
       iif(:shallow, NULL, (SELECT count(*) FROM json_each(:body) WHERE value ->> 0 LIKE 'refs/tags/%')) AS tag_count,
       coalesce((SELECT substr(value ->> 2, length('refs/remotes/origin/') + 1) FROM json_each(:body)
                  WHERE value ->> 0 = 'refs/remotes/origin/HEAD'),
                (SELECT substr(value ->> 0, length('refs/heads/') + 1) FROM json_each(:body)
                  WHERE value ->> 3 = '*')) AS default_branch;
