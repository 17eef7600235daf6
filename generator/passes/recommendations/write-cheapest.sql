-- Where an hour of writing raises the score most, in the whole portfolio.
-- Of what can be written (README, licence, guides, policy, templates, description, topics) each
-- repository's best step by points gained for an hour is compared with those of all others, and
-- only the first few are told. Archived repositories and forks are left out.
--
-- group:     community
-- effort:    1
-- reference: https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/about-community-profiles-for-public-repositories
-- setting:   steps (3, 1 to 1000): how many repositories are told
-- setting:   hours (1, 0.1 to 40): how long it may take at most

-- recommendation
WITH written (component, "check", file) AS (
  VALUES ('readme', 'no-readme', 'README.md'), ('license', 'no-license', 'LICENSE'), ('contributing', 'no-contributing', 'CONTRIBUTING.md'),
         ('conduct', 'no-code-of-conduct', 'CODE_OF_CONDUCT.md'), ('security', 'no-security-policy', 'SECURITY.md'),
         ('templates', 'no-issue-template', '.github/ISSUE_TEMPLATE/problem.md'), ('description', 'no-description', NULL), ('topics', NULL, NULL)
), step AS (
  SELECT p.source, p.repo, p.component, p.reason AS evidence, p.remedy, p.effort, w.file, p.maximum - p.points AS missing, s.maximum,
         100 * (p.maximum - p.points) / s.maximum AS gain,
         row_number() OVER (PARTITION BY p.source, p.repo ORDER BY (p.maximum - p.points) / p.effort DESC, p.component) AS nth
    FROM written w
   CROSS JOIN score_part p ON p.rule IN ('health-community', 'health-security') AND p.component = w.component
    JOIN score s ON s.source = p.source AND s.repo = p.repo AND s.score IS NOT NULL
    JOIN repo r ON r.source = p.source AND r.key = p.repo
   WHERE p.points < p.maximum AND p.effort <= :hours AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND NOT EXISTS (SELECT 1 FROM waived_finding x WHERE x.found_by = w."check" AND x.source = p.source AND x.repo = p.repo)
), ranked AS (
  SELECT *, row_number() OVER (ORDER BY gain / effort DESC, gain DESC, source, repo) AS rank, count(*) OVER () AS repos, (SELECT median(gain / effort) FROM step WHERE nth = 1) AS usual
    FROM step WHERE nth = 1
)
SELECT k.source, k.repo, k.remedy AS title,
       printf('%s By points for an hour of writing it is number %d of %d repositories.', k.evidence, k.rank, k.repos) AS evidence,
       iif(k.file IS NULL, 'Edit "About" on the repository''s page.', printf('Write the file %s.', k.file)) AS action,
       CASE WHEN k.file IS NULL THEN r.url
            WHEN s.system = 'github' AND r.default_branch NOT GLOB '*[^A-Za-z0-9._/-]*' THEN r.url || '/new/' || r.default_branch || '?filename=' || k.file END AS url,
       round(k.gain, 1) AS effect, k.effort,
       printf('%s: %g points of %g known = +%.1f, for %g h: %.1f an hour, where %.1f is usual', k.component, round(k.missing, 1), k.maximum, k.gain, k.effort, k.gain / k.effort, k.usual) AS reason
  FROM ranked k
  JOIN repo r ON r.source = k.source AND r.key = k.repo
  JOIN source s ON s.name = k.source
 WHERE k.rank <= :steps AND round(k.gain, 1) > 0;
