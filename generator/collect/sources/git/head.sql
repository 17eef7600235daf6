-- The commit that each repository stands at.
--
-- answer: array
-- output: lines

-- ask
SELECT key AS repo, folder, json_array('show-ref', '--head') AS args FROM repo ORDER BY key;

-- The head is the line "ID HEAD"; a repository without any reference has no commit.
-- rows repo window(repo)
SELECT :repo AS key,
       json_array_length(:body) = 0 AS empty,
       (SELECT substr(value, 1, instr(value, ' ') - 1) FROM json_each(:body) WHERE value LIKE '% HEAD' LIMIT 1) AS head;
