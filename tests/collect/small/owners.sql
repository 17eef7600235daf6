-- The users and organisations that site.conf names.
-- An organisation's repositories are listed at another address than a user's, so what each
-- owner is comes first.
--
-- answer: object

-- ask
SELECT json_array('users', value) AS path, value AS key
  FROM setting WHERE key = 'owner' GROUP BY value ORDER BY min(position);

-- rows owner complete(key)
SELECT :key AS key,
       CASE WHEN doc ->> '$.type' = 'Organization' THEN 'organisation' WHEN doc ->> '$.login' IS NOT NULL THEN 'user' END AS kind,
       coalesce(doc ->> '$.name', doc ->> '$.login') AS name,
       doc ->> '$.html_url' AS url
  FROM (SELECT :body AS doc);
