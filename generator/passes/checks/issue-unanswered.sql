-- Issues and pull requests from outside that nobody has answered.
-- From outside is who neither owns the repository nor has contributed to it; where contributors
-- are not known, nothing is found. A label, an assignment, or any comment is an answer. Programs,
-- archived repositories and private ones are left out.
--
-- group:     flow
-- severity:  medium
-- remedy:    Answer: say thank you, ask back, or say that it will not be done.
-- reference: https://chaoss.community/kb/metric-time-to-first-response/
-- setting:   days (7, 1 to 365): days since it was opened

-- finding
SELECT i.source, i.repo, i.number, printf('Nobody has answered this for %d days.', :days) AS message,
       printf('Opened on %s by %s; no comment, no label, nobody assigned.', date(i.created_at), i.author) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.comments = 0 AND i.labels = '[]' AND i.assignees = '[]' AND coalesce(i.approvals, 0) = 0
   AND r.archived IS NOT 1 AND r.visibility IS NOT 'private'
   AND i.created_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
   AND i.author <> 'ghost' AND i.author NOT GLOB '*[[]bot]' AND lower(i.author) <> lower(coalesce(r.owner, ''))
   AND EXISTS (SELECT 1 FROM contributor c WHERE c.source = i.source AND c.repo = i.repo)
   AND NOT EXISTS (SELECT 1 FROM contributor c WHERE c.source = i.source AND c.repo = i.repo AND lower(c.name) = lower(i.author));
