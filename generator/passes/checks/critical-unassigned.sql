-- Critical issues that nobody is assigned to.
-- What is critical for more than 3 days is another finding. Critical is what a label says.
--
-- group:     flow
-- severity:  high
-- remedy:    Assign somebody who takes care of it today.

-- finding
SELECT i.source, i.repo, i.number, 'Critical, and nobody is assigned.' AS message,
       printf('Has the label %s; opened on %s.', m.label, date(i.created_at)) AS evidence
  FROM issue i
  JOIN label_meaning m ON m.labels = i.labels AND m.aspect = 'priority' AND m.meaning = 'critical'
  JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND r.archived IS NOT 1
   AND NOT is_desk(i.title, i.labels)
   AND i.assignees = '[]' AND i.kind = 'issue'
   AND i.created_at BETWEEN strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-3 days') AND strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 day');
