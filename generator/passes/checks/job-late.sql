-- Scheduled jobs that should have begun and did not.
-- Measured by when their source was read last, not by the clock: a source that cannot be read
-- makes no job late. What is paused is left out, and what is running or queued.
--
-- group:     jobs
-- severity:  medium
-- remedy:    Look whether what starts it still runs, or correct its schedule.
-- setting:   minutes (60, 1 to 100000): minutes after which it is late

-- finding
WITH read AS (
  SELECT source, max(loaded_at) AS at FROM scope GROUP BY source
)
SELECT j.source, NULL AS repo, j.key,
       j.name || ' did not begin when it was due.' AS message,
       'Due at ' || substr(replace(j.due_at, 'T', ' '), 1, 16) || coalesce('; it last began at ' || substr(replace(j.started_at, 'T', ' '), 1, 16), '')
         || '; looked at ' || substr(replace(r.at, 'T', ' '), 1, 16) || '.' AS evidence
  FROM job j JOIN read r ON r.source = j.source
 WHERE j.enabled IS NOT 0 AND j.state NOT IN ('running', 'queued')
   AND datetime(j.due_at, :minutes || ' minutes') <= datetime(r.at) AND coalesce(j.started_at, '') < j.due_at;
