INSERT INTO repo (source, key, name, empty, created_at, archived) VALUES ('s', 'fires', 'r', 1, '2026-10-22T21:00:00Z', 0), ('s', 'waived', 'r', 1, '2026-01-01T00:00:00Z', NULL), ('s', 'new', 'r', 1, '2026-10-22T21:00:01Z', 0),
  ('s', 'filled', 'r', 0, '2026-01-01T00:00:00Z', 0), ('s', 'not told', 'r', NULL, '2026-01-01T00:00:00Z', 0), ('s', 'when not told', 'r', 1, NULL, 0), ('s', 'archived', 'r', 1, '2026-01-01T00:00:00Z', 1);
-- finds fires | info | It was created and is still empty. | Created on 2026-10-22; no commit.
-- waives waived
