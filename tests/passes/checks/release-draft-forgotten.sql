INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'quiet', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO release (source, repo, id, tag, draft, prerelease, created_at) VALUES ('s', 'fires', 1, 'v2', 1, 0, '2026-10-22T21:00:00Z'), ('s', 'fires', 2, 'v1', 1, 0, '2026-01-01T00:00:00Z'),
  ('s', 'waived', 1, 'v1', 1, 0, '2026-01-01T00:00:00Z'), ('s', 'quiet', 1, 'v1', 1, 0, '2026-10-22T21:00:01Z'), ('s', 'quiet', 2, 'v2', 0, 0, '2026-01-01T00:00:00Z'),
  ('s', 'quiet', 3, 'v3', 1, 0, NULL), ('s', 'archived', 1, 'v1', 1, 0, '2026-01-01T00:00:00Z');
-- finds fires | info | Drafts of releases that were never published: 2. | v1 of 2026-01-01, v2 of 2026-10-22
-- waives waived
