-- Issues and pull requests whose day has passed.
-- Where the day is that of a milestone, the milestone is the finding. Archived repositories are
-- left out.
--
-- group:     flow
-- severity:  medium
-- remedy:    Do it, set a new day, or close it.

-- finding
SELECT i.source, i.repo, i.number, printf('It was due on %s.', i.due_on) AS message,
       printf('Last touched on %s; %s.', date(i.updated_at), CASE json_array_length(i.assignees) WHEN 0 THEN 'nobody is assigned' WHEN 1 THEN '1 person is assigned'
                                                             ELSE json_array_length(i.assignees) || ' people are assigned' END) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.due_on < date('now') AND r.archived IS NOT 1
   AND NOT EXISTS (SELECT 1 FROM milestone m WHERE m.source = i.source AND m.repo = i.repo AND m.title = i.milestone);
