-- Sources of which something could not be read.
-- What was read before stays and is shown with its age. What a source does not have, what
-- was not reached in time, and what is usually not ours to see, is no finding.
--
-- group:     sources
-- severity:  high
-- remedy:    Look at the reason on the page of sources; check address, token and permissions,
--            and run tower collect again. A list that was held back, and is right, comes
--            in with --accept-drop.

-- finding
WITH asked AS (
  SELECT source, declaration, count(*) AS scopes,
         sum(outcome = 'failed') AS failed, sum(outcome = 'forbidden' AND NOT expected) AS forbidden, sum(outcome = 'held') AS held,
         min(iif(outcome IN ('failed', 'held') OR outcome = 'forbidden' AND NOT expected, coalesce(loaded_at, ''), NULL)) AS loaded_at
    FROM scope
   GROUP BY source, declaration
)
SELECT source, NULL AS repo, NULL AS number, declaration AS key,
       iif(failed, 'high', 'medium') AS severity,
       printf('Answers of %s that are missing or out of date: %d of %d.', declaration, failed + forbidden + held, scopes) AS message,
       printf('%d failed, %d not permitted, %d held back because too much would have gone; ', failed, forbidden, held)
         || iif(loaded_at = '', 'at least one was never read completely.',
                'the oldest was last read completely on ' || date(loaded_at) || '.') AS evidence
  FROM asked
 WHERE failed + forbidden + held > 0;
