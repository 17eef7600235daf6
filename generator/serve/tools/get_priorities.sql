-- What is open, in the one order in which it matters: issues, pull requests, alerts, findings and
-- whatever else the site ranks, each with its points and the sum in words.
-- explain_priority tells more of one by its name.
--
-- title:     Get priorities
-- parameter: repo_name (text): only of this repository, owner/name
-- parameter: kinds (list 1 to 20): only these kinds: issue, pull, alert, finding, and what the site adds
-- parameter: urgency (one of critical|high|medium|low, default low): nothing less urgent than this
-- parameter: waiting (one of any|approval|blocked|stale, default any): only what awaits approval, is blocked, or was forgotten
-- parameter: tags (list 1 to 20): only of repositories with one of these topics
-- parameter: min_health (number 0 to 100): only of repositories whose health is known and at least this
-- parameter: limit (integer 1 to 200, default 50): how many at most
-- types:     total integer, rank integer, priority_score number, approval boolean, blocked boolean, stale boolean, labels list, assignees list

-- refuse
SELECT printf('No repository is called %s here; scan_portfolio lists them.', :repo_name) AS message
 WHERE :repo_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM repo WHERE key = :repo_name);

-- result
SELECT count(*) AS total FROM priority;

-- priorities limit
WITH tagged AS MATERIALIZED (
  SELECT DISTINCT r.source, r.key FROM repo r, json_each(r.topics) t WHERE lower(t.value) IN (SELECT lower(value) FROM json_each(:tags))
)
SELECT p.key AS name, p.kind, p.source, p.repo, t.title, p.rank, p.points AS priority_score, p.urgency, p.reason AS priority_reason,
       coalesce(t.remedy, d.remedy, CASE WHEN p.approval THEN 'Decide: it awaits approval.' WHEN p.blocked THEN 'Find out what blocks it, and unblock it.'
                                         WHEN p.stale THEN 'Go on with it, or close it with a reason.' WHEN p.kind = 'pull' THEN 'Review it.' ELSE 'Do it, or say who does.' END) AS action,
       t.url, t.labels, t.assignees, t.opened_at, t.due_on, p.approval, p.blocked, p.stale
  FROM priority p
  JOIN item t ON t.kind = p.kind AND t.source = p.source AND t.key = p.key
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = t.found_by
 WHERE (:repo_name IS NULL OR p.repo = :repo_name) AND (:kinds IS NULL OR p.kind IN (SELECT value FROM json_each(:kinds)))
   AND instr('critical high medium low', p.urgency) <= instr('critical high medium low', :urgency)
   AND CASE :waiting WHEN 'approval' THEN p.approval WHEN 'blocked' THEN p.blocked WHEN 'stale' THEN p.stale ELSE 1 END
   AND (:tags IS NULL OR (p.source, p.repo) IN (SELECT source, key FROM tagged))
   AND (:min_health IS NULL OR EXISTS (SELECT 1 FROM score s WHERE s.source = p.source AND s.repo = p.repo AND s.score >= :min_health))
 ORDER BY p.rank;
