-- fires: 90 of 120 commits by ada, who alone committed in the last year; a bot does not count.
INSERT INTO repo (source, key, name, stars, forks, has_codeowners, contributor_count, archived, fork) VALUES
  ('s', 'o/fires', 'r', 20, NULL, 0, 3, 0, 0), ('s', 'o/forked', 'r', NULL, 5, 0, 1, 0, 0), ('s', 'o/few', 'r', 19, 4, 0, 3, 0, 0), ('s', 'o/named', 'r', 20, 0, 1, 3, 0, 0),
  ('s', 'o/untold', 'r', 20, 0, NULL, 3, 0, 0), ('s', 'o/two', 'r', 20, 0, 0, 3, 0, 0), ('s', 'o/nobody', 'r', 20, 0, 0, 3, 0, 0),
  ('s', 'o/archived', 'r', 20, 0, 0, 3, 1, 0), ('s', 'o/fork', 'r', 20, 0, 0, 3, 0, 1), ('s', 'o/waived', 'r', 50, 0, 0, 3, 0, 0);
WITH person (name, commits, last) AS (VALUES ('ada', 90, '2025-11-21T21:00:00Z'), ('ben', 20, '2025-11-21T20:59:59Z'), ('cy', 10, '2020-01-01T00:00:00Z'), ('helper[bot]', 500, '2026-11-01T00:00:00Z'))
INSERT INTO contributor (source, repo, name, commits, last_commit_at)
SELECT 's', key, p.name, commits, CASE WHEN key = 'o/two' AND p.name = 'ben' THEN '2026-11-01T00:00:00Z' WHEN key = 'o/nobody' THEN '2020-01-01T00:00:00Z' ELSE last END
  FROM repo, person p WHERE source = 's' AND key <> 'unknown' AND (key <> 'o/forked' OR p.name IN ('ada', 'helper[bot]'));
-- recommends o/fires
--   title: Name a second person who may merge and release: many rely on one.
--   evidence: Stars: 20, forks: unknown. In the last year one person committed, who made 90 of 120 commits; no file CODEOWNERS. Of the others ben made most: 20.
--   action: Ask ben, and add a file .github/CODEOWNERS with both names.
--   reason: 90 / 120 commits = 75 % by one person; a second name alone gives no points
-- recommends o/forked
--   title: Name a second person who may merge and release: many rely on one.
--   evidence: Stars: unknown, forks: 5. In the last year one person committed, who made 90 of 90 commits; no file CODEOWNERS.
--   action: Ask one of those whose pull requests were merged, and add a file .github/CODEOWNERS with both names.
--   reason: 90 / 90 commits = 100 % by one person; a second name alone gives no points
-- waives o/waived one-contributor
