INSERT INTO repo (source, key, name, last_commit_at, head) VALUES ('s', 'fires', 'r', '2026-11-22T21:00:01Z', '8f4b7f84864484a7bf31'), ('s', 'waived', 'r', '2030-01-01T00:00:00Z', NULL),
  ('s', 'zone', 'r', '2026-11-22T21:00:00Z', NULL), ('s', 'not told', 'r', NULL, NULL);
-- finds fires | low | Its last commit is of a day that has not come yet. | Last commit on 2026-11-22T21:00:01Z, commit 8f4b7f848644.
-- waives waived
