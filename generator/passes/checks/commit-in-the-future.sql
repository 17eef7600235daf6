-- Repositories whose last commit is of a day that has not come yet.
-- The clock of the machine where it was made is wrong. As long as that day has not come, it makes
-- the repository look fresh.
--
-- group:     hygiene
-- severity:  low
-- remedy:    Set that machine's clock, and do not amend the commit if others have it already.
-- reference: https://git-scm.com/docs/git-commit#_date_formats

-- finding
SELECT source, key AS repo, 'Its last commit is of a day that has not come yet.' AS message,
       printf('Last commit on %s%s.', last_commit_at, coalesce(', commit ' || substr(head, 1, 12), '')) AS evidence
  FROM repo WHERE last_commit_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '+1 day');
