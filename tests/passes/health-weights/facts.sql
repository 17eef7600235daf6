-- A README counts 20 points instead of 7, a description half a point; a licence and CI do not count
-- at all, though it is known that there is no licence and no CI. The commits of the last 90 days
-- are half of what was usual: 3 of 6 points of pace, not 2 of 4.
INSERT INTO repo (source, key, name, has_readme, has_license, has_ci, has_tests, description, last_commit_at) VALUES ('s', 'r', 'r', 1, 0, 0, 0, 'It is this.', '2026-11-20T00:00:00Z');
INSERT INTO commit_day (source, repo, day, commits) VALUES ('s', 'r', '2026-11-01', 5), ('s', 'r', '2026-08-01', 10), ('s', 'r', '2026-05-01', 10), ('s', 'r', '2026-01-01', 10), ('s', 'r', '2025-11-01', 10);
