-- Questions whose own text says until when they had to be decided, and that are still open.
-- The day stands below the heading "Decision Deadline", as year-month-day. Archived repositories
-- are left out.
--
-- group:     governance
-- severity:  high
-- remedy:    Decide, or write a new day into it.

-- finding
WITH told AS (
  SELECT i.source, i.repo, i.number, i.updated_at,
         substr(ltrim(substr(i.body, instr(i.body, 'Decision Deadline') + length('Decision Deadline'), 60), char(13) || char(10) || ' :*'), 1, 10) AS day
    FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
   WHERE i.state = 'open' AND r.archived IS NOT 1 AND instr(i.body, 'Decision Deadline')
)
SELECT source, repo, number, printf('It had to be decided by %s.', day) AS message, printf('Open; last touched on %s.', date(updated_at)) AS evidence
  FROM told WHERE day IS date(day, '+0 days') AND day < date('now');
