-- Critical issues that nobody is assigned to.
-- What is critical for more than 3 days is another finding. Critical is what a label says.
--
-- group:     flow
-- severity:  high
-- remedy:    Assign somebody who takes care of it today.

-- finding
SELECT i.source, i.repo, i.number, 'Critical, and nobody is assigned.' AS message,
       printf('Has the %s; opened on %s.', p.reason, date(i.created_at)) AS evidence
  FROM priority_part p JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number
 WHERE p.component = 'label' AND p.points >= 85 AND i.assignees = '[]' AND i.kind = 'issue'
   AND i.created_at BETWEEN strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-3 days') AND strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 day');
