-- Why something open has its place: each term of the sum with its reason and rule, and the facts.
--
-- title:     Explain a priority
-- parameter: name (text, required): as get_priorities has it: owner/name#12 of an issue or pull request, no-license:owner/name of a finding, dependency:owner/name#3 of an alert
-- parameter: kind (text): its kind, where several things have that name
-- parameter: source (text): its source, likewise
-- types:     rank integer, total integer, priority_score number, points number, labels list, assignees list, approval boolean, blocked boolean, stale boolean

-- refuse
SELECT iif(count(*), printf('Several things are called %s: %s. Give kind and source.', :name, group_concat(kind || ' of source ' || source, ', ')),
           printf('Nothing that is open is called %s here; get_priorities lists what is.', :name)) AS message
  FROM (SELECT kind, source FROM priority WHERE key = :name AND kind = coalesce(:kind, kind) AND source = coalesce(:source, source) ORDER BY kind, source LIMIT 10)
HAVING count(*) <> 1;

-- result
SELECT p.key AS name, p.kind, p.source, p.repo, t.title, p.rank, (SELECT count(*) FROM priority) AS total, p.points AS priority_score, p.urgency, p.reason AS priority_reason,
       coalesce(t.remedy, d.remedy, CASE WHEN p.approval THEN 'Decide: it awaits approval.' WHEN p.blocked THEN 'Find out what blocks it, and unblock it.'
                                         WHEN p.stale THEN 'Go on with it, or close it with a reason.' WHEN p.kind = 'pull' THEN 'Review it.' ELSE 'Do it, or say who does.' END) AS action, t.url, t.severity, t.basis, t.labels, t.assignees, t.opened_at, t.touched_at, t.due_on, p.approval, p.blocked, p.stale
  FROM priority p
  JOIN item t ON t.kind = p.kind AND t.source = p.source AND t.key = p.key
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = t.found_by
 WHERE p.key = :name AND p.kind = coalesce(:kind, p.kind) AND p.source = coalesce(:source, p.source);

-- result.parts
SELECT e.value ->> 'component' AS component, e.value ->> 'points' AS points, e.value ->> 'reason' AS reason, coalesce(e.value ->> 'rule', 'priority') AS rule
  FROM priority p, json_each(p.parts) e WHERE p.kind = :kind AND p.source = :source AND p.key = :name ORDER BY e.key;

-- result.rules
SELECT d.name, d.summary, d.hash AS version FROM declaration d
 WHERE d.kind = 'pass'
   AND d.name IN (SELECT coalesce(e.value ->> 'rule', 'priority') FROM priority p, json_each(p.parts) e WHERE p.kind = :kind AND p.source = :source AND p.key = :name
                  UNION SELECT 'priority')
 ORDER BY d.name;
