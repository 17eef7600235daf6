INSERT INTO repo (source, key, name, last_commit_at, pushed_at, archived) VALUES ('s', 'archived', 'r', '2026-11-01T00:00:00Z', NULL, 1), ('s', 'idle', 'r', NULL, '2026-05-25T21:00:00Z', 0), ('s', 'busy', 'r', '2026-05-25T21:00:01Z', '2020-01-01T00:00:00Z', 0),
  ('s', 'little', 'r', '2020-01-01T00:00:00Z', NULL, 1), ('s', 'last month', 'r', '2020-01-01T00:00:00Z', NULL, 1), ('s', 'not told', 'r', NULL, NULL, NULL), ('t', 'r', 'r', NULL, NULL, 1);
INSERT INTO usage (source, key, kind, day, provider, repo, service, cost, currency) SELECT source, key || ' 1', 'actual', iif(key = 'last month', '2026-10-31', '2026-11-01'), 'p', key, 'actions', iif(key = 'little', 100000, 600000), 'USD' FROM repo WHERE source IN ('s', 't') AND key <> 'unknown';
INSERT INTO usage (source, key, kind, day, provider, repo, service, cost, currency) SELECT source, key || ' 2', 'actual', iif(key = 'last month', '2026-10-31', '2026-11-20'), 'p', key, 'storage', iif(key = 'little', 100000, 700000), 'USD' FROM repo WHERE source IN ('s', 't') AND key <> 'unknown';
-- finds archived USD | low | It is archived, and still costs something. | This month 1.30 USD, most of it for storage; last commit on 2026-11-01.
-- finds idle USD | low | Nobody has worked on it for 180 days, and it still costs something. | This month 1.30 USD, most of it for storage; last commit on 2026-05-25.
-- waives
