-- Open tickets as items of the one order: what somebody asks of the business, and its tasks.
-- How much one matters a person says, with its severity; its labels stand beside that, as they
-- often say why ("downtime"). What is closed is no item. What waits for somebody else is one,
-- with fewer points (see priority-ticket).

-- rows item
SELECT 'ticket' AS kind, source, key, title, url, severity, 1 AS declared,
       coalesce(severity, 'not rated') || ' ticket' || coalesce(' (' || (SELECT group_concat(value, ', ') FROM json_each(nullif(labels, '[]'))) || ')', '') AS basis,
       CASE WHEN state = 'waiting' THEN 'Ask whom it waits for, or close it.'
            WHEN responded_at IS NULL AND (customer IS NOT NULL OR lower(kind) IN ('request', 'question', 'complaint', 'incident', 'problem', 'ticket')) THEN 'Answer it.'
            WHEN assignees = '[]' THEN 'Give it to somebody.'
            ELSE 'Do it, or say until when it waits.' END AS remedy,
       assignees, opened_at, updated_at AS touched_at, date(due_at) AS due_on
  FROM ticket WHERE state <> 'closed';
