INSERT INTO repo (source, key, name, ci_state, head, default_branch, last_commit_at, archived) VALUES
  ('s', 'fires', 'r', 'failure', '8f4b7f84864484a7bf31', 'main', '2026-11-20T21:00:00Z', 0), ('s', 'waived', 'r', 'error', NULL, NULL, '2026-11-01T00:00:00Z', 0),
  ('s', 'just now', 'r', 'failure', 'a', 'main', '2026-11-20T21:00:01Z', 0), ('s', 'when not told', 'r', 'failure', 'a', 'main', NULL, 0),
  ('s', 'pending', 'r', 'pending', 'a', 'main', '2026-11-01T00:00:00Z', 0), ('s', 'none', 'r', 'none', 'a', 'main', '2026-11-01T00:00:00Z', 0),
  ('s', 'not told', 'r', NULL, 'a', 'main', '2026-11-01T00:00:00Z', 0), ('s', 'by workflow', 'r', 'failure', 'a', 'main', '2026-11-01T00:00:00Z', 0),
  ('s', 'archived', 'r', 'failure', 'a', 'main', '2026-11-01T00:00:00Z', 1);
INSERT INTO workflow_run (source, repo, id, branch, status, conclusion, created_at) VALUES ('s', 'by workflow', 1, 'main', 'completed', 'failure', '2026-11-01T00:00:00Z');
-- finds fires | high | The checks of the default branch fail. | State of all checks on 8f4b7f848644: failure; committed on 2026-11-20.
-- waives waived
