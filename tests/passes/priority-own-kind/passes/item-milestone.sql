-- Milestones as items of the one order, which the program does not know: one file.

-- rows item
SELECT 'milestone' AS kind, source, repo || '/' || number AS key, repo, title, 'high' AS severity, 1 AS declared,
       'a milestone' AS basis, 'Ship it.' AS remedy, created_at AS opened_at, due_on
  FROM milestone WHERE state = 'open';

-- rows priority_part
SELECT 'milestone' AS kind, source, repo || '/' || number AS key, repo, 'approval' AS component, 7.5 AS points, 'awaits a word' AS reason
  FROM milestone WHERE state = 'open' AND title = 'Second';
