-- One repository: what is known of it, its health in parts, and what could not be read.
-- Each part of the score has its points, what they are of, why, and what would earn the rest;
-- points are null where the facts are not known. depth basic leaves the lists empty, detailed
-- adds the parts of the score, comprehensive the rest.
--
-- title:     Scan a repository
-- parameter: repo_name (text, required): owner/name, or the name alone where one repository has it
-- parameter: source (text): the source, where several know a repository of that name
-- parameter: depth (one of basic|detailed|comprehensive, default comprehensive): how much is told
-- parameter: force_refresh (yes or no, default no): accepted for older clients, without effect
-- types:     private boolean, archived boolean, fork boolean, open_issues integer, stars integer, forks integer, size_kb integer,
--   days_since_update integer, health_score number, topics list, has_readme boolean, has_license boolean, has_ci boolean, has_tests boolean,
--   commit_count integer, contributor_count integer, known_share number, points number, maximum number, effort_hours number,
--   gain number, nth integer, score_after number

-- refuse
WITH wanted AS (
  SELECT source, key FROM repo
   WHERE (key = :repo_name OR (name = :repo_name AND :repo_name NOT IN (SELECT key FROM repo))) AND source = coalesce(:source, source)
)
SELECT iif(count(*), printf('%d repositories are called %s: %s. Give owner/name, and source.', count(*), :repo_name, group_concat(key || ' of source ' || source, ', ')),
           printf('No repository is called %s here; scan_portfolio lists them.', :repo_name)) AS message
  FROM (SELECT * FROM wanted ORDER BY key, source LIMIT 10) HAVING count(*) <> 1;

-- result
SELECT r.key AS name, r.source, r.description, r.visibility <> 'public' AS private, r.archived, r.fork, r.language, r.topics,
       r.open_items AS open_issues, r.stars, r.forks, r.size_kb, coalesce(r.last_commit_at, r.pushed_at, r.updated_at) AS last_updated,
       CAST(julianday(:as_of) - julianday(coalesce(r.last_commit_at, r.pushed_at, r.updated_at)) AS INTEGER) AS days_since_update,
       r.last_commit_at AS last_commit_date, r.license, r.default_branch, r.commit_count, r.contributor_count,
       r.has_readme, r.has_license, r.has_ci, r.has_tests,
       s.score AS health_score, s.grade AS health_grade, coalesce(s.reason, 'It was not scored.') AS health_reason, s.known AS known_share, r.url
  FROM repo r LEFT JOIN score s ON s.source = r.source AND s.repo = r.key
 WHERE (r.key = :repo_name OR (r.name = :repo_name AND :repo_name NOT IN (SELECT key FROM repo))) AND r.source = coalesce(:source, r.source);

-- result.score_parts
SELECT component, points, maximum, reason, remedy, effort AS effort_hours FROM score_part
 WHERE source = :source AND repo = :name AND :depth <> 'basic' ORDER BY maximum DESC, component, rule;

-- The cheapest way to the next grade.
-- result.next_grade
SELECT nth, target AS grade, remedy AS action, gain, effort AS effort_hours, score AS score_after, reason FROM remedy_step
 WHERE source = :source AND repo = :name AND :depth = 'comprehensive' ORDER BY nth;

-- result.findings
SELECT f.rule, f.severity, f.message, f.evidence, d.remedy AS action FROM finding f LEFT JOIN declaration d ON d.kind = 'check' AND d.name = f.rule
 WHERE f.source = :source AND f.repo = :name AND :depth = 'comprehensive'
 ORDER BY CASE f.severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5 END, f.rule, f.key;

-- What its source was asked and did not tell, and why.
-- result.not_known
SELECT declaration AS asked, outcome, reason, loaded_at AS last_read_at FROM scope
 WHERE source = :source AND repo = :name AND outcome NOT IN ('ok', 'unchanged') AND :depth = 'comprehensive' ORDER BY declaration, key;
