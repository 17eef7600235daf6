INSERT INTO repo (source, key, name, default_branch, archived) VALUES ('s', 'fires', 'r', 'main', 0), ('s', 'waived', 'r', 'main', 0), ('s', 'few', 'r', 'main', 0), ('s', 'young', 'r', 'main', 0), ('s', 'not told', 'r', 'main', 0),
  ('s', 'releases', 'r', 'main', 0), ('s', 'protected', 'r', 'main', 0), ('s', 'archived', 'r', 'main', 1);
WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 10)
INSERT INTO branch (source, repo, name, protected, committed_at)
SELECT 's', key, CASE WHEN n = 0 THEN 'main' WHEN key = 'releases' THEN 'release-' || n ELSE 'work-' || n END, key = 'protected',
       CASE key WHEN 'not told' THEN NULL WHEN 'young' THEN '2026-05-25T21:00:01Z' ELSE printf('2026-05-%02dT00:00:00Z', 9 + n) END
  FROM repo, number WHERE source = 's' AND key <> 'unknown' AND (key <> 'few' OR n <> 5);
-- finds fires | info | Branches without a commit for 180 days: 10. | The oldest is of 2026-05-10: work-1, work-2, work-3, work-4, work-5 and 5 more
-- waives waived
