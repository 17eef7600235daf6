-- Repositories that are finished: nobody works on them, nothing is open, and nothing uses them.
-- To archive one says so to everybody and keeps it readable. That nobody commits is not enough
-- (see the check "inactive"): it must be known that nothing is open, no other repository may use
-- it, and no dependency that is known of any may be called as it is. Forks, templates, empty
-- repositories, and sources that cannot archive are left out.
--
-- group:     hygiene
-- effort:    0.1
-- reference: https://docs.github.com/en/repositories/archiving-a-github-repository/archiving-repositories
-- setting:   days (365, 90 to 3650): days without a commit

-- recommendation
WITH used AS MATERIALIZED (          -- the last part of a package's name: "@meadowlark/plantlib", "github.com/meadowlark/plantlib"
  SELECT DISTINCT lower(replace(name, rtrim(name, replace(name, '/', '')), '')) AS name FROM dependency
), idle AS (
  SELECT r.*, coalesce(r.last_commit_at, r.pushed_at) AS worked_at
    FROM repo r
   WHERE r.archived = 0 AND r.fork = 0 AND r.template IS NOT 1 AND r.empty IS NOT 1
     AND coalesce(r.last_commit_at, r.pushed_at) <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
     AND coalesce(r.open_items, r.open_issues + r.open_pulls) = 0
     AND lower(r.name) NOT IN (SELECT name FROM used)
     AND NOT EXISTS (SELECT 1 FROM dependant_count d WHERE d.source = r.source AND d.repo = r.key AND d.direct > 0)
     AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.source = r.source AND i.repo = r.key AND i.state = 'open')
     AND NOT EXISTS (SELECT 1 FROM waived_finding w WHERE w.found_by = 'inactive' AND w.source = r.source AND w.repo = r.key)
), member AS (
  SELECT total(h.score) AS score, count(h.score) AS repos FROM score h JOIN repo r ON r.source = h.source AND r.key = h.repo
   WHERE r.archived IS NOT 1 AND r.fork IS NOT 1
)
SELECT i.source, i.key AS repo, 'Archive it: it is finished, and nothing that is known uses it.' AS title,
       printf('Last commit or push on %s. Open issues and pull requests: none. No dependency of any repository is called %s. Stars: %s, forks: %s.',
              date(i.worked_at), i.name, coalesce(i.stars, 'unknown'), coalesce(i.forks, 'unknown')) AS evidence,
       CASE WHEN s.system = 'github' AND i.key NOT GLOB '*[^A-Za-z0-9._/-]*' THEN 'gh repo archive ' || i.key
            ELSE 'Archive it in its settings.' END AS action,
       i.url || '/settings' AS url,
       NULL AS effect,
       CASE WHEN h.score IS NULL THEN 'It has no score, so the portfolio''s mean stays as it is'
            WHEN m.repos < 2 THEN 'It is the only one that counts in the portfolio''s mean'
            ELSE printf('It counts in the portfolio''s mean no more: (%.1f - %.1f) / %d = %.1f', m.score, h.score, m.repos - 1, (m.score - h.score) / (m.repos - 1)) END AS reason
  FROM idle i
  JOIN source s ON s.name = i.source
  LEFT JOIN score h ON h.source = i.source AND h.repo = i.key
  CROSS JOIN member m;
