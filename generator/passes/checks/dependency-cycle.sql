-- Repositories that use each other in a circle.
-- None of them can be built, changed or given up without the others. The circle that is named is
-- a shortest one; where more repositories reach each other, the evidence says how many.
--
-- group:     dependencies
-- severity:  low
-- remedy:    Move what both sides need into a repository that uses neither of them, or make them one.
-- reference: https://en.wikipedia.org/wiki/Acyclic_dependencies_principle

-- finding
SELECT source, repo, 'Repositories use each other in a circle: ' || substr(name, 1, 4000) AS message, substr(reason, 1, 16000) AS evidence
  FROM dependency_cycle;
