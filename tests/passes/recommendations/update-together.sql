-- one has two packages that others have, too: the critical one is told, though fewer have it.
INSERT INTO repo (source, key, name, archived, fork) VALUES ('s', 'o/one', 'r', 0, 0), ('s', 'o/two', 'r', 0, 0), ('s', 'o/three', 'r', 0, 0), ('s', 'o/archived', 'r', 1, 0), ('s', 'o/waived', 'r', 0, 0);
INSERT INTO alert (source, repo, kind, number, severity, state, title, component, ecosystem, manifest, fixed_in, created_at) VALUES
  ('s', 'o/one', 'dependency', 1, 'high', 'open', 't', 'common', 'npm', 'package.json', '2.0.0', '2026-11-01T00:00:00Z'),
  ('s', 'o/one', 'dependency', 2, 'critical', 'open', 't', 'rare', 'npm', 'web/package.json', '3.0.1', '2026-11-01T00:00:00Z'),
  ('s', 'o/one', 'dependency', 3, 'low', 'open', 't', 'rare', 'npm', 'web/package.json', '3.0.0', '2026-11-01T00:00:00Z'),
  ('s', 'o/two', 'dependency', 1, NULL, 'open', 't', 'rare', 'npm', NULL, '3.0.1', '2026-11-01T00:00:00Z'),
  ('s', 'o/two', 'dependency', 2, 'critical', 'fixed', 't', 'common', 'npm', NULL, '2.0.0', '2026-11-01T00:00:00Z'),
  ('s', 'o/two', 'dependency', 3, 'critical', 'open', 't', 'common', 'pip', NULL, '2.0.0', '2026-11-01T00:00:00Z'),
  ('s', 'o/three', 'dependency', 1, 'critical', 'open', 't', 'lonely', 'npm', NULL, '1.0.0', '2026-11-01T00:00:00Z'),
  ('s', 'o/three', 'dependency', 2, 'critical', 'open', 't', 'rare', 'npm', NULL, NULL, '2026-11-01T00:00:00Z'),
  ('s', 'o/archived', 'dependency', 1, 'high', 'open', 't', 'lonely', 'npm', NULL, '2.0.0', '2026-11-01T00:00:00Z'),
  ('s', 'o/waived', 'dependency', 1, 'critical', 'open', 't', 'lonely', 'npm', NULL, '2.0.0', '2026-11-20T00:00:00Z');
-- recommends o/one
--   title: Update rare in 2 repositories at once.
--   evidence: Open alerts about rare: 3 in 2 repositories, here 2; the most severe of these: critical, mended in 3.0.1.
--   action: In web/package.json, require rare 3.0.1 or later.
--   reason: 3 alerts in 2 repositories; which version mends all of them, and so how many points follow, is not told
-- recommends o/two
--   title: Update rare in 2 repositories at once.
--   evidence: Open alerts about rare: 3 in 2 repositories, here 1; the most severe of these: not rated, mended in 3.0.1.
--   action: In the manifest, require rare 3.0.1 or later.
--   reason: 3 alerts in 2 repositories; which version mends all of them, and so how many points follow, is not told
-- waives o/waived dependency-vulnerable
