-- Open tickets as items of the one order: what somebody asks of the business, and its tasks.
-- How much one matters a person says, with its severity; its labels stand beside that, as they
-- often say why ("downtime"). What is closed is no item. What waits for somebody else is one,
-- with fewer points (see priority-ticket).

-- rows item
SELECT 'ticket' AS kind, t.source, t.key, t.title, t.url, t.severity, 1 AS declared,
       coalesce(t.severity, 'not rated') || ' ticket' || coalesce(' (' || (SELECT group_concat(value, ', ') FROM json_each(nullif(t.labels, '[]'))) || ')', '') AS basis,
       CASE WHEN t.state = 'waiting' THEN 'Ask whom it waits for, or close it.'
            WHEN t.responded_at IS NULL AND r.key IS NOT NULL THEN 'Answer it.'
            WHEN t.assignees = '[]' THEN 'Give it to somebody.'
            ELSE 'Do it, or say until when it waits.' END AS remedy,
       t.assignees, t.opened_at, t.updated_at AS touched_at, date(t.due_at) AS due_on
  FROM ticket t LEFT JOIN response r ON r.source = t.source AND r.key = t.key WHERE t.state <> 'closed';
