-- Findings of the checks as items of the one order.
-- How much one matters its check says. A finding about an issue or pull request is no item of
-- its own: it adds points to that one (see priority-finding). Neither is one of a check that
-- only tells of items of another kind, as its header says ("repeats: alert"): the alerts
-- themselves are items. A finding counts from the day on which it was opened last.

-- An issue that is no item itself (see item-issue) cannot carry the finding.
-- rows item
SELECT 'finding' AS kind, f.source, f.rule || ':' || f.key AS key, f.repo, f.message AS title,
       i.url, f.severity, 0 AS declared, f.severity || ' finding of ' || f.rule AS basis, f.rule AS found_by,
       t.since AS opened_at
  FROM finding f
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = f.rule
  LEFT JOIN finding_state t ON t.found_by = f.rule AND t.source = f.source AND t.key = f.key
  LEFT JOIN repo r ON f.number IS NOT NULL AND r.source = f.source AND r.key = f.repo
  LEFT JOIN issue i ON f.number IS NOT NULL AND i.source = f.source AND i.repo = f.repo AND i.number = f.number
 WHERE d.repeats IS NULL
   AND (f.number IS NULL OR i.state <> 'open' OR r.archived
        OR is_desk(i.title, i.labels));
