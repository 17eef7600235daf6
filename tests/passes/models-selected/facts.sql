-- Two models are selected; what is set of another one is no mistake. 100 - 40 for the README, nothing
-- for 3 open issues and 50 days. Of criticality three signals do not count: created 60 months ago,
-- updated 1 month ago, 104 commits of the year are 2 a week, which is its bound: ln 61 / ln 121 + ln
-- 120 / ln 121 + 1, divided by 3, is 0.95182; nothing else is known, and 3 of 5.5 is half and more.
INSERT INTO repo (source, key, name, has_readme, has_license, archived, open_items, updated_at, created_at, last_commit_at) VALUES ('s', 'r', 'r', 0, 1, 0, 3, '2026-10-02T21:00:00Z', '2021-12-01T00:00:00Z', '2026-10-02T21:00:00Z');
INSERT INTO commit_day (source, repo, day, commits) VALUES ('s', 'r', '2026-02-01', 104);
