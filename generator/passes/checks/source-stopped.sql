-- Sources that let us ask no more before the last run was through.
--
-- group:     sources
-- severity:  low
-- remedy:    Give the source a token or an app with a higher limit, or run when others do not use it.

-- finding
SELECT source, 'limit' AS key, 'The last run could not ask all that it wanted to.' AS message, stopped AS evidence
  FROM allowance WHERE stopped IS NOT NULL;
