-- Pull requests that wait for a review.
-- Drafts are left out, and what programs proposed. Every touch starts the days anew. Archived
-- repositories are left out.
--
-- group:     flow
-- severity:  medium
-- remedy:    Review it, ask somebody else to, or say when you will.
-- reference: https://chaoss.community/kb/metric-time-to-first-response/
-- setting:   days (7, 1 to 365): days without a touch

-- finding
SELECT i.source, i.repo, i.number, printf('Waits for a review for %d days or longer.', :days) AS message,
       printf('Last touched on %s, opened on %s%s.', date(i.updated_at), date(i.created_at),
              coalesce('; asked: ' || nullif((SELECT group_concat(value, ', ') FROM json_each(i.reviewers)), ''), '')) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.kind = 'pull' AND i.draft = 0 AND r.archived IS NOT 1
   AND (i.review_state = 'review_required' OR json_array_length(i.reviewers) > 0)
   AND i.review_state IS NOT 'changes_requested' AND coalesce(i.author, '') NOT GLOB '*[[]bot]'
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
