-- Criticality: how much others rely on a repository, from 0 to 1, by the OpenSSF Criticality Score.
-- The formula is that of version 2.0.4 with its default configuration (config/scorer/original_pike.yml,
-- https://github.com/ossf/criticality_score): each signal is held between 0 and its bound, turned
-- round where smaller is better (bound - signal), and gives ln(1 + value) / ln(1 + bound); the score
-- is the mean of these by weight. A signal that is not known is left out of both sums, as there. The
-- distinct organisations of contributors and the mentions in commit messages no source tells, and the
-- comments of the last 90 days only where nothing older with comments was touched in that time. Where less
-- than half of the weights is known there is no score. Months are whole ones of 30 days; where
-- nothing was released in the last 365 days, the number of tags, spread evenly over the
-- repository's life, is taken instead. The model measures importance, not quality: it tells what to look after.
--
-- setting: created-since (1, 0 to 100): weight of the signal created_since
-- setting: created-since-bound (120, 1 to 1000000000): months since it was created that are as good as any more
-- setting: updated-since (1, 0 to 100): weight of the signal updated_since
-- setting: updated-since-bound (120, 1 to 1000000000): months since the last commit that are as good as any more
-- setting: contributor-count (2, 0 to 100): weight of the signal contributor_count
-- setting: contributor-count-bound (5000, 1 to 1000000000): contributors that are as good as any more
-- setting: org-count (1, 0 to 100): weight of the signal org_count
-- setting: org-count-bound (10, 1 to 1000000000): their organisations that are as good as any more
-- setting: commit-frequency (1, 0 to 100): weight of the signal commit_frequency
-- setting: commit-frequency-bound (1000, 1 to 1000000000): commits a week that are as good as any more
-- setting: recent-release-count (0.5, 0 to 100): weight of the signal recent_release_count
-- setting: recent-release-count-bound (26, 1 to 1000000000): releases in a year that are as good as any more
-- setting: updated-issues-count (0.5, 0 to 100): weight of the signal updated_issues_count
-- setting: updated-issues-count-bound (5000, 1 to 1000000000): updated issues that are as good as any more
-- setting: closed-issues-count (0.5, 0 to 100): weight of the signal closed_issues_count
-- setting: closed-issues-count-bound (5000, 1 to 1000000000): closed issues that are as good as any more
-- setting: issue-comment-frequency (1, 0 to 100): weight of the signal issue_comment_frequency
-- setting: issue-comment-frequency-bound (15, 1 to 1000000000): comments on issues that are as good as any more
-- setting: github-mention-count (2, 0 to 100): weight of the signal github_mention_count
-- setting: github-mention-count-bound (500000, 1 to 1000000000): mentions that are as good as any more

-- rows model_score
WITH weight (part, weight, bound, reversed, description) AS (
  VALUES ('created_since', 1.0 * :created_since, :created_since_bound, 0, 'months since it was created'),
         ('updated_since', 1.0 * :updated_since, :updated_since_bound, 1, 'months since the last commit'),
         ('contributor_count', 1.0 * :contributor_count, :contributor_count_bound, 0, 'contributors'),
         ('org_count', 1.0 * :org_count, :org_count_bound, 0, 'their organisations'),
         ('commit_frequency', 1.0 * :commit_frequency, :commit_frequency_bound, 0, 'commits a week in the last year'),
         ('recent_release_count', 1.0 * :recent_release_count, :recent_release_count_bound, 0, 'releases in the last year'),
         ('updated_issues_count', 1.0 * :updated_issues_count, :updated_issues_count_bound, 0, 'issues and pull requests updated in the last 90 days'),
         ('closed_issues_count', 1.0 * :closed_issues_count, :closed_issues_count_bound, 0, 'of these, closed'),
         ('issue_comment_frequency', 1.0 * :issue_comment_frequency, :issue_comment_frequency_bound, 0, 'comments for each of them'),
         ('github_mention_count', 1.0 * :github_mention_count, :github_mention_count_bound, 0, 'mentions in commit messages')
), clock AS MATERIALIZED (
  SELECT strftime('%s', 'now') AS now, strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days') AS d90,
         strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-365 days') AS d365
), asked AS MATERIALIZED (
  SELECT c.source, c.repo, substr(c.declaration, length(s.system) + 2) AS what, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration IN (s.system || '/issues', s.system || '/releases')
   GROUP BY c.source, c.repo, what
), item AS MATERIALIZED (
  SELECT source, repo, sum(updated_at >= d90) AS updated, sum(updated_at >= d90 AND state = 'closed') AS closed,
         iif(max(updated_at >= d90 AND created_at < d90 AND comments IS NOT 0), NULL, -- some of them may be older
             total(comments) FILTER (WHERE updated_at >= d90)) AS comments
    FROM issue CROSS JOIN clock GROUP BY source, repo
), year AS MATERIALIZED (
  SELECT source, repo, total(commits) FILTER (WHERE day >= date(d365)) AS commits FROM commit_day CROSS JOIN clock GROUP BY source, repo
), released AS MATERIALIZED (
  SELECT source, repo, sum(coalesce(published_at, created_at) >= d365) AS releases
    FROM release CROSS JOIN clock WHERE NOT draft GROUP BY source, repo
), fact AS MATERIALIZED (
  SELECT r.source, r.key AS repo, r.contributor_count, r.tag_count,
         now - strftime('%s', min(coalesce(r.created_at, r.first_commit_at), coalesce(r.first_commit_at, r.created_at))) AS lived,
         abs(now - strftime('%s', coalesce(r.last_commit_at, r.pushed_at))) AS idle,
         coalesce(y.commits, iif(coalesce(r.last_commit_at, r.pushed_at) < d365 OR r.commit_count = 0, 0, NULL)) AS commits,
         coalesce(e.releases, iif(q.known OR r.release_count = 0 OR (r.tag_count IS NOT NULL AND q.source IS NULL), 0, NULL)) AS releases,
         coalesce(own.known, every.known, i.repo IS NOT NULL) AS issues_known,
         coalesce(i.updated, 0) AS updated, coalesce(i.closed, 0) AS closed, iif(i.repo IS NULL, 0, i.comments) AS comments
    FROM clock CROSS JOIN repo r
    LEFT JOIN item i ON i.source = r.source AND i.repo = r.key
    LEFT JOIN year y ON y.source = r.source AND y.repo = r.key
    LEFT JOIN released e ON e.source = r.source AND e.repo = r.key
    LEFT JOIN asked q ON q.source = r.source AND q.repo = r.key AND q.what = 'releases'
    LEFT JOIN asked own ON own.source = r.source AND own.repo = r.key AND own.what = 'issues'
    LEFT JOIN asked every ON every.source = r.source AND every.repo IS NULL AND every.what = 'issues'
), signal AS (
  SELECT f.source, f.repo, w.*,
         CASE w.part WHEN 'created_since' THEN f.lived / 2592000
                     WHEN 'updated_since' THEN f.idle / 2592000
                     WHEN 'contributor_count' THEN f.contributor_count
                     WHEN 'commit_frequency' THEN round(f.commits / 52.0, 2)
                     WHEN 'recent_release_count'
                     THEN CASE WHEN f.releases > 0 THEN f.releases WHEN f.lived < 86400 THEN f.releases
                               WHEN f.releases = 0 THEN f.tag_count * 365 / (f.lived / 86400) END
                     WHEN 'updated_issues_count' THEN iif(f.issues_known, f.updated, NULL)
                     WHEN 'closed_issues_count' THEN iif(f.issues_known, f.closed, NULL)
                     WHEN 'issue_comment_frequency'
                     THEN CASE WHEN NOT f.issues_known THEN NULL WHEN f.updated = 0 THEN 0 ELSE round(f.comments / f.updated, 2) END
                     END AS value
    FROM fact f CROSS JOIN weight w
), normal AS (
  SELECT *, ln(1 + iif(reversed, bound - min(max(value, 0), bound), min(max(value, 0), bound))) / ln(1 + bound) AS share FROM signal
), summed AS (
  SELECT source, repo, total(weight * share) AS points, total(iif(share IS NULL, 0, weight)) AS weight, total(weight) AS possible,
         group_concat(iif(share IS NULL, NULL, printf('%g x %.5f', weight, share)), ' + ') AS text,
         json_group_array(json_object('part', part, 'value', value, 'weight', weight, 'points', round(weight * share, 6),
                                      'reason', description || iif(reversed, ', fewer is better', '') || printf(', of at most %d', bound))) AS parts
    FROM normal GROUP BY source, repo
)
SELECT source, repo, iif(2 * weight >= possible AND weight > 0, round(points / weight, 6), NULL) AS score, 1 AS maximum, NULL AS grade, iif(possible > 0, weight / possible, 0.0) AS known, parts,
       iif(2 * weight >= possible AND weight > 0, printf('(%s) / %g = %.5f', text, weight, points / weight),
           printf('Not known: of the weights only %g of %g', weight, possible)) AS reason
  FROM summed;
