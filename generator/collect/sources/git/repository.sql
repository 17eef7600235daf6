-- The repositories that site.conf names, and what kind each is.
-- A repository is called as its folder is; a second one of the same name gets a number, and
-- a dash where another one is called like that.
--
-- answer: array
-- output: lines

-- ask
SELECT folder,
       name || iif(nth > 1, '-' || nth || iif(name || '-' || nth IN (SELECT base_name(value) FROM setting WHERE key = 'path'), '-', ''), '') AS key, name,
       json_array('rev-parse', '--is-bare-repository', '--is-shallow-repository', '--show-object-format') AS args
  FROM (SELECT value AS folder, base_name(value) AS name, position,
               row_number() OVER (PARTITION BY base_name(value) ORDER BY position) AS nth
          FROM setting WHERE key = 'path')
 ORDER BY position;

-- rows repo complete(key)
SELECT :key AS key, :name AS name, :folder AS folder,
       :body ->> 0 = 'true' AS bare,
       :body ->> 1 = 'true' AS shallow,
       :body ->> 2 AS object_format;
