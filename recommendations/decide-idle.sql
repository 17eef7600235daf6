-- Repositories that nobody works on, though others still open issues and pull requests there.
-- What counts is what people opened after the last commit: they do not know that nobody will
-- answer. Archived repositories and forks are left out, and what programs opened.
--
-- group:     flow
-- effort:    1
-- reference: https://chaoss.community/kb/metric-time-to-first-response/

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
