-- Actions of others that several repositories use by a name that can be moved.
-- Whoever takes over such an action reaches all of them at once. Rests on the finding
-- "action-floating"; of a repository's actions the one is told that most repositories use.
--
-- group:     security
-- effort:    0.5
-- reference: https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
