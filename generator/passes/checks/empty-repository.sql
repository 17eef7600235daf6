-- Repositories that were created and never filled.
-- Archived repositories are left out.
--
-- group:     hygiene
-- severity:  info
-- remedy:    Begin, or delete it.
-- setting:   days (30, 1 to 3650): how long ago it must have been created

-- finding
SELECT source, key AS repo, 'It was created and is still empty.' AS message, printf('Created on %s; no commit.', date(created_at)) AS evidence
  FROM repo WHERE empty = 1 AND archived IS NOT 1 AND created_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
