-- What the search finds: repositories, the site's own texts, sources and checks, recommendations,
-- findings, open issues and pull requests, of these the most urgent first, open tickets and
-- incidents, what is watched, jobs and ideas, 20,000 in all.
--
-- path: search-index
-- title: Index of the search

-- entries
WITH entry (class, rank, name, kind, title, facts, path, text) AS (
  SELECT 1, 0, lower(r.key), 'repository', r.key,
         nullif(trim(substr(coalesce(r.description, ''), 1, 200) || ' ' || coalesce(r.language, '')), ''),
         page.path || '.html',
         (SELECT group_concat(value, ' ') FROM json_each(coalesce(r.topics, '[]')))
    FROM page JOIN repo r ON r.source = page.source AND r.key = page.repo
  UNION ALL
  SELECT 2, 0, name, 'page', summary, NULL, slug(substr(name, 9)) || '.html', substr(documentation, 1, 8192)
    FROM declaration WHERE kind = 'page' AND name LIKE 'content/%'
  UNION ALL
  SELECT 3, position, name, 'source', name, system, 'sources.html#source-' || name, NULL FROM source
  UNION ALL
  SELECT 4, 0, name, 'check', name, summary, 'checks.html#check-' || name, NULL
    FROM declaration WHERE kind = 'check'
  UNION ALL
  SELECT 5, 0, r.rule, 'recommendation', r.title, coalesce(r.repo, r.source) || iif(r.effect IS NULL, '', printf(', +%.1f points', r.effect)) || ', ' || r.rule,
         coalesce(page.path || '.html#recommendations', 'recommendations.html'), substr(r.action || ' ' || r.evidence, 1, 400)
    FROM recommendation r LEFT JOIN page ON page.source = r.source AND page.repo = r.repo
  UNION ALL
  SELECT 5, instr('critical high medium low info', f.severity), f.key, 'finding', f.message,
         coalesce(f.repo, f.source) || iif(f.number IS NULL, '', ' #' || f.number) || ', ' || f.severity || ', ' || f.rule,
         coalesce(page.path || '.html#' || iif(f.number IS NULL, 'findings', 'issue-' || f.number), 'sources.html#source-' || f.source),
         substr(f.evidence, 1, 200)
    FROM finding f LEFT JOIN page ON page.source = f.source AND page.repo = f.repo
  UNION ALL
  SELECT 6, coalesce(p.rank, 1e9), i.repo, iif(i.kind = 'pull', 'pull request', 'issue'), i.title,
         i.repo || ' #' || i.number || coalesce(' ' || (SELECT group_concat(value, ', ') FROM json_each(nullif(i.labels, '[]'))), ''),
         page.path || '.html#issue-' || i.number, NULL
    FROM issue i
    JOIN page ON page.source = i.source AND page.repo = i.repo
    LEFT JOIN priority p ON p.source = i.source AND p.repo = i.repo AND p.number = i.number
   WHERE i.state = 'open'
  UNION ALL
  SELECT 7, coalesce(p.rank, 1e9), t.key, 'ticket', t.title, t.key || coalesce(', ' || t.customer, '') || coalesce(', ' || t.severity, ''),
         'business.html#ticket-' || named_uuid(json_array(t.source, t.key)), substr(t.body, 1, 200)
    FROM ticket t LEFT JOIN priority p ON p.kind = 'ticket' AND p.source = t.source AND p.key = t.key WHERE t.state <> 'closed'
  UNION ALL
  SELECT 7, coalesce(p.rank, 1e9), i.key, 'incident', i.title, coalesce(i.component || ', ', '') || coalesce(i.severity, i.kind),
         'homelab.html#incident-' || named_uuid(json_array(i.source, i.key)), substr(i.body, 1, 200)
    FROM incident i LEFT JOIN priority p ON p.kind = 'incident' AND p.source = i.source AND p.key = i.key WHERE i.state = 'open'
  UNION ALL
  SELECT 8, 0, name, 'target', name, state, 'homelab.html#watched', detail FROM target
  UNION ALL
  SELECT 8, 0, name, 'job', name, state, 'jobs.html#job-' || named_uuid(json_array(source, key)), detail FROM job
  UNION ALL
  SELECT 8, 0, key, 'idea', title, state || coalesce(', ' || category, ''),
         'ideas.html#idea-' || named_uuid(json_array(source, key)), substr(body, 1, 200) FROM idea
)
SELECT kind, title, facts, path, text FROM entry ORDER BY class, rank, name, path, facts, title LIMIT 20000;
