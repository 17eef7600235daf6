-- Something that others wrote, and wrote too much of.
--
-- group:    hygiene
-- severity: info
-- remedy:   None.

-- finding
SELECT source, key AS repo, printf('%.*c', 4096 + (key = 'o/long'), 'm') AS message, printf('%.*c', 16384 + (key = 'o/long'), 'e') AS evidence FROM repo;
