-- The row and its key stay in the table; a row above the edition's zones is not counted.
INSERT INTO reject (source, declaration, scope, zone, "table", key, row, reason)
VALUES ('s', 'x/issues', 'a secret word', NULL, 'issue', '[]', '{"title": "a secret word"}', 'NOT NULL constraint failed: issue.title'),
       ('s', 'x/issues', 'b', 'public', 'issue', '[]', '{}', 'NOT NULL constraint failed: issue.title'),
       ('s', 'x/issues', 'b', NULL, 'issue', '[]', '{"number": 0}', 'CHECK constraint failed: number > 0'),
       ('s', 'x/issues', 'b', 'restricted', 'issue', '[]', '{"number": -1}', 'CHECK constraint failed: number > 0'),
       ('s', 'x/repos', '', NULL, 'repo', '[]', '{}', 'refers to a row that is not there'),
       ('s', 'x/people', '', 'restricted', 'owner', '[]', '{}', 'NOT NULL constraint failed: owner.kind');
