-- Drafts of releases that were never published.
-- Only who may write sees them. Archived repositories are left out.
--
-- group:     flow
-- severity:  info
-- remedy:    Publish the draft or delete it.
-- reference: https://docs.github.com/en/repositories/releasing-projects-on-github/managing-releases-in-a-repository
-- setting:   days (30, 1 to 3650): how old the draft must be

-- finding
SELECT e.source, e.repo, printf('Drafts of releases that were never published: %d.', count(*)) AS message,
       group_concat(e.tag || ' of ' || date(e.created_at), ', ') AS evidence
  FROM (SELECT * FROM release ORDER BY source, repo, created_at, id) e JOIN repo r ON r.source = e.source AND r.key = e.repo
 WHERE e.draft = 1 AND r.archived IS NOT 1 AND e.created_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
 GROUP BY e.source, e.repo;
