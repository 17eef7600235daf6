-- Workflows to repair first: they fail, they cost time, and pull requests wait behind them.
-- Rests on the findings of "workflow-failing" and "workflow-unsteady"; of several workflows of
-- a repository the one is told whose failed runs took longest in the last 30 days.
--
-- group:     ci
-- effort:    4
-- reference: https://docs.github.com/en/actions/monitoring-and-troubleshooting-workflows

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
