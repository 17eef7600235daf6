-- Pull requests that are approved and could be merged, and that nobody merges.
-- Their checks must have succeeded, or there must be none. Drafts are left out, and what is merged
-- by itself. Archived repositories are left out.
--
-- group:     flow
-- severity:  low
-- remedy:    Merge it, or say what it still waits for.
-- reference: https://dora.dev/capabilities/working-in-small-batches/
-- setting:   days (3, 1 to 365): days without a touch

-- finding
SELECT i.source, i.repo, i.number, printf('Approved and ready to be merged for %d days or longer.', :days) AS message,
       printf('Approvals: %s; no conflicts; checks: %s; last touched on %s.', coalesce(i.approvals, 'given'), i.ci_state, date(i.updated_at)) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.kind = 'pull' AND i.draft = 0 AND i.auto_merge IS NOT 1 AND r.archived IS NOT 1
   AND i.review_state = 'approved' AND i.mergeable = 'mergeable' AND i.ci_state IN ('success', 'none')
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
