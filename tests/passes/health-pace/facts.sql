-- Commits of the last 90 days beside the median of the spans of 90 days before. The last days
-- of the spans are 2026-11-22, 2026-08-23, 2026-05-25 and 2026-02-24; the third is whole where
-- something is known of 2025-11-27, the second where something is of 2026-02-25.
INSERT INTO repo (source, key, name, archived, fork)
SELECT 's', value, 'r', value = 'archived', value = 'fork'
  FROM json_each('["steady", "at the edges", "two spans", "a day too young", "faster", "stopped", "asleep", "archived", "fork", "unknown"]');
INSERT INTO commit_day (source, repo, day, commits)
SELECT 's', t.column1, t.column2, t.column3 FROM (VALUES
-- 6 beside the median of 4, 8 and 10: 6 / 8 of 4 points
  ('steady', '2026-11-01', 6), ('steady', '2026-08-01', 4), ('steady', '2026-05-01', 8), ('steady', '2026-02-01', 10), ('steady', '2025-11-27', 0 + 1),
-- 2 + 1 beside the median of 3, 5 and 7 + 1: a day in the future is a clock gone wrong
  ('at the edges', '2026-11-23', 50), ('at the edges', '2026-11-22', 2), ('at the edges', '2026-08-24', 1), ('at the edges', '2026-08-23', 3),
  ('at the edges', '2026-05-25', 5), ('at the edges', '2026-02-24', 7), ('at the edges', '2025-11-27', 1), ('at the edges', '2025-11-26', 90),
-- 3 beside the mean of 4 and 8 + 2: 3 / 7 of 4 points
  ('two spans', '2026-11-01', 3), ('two spans', '2026-08-01', 4), ('two spans', '2026-05-01', 8), ('two spans', '2026-02-25', 2),
  ('a day too young', '2026-11-01', 3), ('a day too young', '2026-08-01', 4), ('a day too young', '2026-05-01', 8), ('a day too young', '2026-02-26', 2),
  ('faster', '2026-11-01', 100), ('faster', '2026-08-01', 4), ('faster', '2026-05-01', 8), ('faster', '2026-02-01', 10), ('faster', '2025-11-01', 1),
  ('stopped', '2026-08-01', 4), ('stopped', '2026-05-01', 8), ('stopped', '2026-02-01', 10), ('stopped', '2025-11-01', 1),
  ('asleep', '2026-11-01', 3), ('asleep', '2026-02-01', 9), ('asleep', '2020-01-01', 1),
  ('archived', '2026-11-01', 3), ('archived', '2026-08-01', 4), ('archived', '2026-05-01', 8), ('archived', '2020-02-26', 2),
  ('fork', '2026-11-01', 3), ('fork', '2026-08-01', 4), ('fork', '2026-05-01', 8), ('fork', '2020-02-26', 2)) t;
