-- What a call of a tool asks before it answers.

-- analysed
SELECT e.analysed_at FROM edition e WHERE e.run = (SELECT coalesce(max(id), 0) FROM run);
