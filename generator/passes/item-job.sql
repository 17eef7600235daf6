-- Scheduled jobs whose last run failed, as items of the one order.
-- One failure may be chance and is of medium severity; where the last run that went well is
-- longer ago than the days below, the
-- job is as good as not there: high. What is paused is left out. Jobs that did not begin in time
-- are found by the check job-late; what a forge runs is a workflow, which other checks look at.
--
-- setting: days (2, 1 to 365): days between the last run that went well and the one that failed

-- rows item
SELECT 'job' AS kind, source, key, name || coalesce(': ' || detail, '') AS title, url,
       iif(julianday(coalesce(started_at, ended_at)) - julianday(succeeded_at) > :days, 'high', 'medium') AS severity, 0 AS declared,
       'failed job' || coalesce(', last well on ' || date(succeeded_at), '') AS basis,
       'Correct it and run it again' || coalesce(' before ' || substr(replace(due_at, 'T', ' '), 1, 16), '') || ', or pause it.' AS remedy,
       coalesce(succeeded_at, ended_at, started_at) AS opened_at
  FROM job WHERE state = 'failed' AND enabled IS NOT 0;
