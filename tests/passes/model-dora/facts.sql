-- The four keys and their bands, each at its edge. Weeks and months count back from now.
INSERT INTO repo (source, key, name) SELECT 's', value, 'r'
  FROM json_each('["elite", "daily", "weekly", "six weeks", "monthly", "yearly", "long ago", "never", "releases"]');
INSERT INTO workflow_run (source, repo, id, name, status, conclusion, created_at, updated_at)
SELECT 's', r.column1, row_number() OVER (), r.column2, 'completed', r.column5,
       strftime('%Y-%m-%dT%H:%M:%SZ', '2026-11-21T20:00:00Z', printf('-%d days', n.value * r.column4)), strftime('%Y-%m-%dT%H:%M:%SZ', '2026-11-21T20:00:00Z', printf('-%d days', n.value * r.column4))
  FROM (VALUES
-- repository, workflow, how often, every how many days, how it ended
  ('elite', 'Deploy to production', 89, 1, 'success'), ('elite', 'deploy docs', 2, 1, 'success'), ('elite', 'test', 90, 1, 'success'),
  ('daily', 'Publish', 45, 2, 'success'), ('daily', 'Publish', 45, 2, 'failure'),
-- 7 of 13 weeks, and 6
  ('weekly', 'release', 7, 7, 'success'), ('six weeks', 'release', 6, 7, 'success'),
  ('monthly', 'release', 2, 30, 'success'), ('yearly', 'release', 1, 30, 'success'), ('long ago', 'release', 1, 1, 'failure')) r
  JOIN generate_series(0, 88) n ON n.value < r.column3;
INSERT INTO release (source, repo, id, tag, draft, prerelease, published_at)
VALUES ('s', 'releases', 1, 'v1', 0, 0, '2026-11-10T00:00:00Z'), ('s', 'releases', 2, 'v2', 0, 0, '2026-11-20T00:00:00Z'), ('s', 'releases', 3, 'v3', 0, 1, '2026-11-21T00:00:00Z'),
       ('s', 'long ago', 1, 'v1', 0, 0, '2020-01-01T00:00:00Z'), ('s', 'yearly', 1, 'v1', 0, 0, '2026-11-10T00:00:00Z');
-- lead times: the first was deployed in the very second, the second with v2, the third not yet
INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at, closed_at, merged_at)
SELECT 's', column1, row_number() OVER (), 'pull', 't', 'closed', column2, '2026-11-21T00:00:00Z', column3, column3 FROM (VALUES
  ('releases', '2026-11-09T00:00:00Z', '2026-11-10T00:00:00Z'), ('releases', '2026-11-10T00:00:00Z', '2026-11-10T00:00:01Z'), ('releases', '2026-11-20T00:00:00Z', '2026-11-20T12:00:00Z'),
  ('elite', '2026-11-19T20:00:01Z', '2026-11-20T19:00:00Z'), ('daily', '2026-11-14T20:00:00Z', '2026-11-21T19:00:00Z'), ('weekly', '2026-10-22T10:00:01Z', '2026-11-21T19:00:00Z'),
  ('yearly', '2026-10-22T10:00:00Z', '2026-11-21T19:00:00Z'), ('long ago', '2019-01-01T00:00:00Z', '2019-12-01T00:00:00Z'));
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at, closed_at)
SELECT 's', column1, 100 + row_number() OVER (), 'issue', 't', iif(column4 IS NULL, 'open', 'closed'), column2, column3, '2026-11-21T00:00:00Z', column4 FROM (VALUES
-- 13 of 90, 7 of 45 and 1 of 2 deployments; restored in an hour less a second, an hour, a day
  ('elite', '["Incident"]', '2026-11-01T00:00:00Z', '2026-11-01T00:59:59Z'), ('elite', '["no incident"]', '2026-11-01T00:00:00Z', '2026-11-09T00:00:00Z'),
  ('daily', '["incident"]', '2026-11-01T00:00:00Z', '2026-11-01T01:00:00Z'), ('daily', '["incident"]', '2026-08-23T21:00:00Z', '2026-11-01T01:00:00Z'),
  ('releases', '["bug", "type:incident"]', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'), ('weekly', '["incident"]', '2026-11-01T00:00:00Z', '2026-11-08T00:00:00Z'),
  ('monthly', '["incident"]', '2026-11-01T00:00:00Z', NULL), ('never', '["incident"]', '2026-11-01T00:00:00Z', '2026-11-08T00:00:00Z'));
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at, closed_at)
SELECT 's', 'daily', value, 'issue', 't', 'closed', '["incident"]', '2026-11-01T00:00:00Z', '2026-11-21T00:00:00Z', '2026-11-01T01:00:00Z' FROM generate_series(201, 206);
