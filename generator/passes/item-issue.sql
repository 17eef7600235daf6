-- Open issues and pull requests as items of the one order.
-- How much one matters a person says, with a label of priority (see label-meaning). An archived
-- repository's are left out, because nobody can act on them, and so are the nightly desk's own
-- issues ("Decision Desk ..." that await a decision).

-- rows item
SELECT i.kind, i.source, i.repo || '#' || i.number AS key, i.repo, i.number, i.title, i.url,
       m.meaning AS severity, 1 AS declared, coalesce('label ' || m.label, 'no priority label') AS basis,
       i.labels, i.assignees, i.created_at AS opened_at, i.updated_at AS touched_at, i.due_on
  FROM issue i
  JOIN repo r ON r.source = i.source AND r.key = i.repo
  LEFT JOIN label_meaning m ON m.labels = i.labels AND m.aspect = 'priority'
 WHERE i.state = 'open' AND r.archived IS NOT 1
   AND NOT is_desk(i.title, i.labels);
