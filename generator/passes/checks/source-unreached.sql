-- Sources of which something was not asked for a week, because there was no time or budget for it.
-- What is shown of it is as old as that. What fails or is refused is another finding.
--
-- group:     sources
-- severity:  medium
-- remedy:    Give the source a token, more time (deadline) or requests (max-requests), or leave out
--            what nobody needs (exclude).
-- setting:   days (7, 1 to 365): how old what is known must be

-- finding
SELECT source, declaration AS key, printf('Answers of %s that were not asked for again within %d days: %d.', declaration, :days, count(*)) AS message,
       printf('The oldest was last read completely on %s.', date(min(loaded_at))) AS evidence
  FROM scope
 WHERE outcome = 'unreached' AND NOT expected AND loaded_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
 GROUP BY source, declaration;
