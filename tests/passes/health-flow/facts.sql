-- Time to the first answer and age, at their edges. Each row is a repository's items: how many,
-- opened when, comments, the last comment by and when, closed, merged.
INSERT INTO repo (source, key, name)
SELECT 's', value, 'r' FROM json_each('["2 days", "2 days and a minute", "7 days", "8 days", "30 days", "31 days", "four known", "nobody answers",
  "by themselves", "several comments", "merged", "drafts and bots", "half a year ago", "90 days old", "180 days old", "365 days old", "366 days old", "mean of two"]');
INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at, author, draft, comments, last_comment_by, last_comment_at, closed_at, merged_at)
SELECT 's', t.column1, t.column2 * 10 + n.value, t.column4, 't', iif(t.column9 IS NULL, 'open', 'closed'), t.column3, '2026-11-21T00:00:00Z',
       iif(t.column4 = 'pull' AND t.column5 = 2, 'renovate[bot]', 'ada'), t.column5 = 1, t.column6, t.column7, t.column8, t.column9, t.column10
  FROM (VALUES
--  repository, items / 10, opened, kind, draft (1) or bot (2), comments, by, at, closed, merged
  ('2 days', 1, '2026-11-01T00:00:00Z', 'issue', 0, 1, 'bob', '2026-11-03T00:00:00Z', NULL, NULL),
  ('2 days and a minute', 1, '2026-11-01T00:00:00Z', 'issue', 0, 1, 'bob', '2026-11-03T00:01:00Z', NULL, NULL),
  ('7 days', 1, '2026-11-01T00:00:00Z', 'issue', 0, 1, 'bob', '2026-11-08T00:00:00Z', NULL, NULL),
  ('8 days', 1, '2026-11-01T00:00:00Z', 'issue', 0, 1, 'bob', '2026-11-09T00:00:00Z', NULL, NULL),
  ('30 days', 1, '2026-10-01T00:00:00Z', 'issue', 0, 1, 'bob', '2026-10-31T00:00:00Z', NULL, NULL),
  ('31 days', 1, '2026-10-01T00:00:00Z', 'issue', 0, 1, 'bob', '2026-11-01T00:00:00Z', NULL, NULL),
  ('four known', 0, '2026-11-01T00:00:00Z', 'issue', 0, 1, 'bob', '2026-11-03T00:00:00Z', NULL, NULL),
  ('nobody answers', 1, '2026-11-11T21:00:00Z', 'issue', 0, 0, NULL, NULL, NULL, NULL),
  ('by themselves', 1, '2026-11-01T00:00:00Z', 'issue', 0, 1, 'ada', '2026-11-03T00:00:00Z', NULL, NULL),
  ('several comments', 1, '2026-11-01T00:00:00Z', 'issue', 0, 2, 'bob', '2026-11-03T00:00:00Z', NULL, NULL),
  ('merged', 1, '2026-11-01T00:00:00Z', 'pull', 0, 0, NULL, NULL, '2026-11-20T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('drafts and bots', 1, '2026-11-01T00:00:00Z', 'pull', 1, 0, NULL, NULL, NULL, NULL),
  ('drafts and bots', 2, '2026-11-01T00:00:00Z', 'pull', 2, 0, NULL, NULL, NULL, NULL),
  ('half a year ago', 1, '2026-05-25T20:59:59Z', 'issue', 0, 1, 'bob', '2026-05-26T00:00:00Z', NULL, NULL),
  ('90 days old', 1, '2026-08-23T21:00:00Z', 'issue', 0, 2, 'bob', NULL, NULL, NULL),
  ('180 days old', 1, '2026-05-25T21:00:00Z', 'issue', 0, 2, 'bob', NULL, NULL, NULL),
  ('365 days old', 1, '2025-11-21T21:00:00Z', 'issue', 0, 2, 'bob', NULL, NULL, NULL),
  ('366 days old', 1, '2025-11-20T21:00:00Z', 'issue', 0, 2, 'bob', NULL, NULL, NULL)) t
  JOIN json_each('[1, 2, 3, 4, 5]') n ON t.column1 <> 'four known' OR n.value < 5;
-- of an even number the mean of the middle two: 100 and 140 days
INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at) VALUES
  ('s', 'mean of two', 1, 'issue', 't', 'open', '2026-08-13T21:00:00Z', '2026-11-21T00:00:00Z'),
  ('s', 'mean of two', 2, 'issue', 't', 'open', '2026-07-04T21:00:00Z', '2026-11-21T00:00:00Z');
