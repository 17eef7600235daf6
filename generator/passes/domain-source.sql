-- Which sources tell of a domain, and what is asked of them for that: the declarations of the
-- domain's group; and of a source that has rows of it, those that are of no group or give such rows.

-- rows domain_source
WITH given (domain, source, part) AS (
  SELECT 'homelab', source, NULL FROM incident
   UNION SELECT 'homelab', source, NULL FROM target
   UNION SELECT 'business', source, NULL FROM ticket
   UNION SELECT 'jobs', source, NULL FROM job
   UNION SELECT 'jobs', source, 'workflow_runs' FROM workflow_run WHERE event = 'schedule'
   UNION SELECT 'ideas', source, NULL FROM idea
   UNION SELECT 'ideas', source, 'issues' FROM issue WHERE kind = 'issue' AND title GLOB '[[]Idea]*'
   UNION SELECT 'costs', source, 'billing' FROM charge
   UNION SELECT 'costs', source, 'workflow_runs' FROM run_usage
   UNION SELECT 'memory', source, 'documents' FROM memory
   UNION SELECT 'memory', source, 'comments' FROM memory
)
SELECT domain, source, '' AS declaration FROM given
 UNION
SELECT g.domain, g.source, s.system || '/' || g.part FROM given g JOIN source s ON s.name = g.source WHERE g.part IS NOT NULL
 UNION
SELECT g.domain, g.source, c.declaration
  FROM given g
  JOIN scope c ON c.source = g.source
  LEFT JOIN declaration d ON d.kind = 'source' AND d.name = c.declaration
 WHERE g.part IS NULL AND d."group" IS NULL
 UNION
SELECT d."group", s.name, d.name
  FROM source s JOIN declaration d ON d.kind = 'source' AND d."group" IS NOT NULL
 WHERE EXISTS (SELECT 1 FROM scope c WHERE c.source = s.name AND c.declaration = d.name);
