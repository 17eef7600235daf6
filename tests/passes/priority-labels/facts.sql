-- The base that a declared priority gives. Nothing else presses: the issues are of today.
INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
INSERT INTO issue (source, repo, number, kind, title, state, labels, assignees, created_at, updated_at)
SELECT 's', 'r', key + 1, 'issue', 'An issue', 'open', value, '["ada"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z'
  FROM json_each('["[\"p0\"]", "[\"priority:critical\"]", "[\"critical\"]", "[\"p1\"]", "[\"priority:high\"]", "[\"high\"]",
                   "[\"p2\"]", "[\"priority:medium\"]", "[\"medium\"]", "[\"p3\"]", "[\"priority:low\"]", "[\"low\"]",
                   "[]", "[\"p3\", \"docs\", \"PRIORITY:High\", \"P2\"]", "[\"p0x\", \" p0\", \"priority\", \"it''s \\\"p0\\\"\"]",
                   "[\"p1\", \"p1\"]", "[null, 1, [\"p0\"]]", "{}", "\"p1\""]');
