-- Questions for a decision that do not say all that one needs to decide.
-- Asked for are the fields of the form: what is to be decided, the options, what happens if it is
-- approved, the risk if that is wrong, and until when. Archived repositories are left out.
--
-- group:     governance
-- severity:  medium
-- remedy:    Fill them in below their headings.

-- finding
WITH field (place, name) AS (
  VALUES (1, 'Decision Needed'), (2, 'Options'), (3, 'Impact if Approved'), (4, 'Risk if Wrong'), (5, 'Decision Deadline')
), asked AS MATERIALIZED (
  SELECT i.source, i.repo, i.number, char(10) || replace(i.body, char(13), '') || char(10) AS body
    FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
   WHERE i.state = 'open' AND i.body IS NOT NULL AND i.title GLOB '[[]Decision]*' AND r.archived IS NOT 1
), said AS (
  SELECT a.source, a.repo, a.number, f.place, f.name,
         iif(instr(a.body, '# ' || f.name || char(10)), substr(a.body, instr(a.body, '# ' || f.name || char(10)) + length(f.name) + 3), '') AS rest
    FROM asked a CROSS JOIN field f
), missing AS (
  SELECT * FROM said
   WHERE trim(iif(instr(rest, char(10) || '#'), substr(rest, 1, instr(rest, char(10) || '#') - 1), rest), ' ' || char(10)) IN ('', '_No response_')
   ORDER BY source, repo, number, place
)
SELECT source, repo, number, 'It asks for a decision and does not say all that is needed for it.' AS message,
       'Missing: ' || group_concat(name, ', ') || '.' AS evidence
  FROM missing GROUP BY source, repo, number;
