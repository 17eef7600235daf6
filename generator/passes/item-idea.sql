-- Ideas that wait for somebody as items of the one order: those to be reviewed, and new ones
-- that can be acted upon. They are low by nature: nothing breaks where one waits. Ideas that
-- are issues of a repository are items already.

-- rows item
SELECT 'idea' AS kind, source, key, title, url, 'low' AS severity, 0 AS declared,
       iif(state = 'review', 'idea to be reviewed', 'new idea that can be acted upon') AS basis,
       iif(suggested IS NULL, 'Say where it goes, or drop it.', 'Route it to ' || suggested || ', or drop it.') AS remedy,
       created_at AS opened_at, updated_at AS touched_at
  FROM idea WHERE state = 'review' OR (state = 'new' AND actionable);
