-- Where each repository was cloned from, so that it is known as the same one when another source
-- tells of it, too. It is looked up again when the head moved.
--
-- answer: array
-- output: addresses

-- Without a remote git says nothing and exits with 1.
-- ask
SELECT key AS repo, folder, coalesce(head, '') AS validator, json_array('config', '--get', 'remote.origin.url') AS args
  FROM repo ORDER BY key;

-- rows repo window(repo)
SELECT :repo AS key, :body ->> 0 AS remote;
