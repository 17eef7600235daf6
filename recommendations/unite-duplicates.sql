-- Repositories that seem to do the same work as another: the same rare packages, topics and people.
-- Of two, the one that was worked on longer ago is told; of several pairs the one that is most
-- alike. Archived repositories and forks are left out.
--
-- group:     dependencies
-- effort:    4

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
