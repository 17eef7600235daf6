INSERT INTO repo (source, key, name, stars, forks, archived) VALUES ('s', 'fires', 'r', 50, 0, 0), ('s', 'forks', 'r', NULL, 10, 0), ('s', 'waived', 'r', 99, 0, 0), ('s', 'unused', 'r', 49, 9, 0), ('s', 'two', 'r', 99, 0, 0),
  ('s', 'not told', 'r', 99, 0, 0), ('s', 'times not told', 'r', 99, 0, 0), ('s', 'archived', 'r', 99, 0, 1);
INSERT INTO contributor (source, repo, name, commits, last_commit_at) SELECT source, key, 'ada', 5, iif(key = 'times not told', NULL, '2026-11-01T00:00:00Z') FROM repo WHERE source = 's' AND key NOT IN ('unknown', 'not told');
INSERT INTO contributor (source, repo, name, commits, last_commit_at) VALUES ('s', 'two', 'ben', 1, '2025-11-21T21:00:00Z'), ('s', 'fires', 'ben', 1, '2025-11-21T20:59:59Z'), ('s', 'forks', 'renovate[bot]', 99, '2026-11-01T00:00:00Z');
-- finds fires | info | Others rely on it, and one person alone looks after it. | In the last year 1 person committed; stars: 50, forks: 0.
-- finds forks | info | Others rely on it, and one person alone looks after it. | In the last year 1 person committed; stars: 0, forks: 10.
-- waives waived
