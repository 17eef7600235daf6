-- The four metrics of the Starter Project Health model.
INSERT INTO repo (source, key, name, release_count) SELECT 's', value, 'r', iif(value = 'nothing', 0, NULL) FROM json_each('["all", "nothing", "unknown"]');
INSERT INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash)
VALUES ('s', 'git/issues', 'nothing', 'nothing', 'ok', '2026-11-21T21:00:00Z', '2026-11-21T21:00:00Z', '');
INSERT INTO issue (source, repo, number, kind, title, state, author, draft, comments, last_comment_by, last_comment_at, created_at, updated_at, closed_at, merged_at)
SELECT 's', 'all', row_number() OVER (), column1, 't', iif(column7 IS NULL, 'open', 'closed'), column2, 0, column3, column4, column5, column6, '2026-11-20T00:00:00Z', column7, column8 FROM (VALUES
-- 1, 2 and 10 days; what waits still does not count
  ('issue', 'ada', 1, 'bob', '2026-11-02T00:00:00Z', '2026-11-01T00:00:00Z', NULL, NULL),
  ('issue', 'ada', 0, NULL, NULL, '2026-11-01T00:00:00Z', '2026-11-03T00:00:00Z', NULL),
  ('pull', 'ada', 0, NULL, NULL, '2026-11-01T00:00:00Z', '2026-11-11T00:00:00Z', '2026-11-11T00:00:00Z'),
  ('issue', 'ada', 0, NULL, NULL, '2026-11-01T21:00:00Z', NULL, NULL),
-- these tell nothing of it: a bot answers, a bot asks, the author answers, two comments, too old
  ('issue', 'ada', 1, 'triage[bot]', '2026-11-01T00:00:01Z', '2026-11-01T00:00:00Z', NULL, NULL),
  ('pull', 'renovate[bot]', 0, NULL, NULL, '2026-11-01T00:00:00Z', NULL, NULL),
  ('issue', 'ada', 1, 'ada', '2026-11-01T00:00:01Z', '2026-11-01T00:00:00Z', NULL, NULL),
  ('pull', 'ada', 2, 'bob', '2026-11-01T00:00:01Z', '2026-11-01T00:00:00Z', NULL, NULL),
  ('pull', 'ada', 0, NULL, NULL, '2026-05-25T20:59:59Z', '2026-08-23T21:00:00Z', NULL),
  ('pull', 'ada', 0, NULL, NULL, '2026-05-25T20:59:59Z', '2026-08-23T20:59:59Z', NULL));
INSERT INTO contributor (source, repo, name, commits) VALUES ('s', 'all', 'ada', 7), ('s', 'all', 'bob', 7), ('s', 'all', 'cyd', 7), ('s', 'all', 'renovate[bot]', 70);
INSERT INTO release (source, repo, id, tag, draft, prerelease, published_at)
VALUES ('s', 'all', 1, 'v1', 0, 0, '2025-11-21T21:00:00Z'), ('s', 'all', 2, 'v2', 0, 1, '2026-11-01T00:00:00Z'),
       ('s', 'all', 3, 'v0', 0, 0, '2025-11-21T20:59:59Z'), ('s', 'all', 4, 'v3', 1, 0, NULL);
