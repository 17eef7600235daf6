-- Repositories in which merged pull requests wait for a release, while nothing is broken.
-- Looked at is what was merged since the last release, and whether the checks on the default
-- branch fail: then that is first. What never released, archived repositories and forks are
-- left out, and pull requests of programs.
--
-- group:     flow
-- effort:    1
-- reference: https://chaoss.community/kb/metric-release-frequency/

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
