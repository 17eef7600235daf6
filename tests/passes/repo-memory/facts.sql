-- What a repository's page remembers: first what stands beside its items of tonight, then what is
-- of it or about it, the latest 3; each once, no documents, nothing of another one's, and nothing
-- that the edition may not see.
INSERT INTO repo (source, key, name) VALUES ('s', 'o/r', 'r'), ('s', 'o/q', 'q');
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at, closed_at)
VALUES ('s', 'o/r', 1, 'issue', 'Frost alarm silent', 'open', '["p0"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', NULL),
       ('s', 'o/r', 2, 'issue', 'Silent frost alarm', 'closed', '[]', '2026-01-01T20:00:00Z', '2026-01-02T20:00:00Z', '2026-01-02T20:00:00Z');
INSERT INTO memory (source, key, kind, repo, number, about, title, status, created_at)
VALUES ('vault', 'both', 'decision', NULL, NULL, 'o/r', 'The frost alarm is tested', 'approved', '2026-05-01T00:00:00Z'),
       ('vault', 'first', 'note', NULL, NULL, 'o/r', 'One', NULL, '2026-01-01T00:00:00Z'),
       ('vault', 'second', 'note', NULL, NULL, 'o/r', 'Two', NULL, '2026-02-01T00:00:00Z'),
       ('vault', 'undated', 'note', NULL, NULL, 'o/r', 'Three', NULL, NULL),
       ('vault', 'none', 'note', NULL, NULL, 'o/other', 'Another one', NULL, '2026-09-01T00:00:00Z'),
       ('s', 'verdict', 'decision', 'o/r', 1, NULL, 'Decision on #1', 'APPROVE', '2026-03-01T00:00:00Z'),
       ('s', 'file', 'document', 'o/r', NULL, NULL, 'The read-me', NULL, '2026-09-01T00:00:00Z'),
       ('s', 'record', 'decision', 'o/q', NULL, NULL, 'Of the other one', NULL, '2025-01-01T00:00:00Z'),
       ('hidden', 'secret', 'note', NULL, NULL, 'o/r', 'Not for everybody', NULL, '2026-10-01T00:00:00Z');
INSERT INTO memory (source, key, kind, title) SELECT 'vault', 'other ' || value, 'note', 'Something else ' || value FROM json_each('["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]');
-- Older than the 200 latest, and listed all the same if it stands beside an item.
WITH RECURSIVE late (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM late WHERE value < 300)
INSERT INTO memory (source, key, kind, title, created_at) SELECT 'vault', 'late ' || value, 'note', 'Later', '2026-06-01T00:00:00Z' FROM late;
