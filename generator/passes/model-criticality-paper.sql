-- Criticality as first published: the same signals in the formula of Rob Pike's paper.
-- It is sum(weight x ln(1 + S) / ln(1 + max(S, T))) / sum(weight), held between 0 and 1, with the
-- parameters that the README of https://github.com/ossf/criticality_score prints: there the months
-- since the last update have the weight -1, in both sums, where version 2 turns the signal round. The signals are
-- those of the model "criticality"; what is not known is left out of both sums, and where less than
-- half of the weights is known there is no score.

-- rows model_score
WITH weight (part, weight, threshold) AS (
  VALUES ('created_since', 1.0, 120), ('updated_since', -1.0, 120), ('contributor_count', 2.0, 5000), ('org_count', 1.0, 10),
         ('commit_frequency', 1.0, 1000), ('recent_release_count', 0.5, 26), ('closed_issues_count', 0.5, 5000),
         ('updated_issues_count', 0.5, 5000), ('issue_comment_frequency', 1.0, 15), ('github_mention_count', 2.0, 500000)
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
  SELECT *, iif(2 * told >= possible, min(max(points / weight, 0), 1), NULL) AS score FROM summed
)
SELECT source, repo, round(score, 6) AS score, 1 AS maximum, NULL AS grade, told / possible AS known, parts,
       iif(score IS NULL, printf('Not known: of the weights only %g of %g', told, possible),
           printf('(%s) / %g = %.5f', text, weight, points / weight) || iif(score <> points / weight, printf(', counted as %g', score), '')) AS reason
  FROM scored;
