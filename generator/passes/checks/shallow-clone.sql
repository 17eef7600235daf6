-- Local repositories of which only the last commits are there.
-- How many commits and contributors there are, and when the first was made, stays unknown. That is
-- how Actions checks repositories out unless told otherwise.
--
-- group:     sources
-- severity:  info
-- remedy:    Run git fetch --unshallow in it; in a workflow set fetch-depth to 0.
-- reference: https://git-scm.com/docs/git-fetch#Documentation/git-fetch.txt---unshallow

-- finding
SELECT source, key AS repo, 'Its history is cut off, so part of what could be shown is unknown.' AS message, 'A shallow clone' || coalesce(', standing at ' || substr(head, 1, 12), '') || '.' AS evidence
  FROM repo WHERE shallow = 1;
