-- Branches, for this case: the name is the severity; those of issues are named after them.
--
-- group:     own
-- severity:  high
-- remedy:    Take it away.

-- finding
SELECT source, repo, iif(name LIKE '%-%', substr(name, instr(name, '-') + 1) + 0, NULL) AS number, substr(name, 1, instr(name || '-', '-') - 1) AS severity,
       'A branch ' || name AS message, 'It is there.' AS evidence, repo || ':' || name AS key
  FROM branch;
