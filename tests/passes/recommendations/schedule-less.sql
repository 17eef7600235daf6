-- fires: "Nightly" ran 15 times for 10 minutes each, "Hourly" as often for one. All runs of the
-- edition in 30 days took 150 + 15 of fires, 140 of few and 150 of each of the five others: 1,055.
INSERT INTO repo (source, key, name, archived, fork, last_commit_at) VALUES ('s', 'o/fires', 'r', 0, 0, '2026-10-22T21:00:00Z'), ('s', 'o/young', 'r', 0, 0, '2026-10-22T21:00:01Z'), ('s', 'o/few', 'r', 0, 0, '2026-01-01T00:00:00Z'),
  ('s', 'o/pushes', 'r', 0, 0, '2026-01-01T00:00:00Z'), ('s', 'o/off', 'r', 0, 0, '2026-01-01T00:00:00Z'), ('s', 'o/archived', 'r', 1, 0, '2026-01-01T00:00:00Z'), ('s', 'o/waived', 'r', 0, 0, '2026-01-01T00:00:00Z');
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 15)
INSERT INTO workflow_run (source, repo, id, workflow, name, event, status, conclusion, seconds, created_at)
SELECT 's', key, n, 1, 'Nightly', iif(key = 'o/pushes', 'push', 'schedule'), 'completed', 'success', 600, printf('2026-11-%02dT03:00:00Z', n)
  FROM repo, number WHERE source = 's' AND key <> 'unknown' AND (key <> 'o/few' OR n > 1)
 UNION ALL
SELECT 's', 'o/fires', 100 + n, 2, 'Hourly', 'schedule', 'completed', 'success', 60, printf('2026-11-%02dT04:00:00Z', n) FROM number;
INSERT INTO workflow (source, repo, id, name, path, state) VALUES ('s', 'o/fires', 1, 'Every night', '.github/workflows/nightly.yml', 'active'), ('s', 'o/off', 1, 'Nightly', NULL, 'disabled_manually');
INSERT INTO usage (source, key, kind, day, provider, repo, cost, currency) VALUES ('s', 'k', 'actual', '2026-11-02', 'p', 'o/waived', 2000000, 'GBP');
-- recommends o/fires
--   title: Run "Every night" once a week: nothing has changed since 2026-10-22.
--   evidence: In the last 30 days it ran 15 times by the clock and took 150 minutes, 14 % of all that is known of this edition; last commit on 2026-10-22.
--   action: In .github/workflows/nightly.yml, change the "cron" line to once a week.
--   reason: 15 runs of 10.0 minutes; 4 of them instead save 110 minutes a month
-- waives o/waived cost-of-idle
