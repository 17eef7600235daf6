INSERT INTO reject (source, declaration, scope, "table", key, row, reason) VALUES ('s', 'git/a', '1', 'repo', '["x"]', '{"x":1}', 'Too long'), ('s', 'git/a', '2', 'repo', '["y"]', '{"y":1}', 'Too long'), ('t', 'git/a', '1', 'repo', '["x"]', '{"x":1}', 'Too long');
-- finds git/a repo | medium | Rows of repo from git/a that were refused: 2. | Too long (2)
-- waives
