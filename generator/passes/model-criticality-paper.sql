-- Criticality as first published: the same signals in the formula of Rob Pike's paper.
-- It is sum(weight x ln(1 + S) / ln(1 + max(S, T))) / sum(weight), held between 0 and 1, with the
-- parameters that the README of https://github.com/ossf/criticality_score prints: there the months
-- since the last update have the weight -1, in both sums, where version 2 turns the signal round. The signals are
-- those of the model "criticality"; what is not known is left out of both sums, and where less than
-- half of the weights is known there is no score.
--
-- needs: criticality
-- setting: created-since (1, -100 to 100): weight of the signal created_since
-- setting: created-since-threshold (120, 1 to 1000000000): from how many months since it was created on it counts in full
-- setting: updated-since (-1, -100 to 100): weight of the signal updated_since
-- setting: updated-since-threshold (120, 1 to 1000000000): from how many months since the last commit on it counts in full
-- setting: contributor-count (2, -100 to 100): weight of the signal contributor_count
-- setting: contributor-count-threshold (5000, 1 to 1000000000): from how many contributors on it counts in full
-- setting: org-count (1, -100 to 100): weight of the signal org_count
-- setting: org-count-threshold (10, 1 to 1000000000): from how many their organisations on it counts in full
-- setting: commit-frequency (1, -100 to 100): weight of the signal commit_frequency
-- setting: commit-frequency-threshold (1000, 1 to 1000000000): from how many commits a week on it counts in full
-- setting: recent-release-count (0.5, -100 to 100): weight of the signal recent_release_count
-- setting: recent-release-count-threshold (26, 1 to 1000000000): from how many releases in a year on it counts in full
-- setting: updated-issues-count (0.5, -100 to 100): weight of the signal updated_issues_count
-- setting: updated-issues-count-threshold (5000, 1 to 1000000000): from how many updated issues on it counts in full
-- setting: closed-issues-count (0.5, -100 to 100): weight of the signal closed_issues_count
-- setting: closed-issues-count-threshold (5000, 1 to 1000000000): from how many closed issues on it counts in full
-- setting: issue-comment-frequency (1, -100 to 100): weight of the signal issue_comment_frequency
-- setting: issue-comment-frequency-threshold (15, 1 to 1000000000): from how many comments on issues on it counts in full
-- setting: github-mention-count (2, -100 to 100): weight of the signal github_mention_count
-- setting: github-mention-count-threshold (500000, 1 to 1000000000): from how many mentions on it counts in full

-- rows model_score
WITH weight (part, weight, threshold) AS (
  VALUES ('created_since', 1.0 * :created_since, :created_since_threshold), ('updated_since', 1.0 * :updated_since, :updated_since_threshold), ('contributor_count', 1.0 * :contributor_count, :contributor_count_threshold), ('org_count', 1.0 * :org_count, :org_count_threshold),
         ('commit_frequency', 1.0 * :commit_frequency, :commit_frequency_threshold), ('recent_release_count', 1.0 * :recent_release_count, :recent_release_count_threshold), ('closed_issues_count', 1.0 * :closed_issues_count, :closed_issues_count_threshold),
         ('updated_issues_count', 1.0 * :updated_issues_count, :updated_issues_count_threshold), ('issue_comment_frequency', 1.0 * :issue_comment_frequency, :issue_comment_frequency_threshold), ('github_mention_count', 1.0 * :github_mention_count, :github_mention_count_threshold)
), signal AS MATERIALIZED (
  SELECT m.source, m.repo, p.value ->> '$.part' AS part, p.value ->> '$.value' AS value
    FROM model_score m, json_each(m.parts) p WHERE m.rule = 'model-criticality'
), normal AS (
  SELECT s.source, s.repo, w.*, s.value, ln(1 + s.value) / ln(1 + max(s.value, w.threshold)) AS share
    FROM signal s CROSS JOIN weight w ON w.part = s.part
), summed AS (
  SELECT source, repo, total(weight * share) AS points, total(iif(share IS NULL, 0, weight)) AS weight,
         total(iif(share IS NULL, 0, abs(weight))) AS told, total(abs(weight)) AS possible,
         group_concat(iif(share IS NULL, NULL, printf('%g x %.5f', weight, share)), ' + ') AS text,
         json_group_array(json_object('part', part, 'value', value, 'weight', weight, 'points', round(weight * share, 6),
                                      'reason', 'threshold ' || threshold)) AS parts
    FROM normal GROUP BY source, repo
), scored AS (
  SELECT *, iif(2 * told >= possible AND weight <> 0, min(max(points / weight, 0), 1), NULL) AS score FROM summed
)
SELECT source, repo, round(score, 6) AS score, 1 AS maximum, NULL AS grade, iif(possible > 0, told / possible, 0.0) AS known, parts,
       iif(score IS NULL, printf('Not known: of the weights only %g of %g', told, possible),
           printf('(%s) / %g = %.5f', text, weight, points / weight) || iif(score <> points / weight, printf(', counted as %g', score), '')) AS reason
  FROM scored;
