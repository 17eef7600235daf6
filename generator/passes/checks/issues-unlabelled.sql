-- Repositories that label some of their open issues, and leave most without a label.
-- Where no open issue has a label, labels are not used, and nothing is found. Archived
-- repositories are left out.
--
-- group:     hygiene
-- severity:  info
-- remedy:    Go through the list once and label what each is about; a form for new issues can do it
--            for those to come.
-- reference: https://docs.github.com/en/issues/using-labels-and-milestones-to-track-work/managing-labels
-- setting:   issues (10, 2 to 10000): how many open issues there must be
-- setting:   percent (50, 1 to 99): more than how many of a hundred have no label

-- finding
SELECT i.source, i.repo, printf('Open issues without any label: %d of %d.', sum(i.labels = '[]'), count(*)) AS message,
       printf('The newest is #%d.', max(iif(i.labels = '[]', i.number, 0))) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.kind = 'issue' AND r.archived IS NOT 1
 GROUP BY i.source, i.repo
HAVING count(*) >= :issues AND sum(i.labels = '[]') < count(*) AND 100 * sum(i.labels = '[]') > :percent * count(*);
