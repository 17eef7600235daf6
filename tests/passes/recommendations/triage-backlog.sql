-- Twenty open issues each, all of the last 90 days; of "labels" seven have no label, which is a
-- third and more, of "old" six, and of these one was touched 180 days ago at most ("old" has older
-- ones). 20 - 0 = 20 more in 90 days are 81 in a year. even: eleven were closed.
-- Of labels 13 of 20 = 0.65 is told as 0.7 points; known are README 7, licence 7,
-- guide 3, policy 6, CI 8, tests 6, code of conduct 1, throughput 4, age 3, freshness 4, labels 1: 50.
INSERT INTO repo (source, key, name, archived, fork, url) VALUES ('s', 'o/labels', 'r', 0, 0, 'https://example.org/o/labels'), ('s', 'o/old', 'r', 0, 0, NULL), ('s', 'o/fresh', 'r', 0, 0, NULL), ('s', 'o/few', 'r', 0, 0, NULL),
  ('s', 'o/even', 'r', 0, 0, NULL), ('s', 'o/unread', 'r', 0, 0, NULL), ('s', 'o/archived', 'r', 1, 0, NULL), ('s', 'o/fork', 'r', 0, 1, NULL), ('s', 'o/waived', 'r', 0, 0, NULL);
UPDATE repo SET has_readme = 1, has_license = 1, has_contributing = 1, has_security = 1, has_ci = 1, has_tests = 1 WHERE key = 'o/labels';
INSERT INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash) SELECT 's', 'github/issues', key, key, 'ok', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z', '' FROM repo WHERE source = 's' AND key NOT IN ('unknown', 'o/unread');
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 20)
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', key, n, 'issue', 'An issue', 'open', iif(n <= iif(key IN ('o/old', 'o/fresh'), 6, 7), '[]', '["bug"]'), '2026-11-01T00:00:00Z', iif(key = 'o/old' AND n < 3, '2026-05-25T21:00:00Z', '2026-11-20T00:00:00Z')
  FROM repo, number WHERE source = 's' AND key <> 'unknown' AND (key <> 'o/few' OR n > 1);
WITH RECURSIVE number (n) AS (SELECT 101 UNION ALL SELECT n + 1 FROM number WHERE n < 111)
INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at, closed_at) SELECT 's', 'o/even', n, 'issue', 'An issue', 'closed', '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z' FROM number;
-- recommends o/labels
--   title: Work off the backlog: at this pace 81 more issues are open in a year.
--   evidence: Open issues: 20, of these without a label: 7, not touched for 180 days: 0. In the last 90 days 20 were opened and 0 closed.
--   action: Give the 7 without a label one.
--   url: https://example.org/o/labels/issues?q=is%3Aissue+is%3Aopen+no%3Alabel
--   effect: 0.6
--   reason: (20 - 0) x 365 / 90 = 81; labels: 0.3 of 1 points missing, of 50 known = +0.6
-- recommends o/old
--   title: Work off the backlog: at this pace 81 more issues are open in a year.
--   evidence: Open issues: 20, of these without a label: 6, not touched for 180 days: 2. In the last 90 days 20 were opened and 0 closed.
--   action: Close or take on the 2 that nobody has touched for 180 days.
--   reason: (20 - 0) x 365 / 90 = 81; what it would give is not known: too little of the score is
-- waives o/waived backlog-growing
