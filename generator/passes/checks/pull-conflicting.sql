-- Pull requests that cannot be merged because something else was changed meanwhile.
-- Drafts are left out. Every touch starts the days anew. Archived repositories are left out.
--
-- group:     flow
-- severity:  low
-- remedy:    Bring the branch up to date, or close the pull request if it is outdated.
-- reference: https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/addressing-merge-conflicts
-- setting:   days (7, 1 to 365): days without a touch

-- finding
SELECT i.source, i.repo, i.number, printf('It has conflicts, and nobody has touched it for %d days.', :days) AS message,
       printf('From %s into %s; last touched on %s.', coalesce(i.head_branch, 'a branch'), coalesce(i.base_branch, 'another'), date(i.updated_at)) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.kind = 'pull' AND i.draft IS NOT 1 AND i.mergeable = 'conflicting' AND r.archived IS NOT 1
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
