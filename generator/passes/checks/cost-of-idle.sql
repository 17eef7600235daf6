-- Repositories that cost something, though they are archived or nobody works on them.
-- Usually it is a nightly workflow, stored artifacts or packages. Counted is what was paid this
-- month.
--
-- group:     cost
-- severity:  low
-- remedy:    Switch off its scheduled workflows, and delete artifacts and packages that nobody needs.
-- reference: https://docs.github.com/en/billing/managing-billing-for-your-products/managing-billing-for-github-actions/about-billing-for-github-actions
-- setting:   days (180, 30 to 3650): days without a commit
-- setting:   least (1, 0 to 1000000): how much it must cost, in units of the currency

-- finding
SELECT u.source, u.repo, u.repo || ' ' || u.currency AS key,
       iif(r.archived = 1, 'It is archived, and still costs something.', printf('Nobody has worked on it for %d days, and it still costs something.', :days)) AS message,
       printf('This month %.2f %s, most of it for %s', sum(u.cost) / 1e6, u.currency, coalesce((SELECT m.service FROM usage m WHERE m.source = u.source AND m.repo = u.repo AND m.currency = u.currency AND m.kind = 'actual'
                AND m.day >= date('now', 'start of month') GROUP BY m.service ORDER BY sum(m.cost) DESC, m.service LIMIT 1), 'something that has no name'))
         || coalesce('; last commit on ' || date(coalesce(r.last_commit_at, r.pushed_at)), '') || '.' AS evidence
  FROM usage u JOIN repo r ON r.source = u.source AND r.key = u.repo
 WHERE u.kind = 'actual' AND u.cost IS NOT NULL AND u.day >= date('now', 'start of month') AND u.day < date('now', 'start of month', '+1 month')
   AND (r.archived = 1 OR coalesce(r.last_commit_at, r.pushed_at) <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days'))
 GROUP BY u.source, u.repo, u.currency
HAVING sum(u.cost) >= :least * 1e6;
