-- What depends on a repository: its criticality at 0.4 and just below; dependants up to the limit.
INSERT INTO repo (source, key, name, stars) VALUES ('s', 'a', 'a', 40), ('s', 'b', 'b', 39), ('s', 'c', 'c', 0), ('s', 'd', 'd', 0), ('s', 'e', 'e', 100);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', key, 1, 'issue', 'An issue', 'open', '["p2"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z' FROM repo;
INSERT INTO dependant_count (edition, source, repo, direct, transitive, reason)
VALUES ('public', 's', 'b', 0, 0, 'nothing'), ('public', 's', 'c', 1, 1, 'one'), ('public', 's', 'd', 2, 5, 'five'), ('public', 's', 'e', 2, 6, 'six');
