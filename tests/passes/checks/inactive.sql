INSERT INTO repo (source, key, name, last_commit_at, pushed_at, archived, fork) VALUES ('s', 'fires', 'r', '2026-05-25T21:00:00Z', '2026-11-01T00:00:00Z', 0, 0), ('s', 'waived', 'r', NULL, '2020-01-01T00:00:00Z', NULL, NULL),
  ('s', 'active', 'r', '2026-05-25T21:00:01Z', '2020-01-01T00:00:00Z', 0, 0), ('s', 'not told', 'r', NULL, NULL, 0, 0), ('s', 'archived', 'r', '2020-01-01T00:00:00Z', NULL, 1, 0), ('s', 'fork', 'r', '2020-01-01T00:00:00Z', NULL, 0, 1);
-- finds fires | low | Nothing was committed for 180 days, and the repository is not archived. | Last commit on 2026-05-25.
-- waives waived
