-- One night: of flows the days before tell.
INSERT INTO run (started_at, version, kept) VALUES ('2026-11-21T21:00:00Z', 'test', 1);
CREATE TEMP TABLE day AS WITH RECURSIVE day (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM day WHERE n < 30) SELECT n, date('2026-11-21', '-' || n || ' days') AS day FROM day;
INSERT INTO repo (source, key, name, fork, archived) VALUES ('s', 'many', 'many', 0, 0), ('s', 'early', 'early', 0, 0), ('s', 'fork', 'fork', 1, 0), ('s', 'archived', 'archived', 0, 1), ('s', 'quiet', 'quiet', 0, 0);

-- many: a commit on each day, none on 2026-11-10, 20 on 2026-11-20; the others too. Of early the last read was on
-- the 20th, so that day was not over; quiet had its last commit on the 1st.
INSERT INTO commit_day (source, repo, day, commits, authors)
SELECT 's', r.key, d.day, iif(d.n = 1, 20, 1), 1 FROM repo r, day d WHERE d.n <> 11 AND (r.key <> 'quiet' OR d.n >= 20);
INSERT INTO commit_day (source, repo, day, commits, authors) VALUES ('s', 'many', '2026-11-21', 99, 1);
INSERT INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash)
SELECT 's', 'git/history', key, key, 'ok', '', iif(key = 'early', '2026-11-20T21:00:00Z', '2026-11-21T21:00:00Z'), '' FROM repo;

-- Views: 40 a day until 2026-11-19, and on that day 90; read on the 20th, which was not over. The 12th is not known.
INSERT INTO traffic_day (source, repo, kind, day, count, uniques)
SELECT 's', 'many', 'views', day, CASE n WHEN 1 THEN 2 WHEN 2 THEN 90 ELSE 40 END, 1 FROM day WHERE n <> 9;
INSERT INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash) VALUES ('s', 'github/views', 'many', 'many', 'ok', '', '2026-11-20T21:00:00Z', '');

-- Clones are for others' eyes.
INSERT INTO traffic_day (source, repo, kind, day, zone, count, uniques) SELECT 's', 'many', 'clones', day, 'internal', n, 1 FROM day;

-- A workflow of 60 seconds, on 2026-11-20 of 100, 140 and 200; what failed does not count.
INSERT INTO workflow_run (source, repo, id, name, status, conclusion, seconds, created_at)
SELECT 's', 'many', n, 'CI', 'completed', 'success', 60, day || 'T10:00:00Z' FROM day WHERE n > 1
 UNION ALL VALUES ('s', 'many', 101, 'CI', 'completed', 'success', 100, '2026-11-20T10:00:00Z'), ('s', 'many', 102, 'CI', 'completed', 'success', 200, '2026-11-20T11:00:00Z'),
                  ('s', 'many', 103, 'CI', 'completed', 'success', 140, '2026-11-20T12:00:00Z'), ('s', 'many', 104, 'CI', 'completed', 'failure', 9000, '2026-11-20T13:00:00Z'),
                  ('s', 'many', 105, 'CI', 'completed', 'success', 9000, '2026-11-21T10:00:00Z');

-- 5 euros a day in two parts until 2026-11-18, nothing on the 9th, 30 on the 19th; of the 20th not all is known.
INSERT INTO usage (source, key, kind, day, provider, cost, currency)
SELECT 's', 'a' || n, 'actual', day, 'p', 3000000, 'EUR' FROM day WHERE n > 2 AND n <> 12
 UNION ALL SELECT 's', 'b' || n, 'actual', day, 'p', 2000000, 'EUR' FROM day WHERE n > 2 AND n <> 12
 UNION ALL VALUES ('s', 'c', 'actual', '2026-11-19', 'p', 30000000, 'EUR'), ('s', 'd', 'actual', '2026-11-20', 'p', 1000000, 'EUR'), ('s', 'e', 'budget', '2026-11-19', 'p', 900000000, 'EUR');
