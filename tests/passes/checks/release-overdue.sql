INSERT INTO repo (source, key, name, latest_release, released_at, archived) VALUES ('s', 'fires', 'r', 'v1', '2026-05-25T21:00:00Z', 0), ('s', 'waived', 'r', 'v1', '2025-01-01T00:00:00Z', 0),
  ('s', 'not yet', 'r', 'v1', '2026-05-25T21:00:01Z', 0), ('s', 'few', 'r', 'v1', '2026-01-01T00:00:00Z', 0), ('s', 'never', 'r', NULL, NULL, 0), ('s', 'archived', 'r', 'v1', '2025-01-01T00:00:00Z', 1);
INSERT INTO commit_day (source, repo, day, commits) SELECT source, key, '2026-06-01', iif(key = 'few', 9, 10) FROM repo WHERE source = 's' AND key <> 'unknown';
INSERT INTO commit_day (source, repo, day, commits) SELECT source, key, '2026-11-01', 10 FROM repo WHERE source = 's' AND key <> 'unknown';
INSERT INTO commit_day (source, repo, day, commits) VALUES ('s', 'few', '2025-06-01', 100);
-- finds fires | low | What was changed was not released for a long time. | Last release v1 on 2026-05-25; commits since: 20, the last on 2026-11-01.
-- waives waived
