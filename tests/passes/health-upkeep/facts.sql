-- Updates of dependencies by bots, people, labels and branches.
INSERT INTO repo (source, key, name, default_branch, branch_count, open_items)
SELECT 's', value, 'r', 'main', iif(value = 'not all branches', 3, 2), iif(value = 'one', 0, NULL)
  FROM json_each('["one", "two", "three", "nine commits", "bots only", "not all branches"]');
INSERT INTO contributor (source, repo, name, commits) VALUES
-- half of 20 are 10: one has 10
  ('s', 'one', 'ada', 10), ('s', 'one', 'bob', 5), ('s', 'one', 'cyd', 5), ('s', 'one', 'renovate[bot]', 500),
-- half of 21 are 10.5: 7 and 7 are more
  ('s', 'two', 'ada', 7), ('s', 'two', 'bob', 7), ('s', 'two', 'cyd', 7),
  ('s', 'three', 'ada', 5), ('s', 'three', 'bob', 5), ('s', 'three', 'cyd', 5), ('s', 'three', 'dot', 5), ('s', 'three', 'eve', 5),
  ('s', 'nine commits', 'ada', 9), ('s', 'bots only', 'renovate[bot]', 90);
INSERT INTO issue (source, repo, number, kind, title, state, author, labels, created_at, updated_at)
SELECT 's', column1, row_number() OVER (), column2, 't', column3, column4, column5, column6, '2026-11-20T00:00:00Z' FROM (VALUES
  ('two', 'pull', 'open', 'dependabot[bot]', '[]', '2026-10-22T21:00:00Z'), ('two', 'pull', 'open', 'dependabot[bot]', '[]', '2026-10-22T20:59:59Z'),
  ('two', 'pull', 'closed', 'dependabot[bot]', '[]', '2020-01-01T00:00:00Z'), ('two', 'issue', 'open', 'renovate[bot]', '["a"]', '2020-01-01T00:00:00Z'),
  ('two', 'issue', 'open', 'ada', '[]', '2026-11-01T00:00:00Z'), ('two', 'issue', 'closed', 'ada', '[]', '2026-11-01T00:00:00Z'),
  ('three', 'pull', 'closed', 'renovate[bot]', '[]', '2020-01-01T00:00:00Z'),
  ('bots only', 'pull', 'open', 'renovate[bot]', '[]', '2020-01-01T00:00:00Z'), ('bots only', 'pull', 'open', 'renovate[bot]', '[]', '2020-01-01T00:00:00Z'),
  ('bots only', 'pull', 'open', 'renovate[bot]', '[]', '2020-01-01T00:00:00Z'), ('bots only', 'pull', 'open', 'renovate[bot]', '[]', '2020-01-01T00:00:00Z'),
  ('bots only', 'pull', 'open', 'renovate[bot]', '[]', '2020-01-01T00:00:00Z'), ('bots only', 'pull', 'open', 'renovate[bot]', '[]', '2020-01-01T00:00:00Z'),
  ('nine commits', 'pull', 'open', 'ada', '[]', '2020-01-01T00:00:00Z'));
INSERT INTO branch (source, repo, name, committed_at)
SELECT 's', column1, column2, column3 FROM (VALUES
  ('one', 'main', '2020-01-01T00:00:00Z'), ('one', 'topic', '2026-08-23T21:00:00Z'),
  ('two', 'old', '2026-08-23T20:59:59Z'), ('two', 'new', '2026-11-20T00:00:00Z'),
  ('three', 'main', '2020-01-01T00:00:00Z'), ('not all branches', 'main', '2026-11-20T00:00:00Z'));
UPDATE repo SET branch_count = 1 WHERE key = 'three';
