-- Critical issues and pull requests that have been open for more than 3 days.
-- Critical is what a label says: p0, critical or priority:critical.
--
-- group:     flow
-- severity:  critical
-- remedy:    Work on it now, or lower its priority if it is not critical.

-- finding
SELECT i.source, i.repo, i.number,
       'Critical, and open for more than 3 days.' AS message,
       printf('Has the %s; opened on %s, last touched on %s; %s.', p.reason, date(i.created_at), date(i.updated_at),
              CASE json_array_length(i.assignees) WHEN 0 THEN 'nobody is assigned'
                                                  WHEN 1 THEN '1 person is assigned'
                                                  ELSE json_array_length(i.assignees) || ' people are assigned' END) AS evidence
  FROM priority_part p JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number
 WHERE p.component = 'label' AND p.points >= 85
   AND i.created_at < strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-3 days');
