INSERT INTO repo (source, key, name, owner, archived, visibility) VALUES ('s', 'r', 'r', 'ada', 0, 'public'), ('s', 'people not told', 'r', 'ada', 0, 'public'),
  ('s', 'archived', 'r', 'ada', 1, 'public'), ('s', 'private', 'r', 'ada', 0, 'private');
INSERT INTO contributor (source, repo, name, commits) SELECT source, key, 'Ben', 1 FROM repo WHERE source = 's' AND key IN ('r', 'archived', 'private');
INSERT INTO issue (source, repo, number, kind, title, state, author, comments, labels, assignees, created_at, updated_at) VALUES
  ('s', 'r', 1, 'issue', 'Fires', 'open', 'eve', 0, '[]', '[]', '2026-11-14T21:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 2, 'pull', 'Waived', 'open', 'eve', 0, '[]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 3, 'issue', 'New', 'open', 'eve', 0, '[]', '[]', '2026-11-14T21:00:01Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 4, 'issue', 'Owner', 'open', 'Ada', 0, '[]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 5, 'issue', 'Contributor', 'open', 'ben', 0, '[]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 6, 'issue', 'Program', 'open', 'renovate[bot]', 0, '[]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 7, 'issue', 'Answered', 'open', 'eve', 1, '[]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 8, 'issue', 'Comments not told', 'open', 'eve', NULL, '[]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 9, 'issue', 'Labelled', 'open', 'eve', 0, '["bug"]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 10, 'issue', 'Author not told', 'open', NULL, 0, '[]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'people not told', 1, 'issue', 'People not told', 'open', 'eve', 0, '[]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'archived', 1, 'issue', 'Archived', 'open', 'eve', 0, '[]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'private', 1, 'issue', 'Private', 'open', 'eve', 0, '[]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z');
-- finds r#1 | medium | Nobody has answered this for 7 days. | Opened on 2026-11-14 by eve; no comment, no label, nobody assigned.
-- waives r#2
