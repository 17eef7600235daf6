-- Of the pull requests that stand still, the one that is nearest to its end.
-- First comes what is approved, passes and has no conflict; then what is approved; then what
-- waits for a review; then what its author was asked to change or has conflicts; among equals the
-- oldest. A single one is no choice: it takes two. Drafts, pull requests of programs and
-- archived repositories are left out, and those of which a finding is waived.
--
-- group:     flow
-- effort:    0.5
-- reference: https://chaoss.community/kb/metric-change-request-closure-ratio/
-- setting:   days (14, 1 to 365): days without a touch
-- setting:   pulls (2, 2 to 10000): how many must stand still

-- recommendation
WITH still AS (
  SELECT i.source, i.repo, i.number, i.url, i.created_at,
         CASE WHEN i.mergeable = 'conflicting' THEN 'conflict'
              WHEN i.review_state = 'approved' AND coalesce(i.ci_state, 'none') IN ('success', 'none') THEN 'ready'
              WHEN i.review_state = 'approved' THEN 'approved'
              WHEN i.review_state = 'changes_requested' THEN 'asked'
              ELSE 'review' END AS stand
    FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
   WHERE i.state = 'open' AND i.kind = 'pull' AND i.draft = 0 AND r.archived IS NOT 1 AND coalesce(i.author, '') NOT LIKE '%[bot]'
     AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
     AND NOT EXISTS (SELECT 1 FROM waived_finding w WHERE w.found_by GLOB 'pull-*' AND w.source = i.source AND w.repo = i.repo AND w.number = i.number)
), step (place, stand, words) AS (
  VALUES (1, 'ready', 'Merge #%d: it is approved, its checks pass and it has no conflict.'), (2, 'approved', 'Look why the checks of #%d do not pass: it is approved.'),
         (3, 'review', 'Review #%d.'), (4, 'asked', 'Ask the author of #%d, or make the change that was asked for.'), (5, 'conflict', 'Bring #%d up to date, or close it.')
), placed AS (
  SELECT t.*, e.words, row_number() OVER (PARTITION BY t.source, t.repo ORDER BY e.place, t.created_at, t.number) AS nth,
         count(*) OVER whole AS pulls, sum(t.stand = 'ready') OVER whole AS ready, sum(t.stand = 'approved') OVER whole AS approved,
         sum(t.stand = 'review') OVER whole AS review, sum(t.stand = 'asked') OVER whole AS asked, sum(t.stand = 'conflict') OVER whole AS conflict
    FROM still t JOIN step e ON e.stand = t.stand
  WINDOW whole AS (PARTITION BY t.source, t.repo)
)
SELECT source, repo, printf('Finish one of the %d pull requests that stand still: #%d is nearest to its end.', pulls, number) AS title,
       printf('Not touched for %d days or longer: %d, of these ready to merge: %d, approved and not passing: %d, waiting for a review: %d, for their authors: %d, in conflict: %d. #%d is open since %s.',
              :days, pulls, ready, approved, review, asked, conflict, number, date(created_at)) AS evidence,
       printf(words, number) AS action, url,
       NULL AS effect,
       printf('%d ready, %d approved, %d for review, %d for authors, %d in conflict: in this order, then the oldest. One of them moves the score by little, so nothing is promised', ready, approved, review, asked, conflict) AS reason
  FROM placed WHERE nth = 1 AND pulls >= :pulls;
