INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'quiet', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO workflow_run (source, repo, id, workflow, name, status, conclusion, created_at) VALUES
  ('s', 'fires', 1, 7, 'Build', 'queued', NULL, '2026-11-20T21:00:00Z'), ('s', 'fires', 2, 8, NULL, 'in_progress', NULL, '2026-11-10T00:00:00Z'),
  ('s', 'waived', 1, 7, 'Build', 'waiting', NULL, '2026-11-15T00:00:00Z'),
  ('s', 'quiet', 1, 7, 'Build', 'queued', NULL, '2026-11-20T21:00:01Z'), ('s', 'quiet', 2, 7, 'Build', 'completed', 'success', '2026-11-15T00:00:00Z'),
  ('s', 'quiet', 3, 7, 'Build', 'queued', NULL, '2026-11-07T20:59:59Z'), ('s', 'archived', 1, 7, 'Build', 'queued', NULL, '2026-11-15T00:00:00Z');
-- finds fires | medium | Runs of workflows that have not ended for more than a day: 2. | 8 (in progress since 2026-11-10), Build (queued since 2026-11-20)
-- waives waived
