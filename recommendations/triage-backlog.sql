-- Backlogs that grow, with what to go through first.
-- Counted is what was opened and closed in the last 90 days, where all issues were read, and what
-- that makes of a year. If at least a third of the open issues has no label these are first,
-- because nobody can choose among them; else what nobody has touched for half a year. Archived
-- repositories and forks are left out.
--
-- group:     flow
-- effort:    2
-- reference: https://chaoss.community/kb/metric-change-request-closure-ratio/

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
