-- One page for each repository: what is known of it, how healthy it is and why, what is open,
-- and where all of this comes from.
--
-- path: {path}
-- title: Repository
-- each: this
-- within: repository
-- types: url url, reference url, topics list, labels list, body markdown,
--   score number(1), points number, earned number(1), maximum number, share number(1),
--   commits number, contributors number, branches number, tags number, stars number,
--   forks number, size_kb number, open_items number, active_days number, files number,
--   open_issues number, open_pulls number, open_total number, rows number,
--   bytes bytes, created date, pushed date, first_commit date, last_commit date, first date,
--   last date, opened date, touched date, ended date, due date, commented date,
--   published date, released date, downloads number, ran time, found date, open number,
--   severe number, since date, until date, happened date, before number(1), after number(1), changes_more number, known number, seen number, busiest number, packages number, direct number,
--   profile number, approvals number, loaded time, by_month sparkline, by_day calendar, scores sparkline,
--   used_directly number, used_at_all number, gain number(1), effect number(1), effort number(2), hours number(2), told number, weeks sparkline, told_on date

-- Whether its issues are known: whether all of them were read at least once, or the source
-- itself says that there are none.
-- this
SELECT p.source, p.repo, p.path, s.system, s.demo, r.owner, r.url, r.url AS address, r.description,
       coalesce(r.visibility, 'unknown') AS visibility, nullif(r.visibility, 'public') AS hidden,
       r.fork, r.archived, r.template, r.empty, r.shallow, r.bare, r.topics,
       coalesce(r.language, 'unknown') AS language,
       CASE WHEN r.license <> 'NOASSERTION' THEN r.license
            WHEN r.license IS NOT NULL OR r.has_license THEN 'there is one; which is not clear'
            WHEN r.has_license = 0 THEN 'none'
            ELSE 'unknown' END AS license,
       coalesce(r.default_branch, 'unknown') AS default_branch,
       r.stars, r.forks, r.size_kb, r.commit_count AS commits, r.contributor_count AS contributors,
       r.branch_count AS branches, r.tag_count AS tags, r.open_items,
       r.created_at AS created, r.pushed_at AS pushed,
       r.first_commit_at AS first_commit, r.last_commit_at AS last_commit,
       coalesce(r.latest_release, l.tag, iif(t.known, 'none', 'unknown')) AS latest_release,
       iif(r.latest_release IS NULL, l.published_at, r.released_at) AS released, replace(r.ci_state, 'none', 'nothing checks it') AS ci_state,
       r.community_health AS profile,
       CASE (SELECT b.protected FROM branch b WHERE b.source = r.source AND b.repo = r.key AND b.name = r.default_branch)
            WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'unknown' END AS protected,
       h.score, h.grade, h.reason AS score_reason,
       coalesce((SELECT known FROM scope c WHERE c.source = p.source AND c.declaration = s.system || '/issues' AND c.key = p.repo),
                (SELECT max(known) FROM scope c WHERE c.source = p.source AND c.repo IS NULL AND +c.declaration = s.system || '/issues'),
                EXISTS (SELECT 1 FROM issue i WHERE i.source = p.source AND i.repo = p.repo))
         OR r.open_items IS 0 AS issues_known
  FROM page p
  JOIN repo r ON r.source = p.source AND r.key = p.repo
  JOIN source s ON s.name = p.source
  LEFT JOIN score h ON h.source = p.source AND h.repo = p.repo
  LEFT JOIN scope t ON t.source = p.source AND t.declaration = s.system || '/releases' AND t.key = p.repo
  LEFT JOIN release l ON l.source = p.source AND l.repo = p.repo
        AND l.id = (SELECT id FROM release WHERE source = p.source AND repo = p.repo AND NOT draft AND NOT prerelease
                     ORDER BY published_at DESC, id DESC LIMIT 1);

-- Why something that a forge tells is not known here; nothing where it is known, even if it is
-- known to be none. What only those who work on a repository are told is in no edition that
-- is for others.
-- told
WITH topic (declaration) AS (
  VALUES ('releases'), ('workflow_runs'), ('sbom'), ('reviews'), ('tree')
), asked AS (
  SELECT t.declaration, c.outcome,
         CASE WHEN c.outcome IS NULL THEN 'no source was asked'
              WHEN c.known OR c.outcome IN ('ok', 'absent') THEN NULL
              WHEN c.outcome = 'forbidden' THEN 'not permitted (' || coalesce(c.reason, 'no reason given') || ')'
              ELSE c.outcome || coalesce(' (' || c.reason || ')', '') END AS words
    FROM topic t LEFT JOIN scope c ON c.source = :source AND c.declaration = :system || '/' || t.declaration AND c.key = :repo
)
SELECT max(iif(declaration = 'releases', words, NULL)) AS releases,
       max(iif(declaration = 'workflow_runs', words, NULL)) AS runs,
       max(iif(declaration = iif(:system = 'git', 'tree', 'sbom'), words, NULL)) AS dependencies, -- git's tree has the manifests
       max(iif(declaration = 'reviews', words, NULL)) AS reviews,
       max(declaration <> 'tree' AND outcome IS NOT NULL) AS any_asked
  FROM asked;

-- What a history that is cut off hides, of what is unknown here.
-- hidden_facts
SELECT group_concat(f.value, ', ') AS facts
  FROM repo r, json_each(json_array(
         CASE WHEN r.commit_count IS NULL THEN 'the number of commits' END,
         CASE WHEN r.contributor_count IS NULL THEN 'the contributors' END,
         CASE WHEN r.first_commit_at IS NULL THEN 'the first commit' END,
         CASE WHEN NOT EXISTS (SELECT 1 FROM commit_day d WHERE d.source = :source AND d.repo = :repo)
              THEN 'the commits of each month' END,
         CASE WHEN r.branch_count IS NULL THEN 'the number of branches' END,
         CASE WHEN r.tag_count IS NULL THEN 'the number of tags' END)) AS f
 WHERE r.source = :source AND r.key = :repo AND r.shallow AND f.value IS NOT NULL
HAVING count(*) > 0;

-- health
SELECT component, points AS earned, maximum, reason, remedy FROM score_part
 WHERE source = :source AND repo = :repo
 ORDER BY +rule, maximum DESC, component;

-- What to do first for the next grade, and whether that suffices.
-- goal
SELECT target, max(reached) AS reachable, sum(effort) AS hours FROM remedy_step
 WHERE source = :source AND repo = :repo HAVING count(*) > 0;

-- steps
SELECT target, reached, gain, effort, score, remedy, reason FROM remedy_step
 WHERE source = :source AND repo = :repo ORDER BY nth;

-- The models beside health; the first words of its description are a model's name.
-- models
SELECT m.rule AS model, substr(d.summary, 1, instr(d.summary || ':', ':') - 1) AS name, m.grade,
       CASE WHEN m.maximum IS NULL THEN NULL WHEN m.score IS NULL THEN 'unknown'
            ELSE printf(CASE m.maximum WHEN 1 THEN '%.5f' WHEN 10 THEN '%.1f' ELSE '%g' END, m.score) || printf(' of %g', m.maximum) END AS total,
       100 * m.known AS told, m.reason, iif(m.maximum IS NULL, NULL, 1) AS weighs
  FROM model_score m JOIN declaration d ON d.kind = 'pass' AND d.name = m.rule
 WHERE m.source = :source AND m.repo = :repo ORDER BY m.rule;

-- models.parts
SELECT p.value ->> '$.part' AS part, iif(p.value ->> '$.value' IS NULL, 'unknown', printf('%g', p.value ->> '$.value')) AS value,
       printf('%g', p.value ->> '$.weight') AS weight, iif(p.value ->> '$.points' IS NULL, 'unknown', printf('%g', p.value ->> '$.points')) AS part_points,
       p.value ->> '$.level' AS level, p.value ->> '$.reason' AS reason
  FROM model_score m, json_each(m.parts) p WHERE m.source = :source AND m.repo = :repo AND m.rule = :model;

-- What the servers of other programs say of it.
-- opinions
SELECT judge, iif(kind = 'health', 'how healthy it is', 'how much it presses') AS what, grade AS level, iif(score IS NULL, NULL, printf('%g', round(score, 1))) AS given, reason
  FROM repo_comparison WHERE source = :source AND repo = :repo ORDER BY judge, kind;

-- The score of each day from its first point to its last, of the last 90 days before that; a
-- day on which it was not known is a gap.
-- moves
WITH RECURSIVE span (first, last) AS (
  SELECT max(min(day), date(max(day), '-90 days')), max(day)
    FROM point WHERE source = :source AND repo = :repo AND metric = 'score' HAVING count(*) > 1
), day (day, last) AS (
  SELECT first, last FROM span
  UNION ALL
  SELECT date(day, '+1 day'), last FROM day WHERE day < last
)
SELECT json_group_array((SELECT value FROM point
                          WHERE source = :source AND repo = :repo AND metric = 'score' AND day <= d.day
                          ORDER BY day DESC LIMIT 1)) AS scores,
       min(day) AS since, max(day) AS until
  FROM (SELECT day FROM day ORDER BY day) AS d HAVING count(*) > 1;

-- What is another than a week before the last run (see the page "What changed"), at most 50; of
-- which day that is, is not here: the page would be another one every night.
-- changes
SELECT what, text, number, title, url, rule, severity, severity_before, before, after, cause, happened, known, moved FROM (
  SELECT 1 AS place, 'finding ' || replace(c.what, 'passed', 'opened and resolved') AS what, e.message AS text, c.number, i.title, i.url,
         c.found_by AS rule, c.severity, nullif(c.severity_before, c.severity) AS severity_before, NULL AS before, NULL AS after,
         iif(c.cause = 'rule', 'the check changed', 'the repository changed') AS cause, c.at AS happened, NULL AS known, NULL AS moved
    FROM finding_change c
    JOIN finding_event e ON e.rule = c.found_by AND e.source = c.source AND e.key = c.key AND e.nth = c.nth
    LEFT JOIN issue i ON i.source = c.source AND i.repo = c.repo AND i.number = c.number
   WHERE c.source = :source AND c.repo = :repo AND c.span = 'week'
  UNION ALL
  SELECT iif(component = '', 2, 3), iif(component = '', 'score', 'component ' || component), NULL, NULL, NULL, NULL,
         NULL, NULL, NULL, before, after, CASE WHEN after IS NULL THEN 'it could not be read, or too little is known' WHEN before IS NULL THEN 'it is known again'
              WHEN cause = 'both' THEN 'both changed, the rule moved it by ' || printf('%+.1f', by_rule) WHEN cause = 'rule' THEN 'the rule changed' ELSE 'the repository changed' END,
         (SELECT max(p.day) FROM point p WHERE p.source = :source AND p.repo = :repo AND p.metric = iif(c.component = '', 'score', 'score.' || c.component)),
         NULL, 1
    FROM score_change c WHERE source = :source AND repo = :repo AND span = 'week'
  UNION ALL
  SELECT 4, iif(c.kind = 'pull', 'pull request ', c.kind || ' ')
            || CASE c.what WHEN 'passed' THEN 'opened and closed' WHEN 'prioritised' THEN 'of other priority' WHEN 'shown' THEN 'of other visibility'
                           WHEN 'unarchived' THEN 'archived no more' WHEN 'known' THEN 'came to be known' ELSE c.what END,
         coalesce(r.tag, CASE WHEN c.what IN ('prioritised', 'shown') THEN coalesce(c.before, 'none') || ' then, ' || coalesce(c.after, 'none') || ' now' END),
         c.number, coalesce(i.title, r.name), coalesce(i.url, r.url), NULL, NULL, NULL, NULL, NULL,
         iif(c.what = 'known', 'it was not known here', 'the repository changed'), c.at, iif(c.what = 'known' AND c.kind <> 'repository', c.items, NULL), NULL
    FROM item_change c
    LEFT JOIN issue i ON i.source = c.source AND i.repo = c.repo AND i.number = c.number
    LEFT JOIN release r ON r.source = c.source AND r.repo = c.repo AND r.id = c.release
   WHERE c.source = :source AND c.repo = :repo AND c.span = 'week')
 ORDER BY place, instr('critical high medium low info', severity), what, number, text LIMIT 50;

-- change_total
SELECT max((SELECT count(*) FROM finding_change WHERE source = :source AND repo = :repo AND span = 'week')
           + (SELECT count(*) FROM score_change WHERE source = :source AND repo = :repo AND span = 'week')
           + (SELECT count(*) FROM item_change WHERE source = :source AND repo = :repo AND span = 'week') - 50, 0) AS changes_more;

-- findings
SELECT f.rule, f.severity, f.number, f.message, f.evidence, d.remedy, d.reference,
       i.title AS issue, i.url,
       t.since, nullif(t.tier, 1) AS tier, nullif(t.state, 'open') AS state, t.reason AS escalation
  FROM finding f
  LEFT JOIN finding_state t ON t.found_by = f.rule AND t.source = f.source AND t.key = f.key
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = f.rule
  LEFT JOIN issue i ON i.source = f.source AND i.repo = f.repo AND i.number = f.number
 WHERE f.source = :source AND f.repo = :repo
 ORDER BY instr('critical high medium low info', f.severity), f.rule, f.key;

-- waived
SELECT w.found_by AS rule, w.number, w.message, w.who, w.why, w.until
  FROM waived_finding w
 WHERE w.source = :source AND w.repo = :repo
 ORDER BY instr('critical high medium low info', w.severity), w.found_by, w.key;

-- open
SELECT count(*) AS open_total, coalesce(sum(kind = 'issue'), 0) AS open_issues,
       coalesce(sum(kind = 'pull'), 0) AS open_pulls
  FROM issue WHERE source = :source AND repo = :repo AND state = 'open';

-- All that are open, the most urgent first. The text of the first 100 is shown, to 16,384 characters.
-- issues
SELECT i.number, i.title, i.url, i.draft, i.labels, i.author,
       CASE i.kind WHEN 'pull' THEN 'pull request' ELSE i.kind END AS kind,
       iif(i.labels = '[]', NULL, (SELECT group_concat(value, ', ') FROM json_each(i.labels))) AS label_names,
       iif(i.assignees = '[]', NULL, (SELECT group_concat(value, ', ') FROM json_each(i.assignees))) AS assigned,
       i.milestone, i.due_on AS due, i.created_at AS opened, i.updated_at AS touched,
       i.last_comment_by AS commenter, i.last_comment_at AS commented,
       i.head_branch, i.base_branch, replace(nullif(i.review_state, 'none'), '_', ' ') AS review, i.review_state AS reviewed,
       i.approvals, i.auto_merge, iif(i.mergeable = 'conflicting', 1, NULL) AS conflicts, i.ci_state AS checked,
       iif(i.reviewers = '[]', NULL, (SELECT group_concat(value, ', ') FROM json_each(i.reviewers))) AS awaited,
       p.urgency, p.points, p.reason, p.approval, p.blocked, p.stale,
       CASE WHEN row_number() OVER (ORDER BY p.points DESC NULLS LAST, i.number) <= 100
            THEN substr(i.body, 1, 16384) END AS body,
       length(i.body) > 16384 AS cut
  FROM issue i
  LEFT JOIN priority p ON p.source = i.source AND p.repo = i.repo AND p.number = i.number
 WHERE i.source = :source AND i.repo = :repo AND i.state = 'open'
 ORDER BY p.points DESC NULLS LAST, i.number;

-- What is remembered beside its items of tonight, and of itself.
-- memories
SELECT m.item, m.beside, m.words, iif(m.kind = 'pull', 'pull request', m.kind) AS kind, m.memory_source AS told_by, m.origin, m.number, m.title, m.day AS told_on, m.status, m.url,
       m.path, iif(m.path = 'memory', named_uuid(json_array(m.memory_source, m.memory_key)), NULL) AS anchor,
       (SELECT s.demo FROM source s WHERE s.name = m.memory_source) AS demo
  FROM repo_memory m WHERE m.source = :source AND m.repo = :repo ORDER BY m.place;

-- closed
SELECT number, title, url, CASE kind WHEN 'pull' THEN 'pull request' ELSE kind END AS kind,
       CASE WHEN merged_at IS NOT NULL THEN 'merged'
            ELSE coalesce(replace(state_reason, '_', ' '), 'closed') END AS result,
       created_at AS opened, coalesce(merged_at, closed_at) AS ended
  FROM issue
 WHERE source = :source AND repo = :repo AND state = 'closed'
 ORDER BY coalesce(closed_at, merged_at, updated_at) DESC, number DESC LIMIT 20;

-- releases
SELECT tag, name, url, draft, prerelease, published_at AS published, downloads, files
  FROM release WHERE source = :source AND repo = :repo
 ORDER BY coalesce(published_at, created_at) DESC, id DESC LIMIT 10;

-- The last run of every workflow, on the default branch where it ran there, and how the last
-- twenty that were completed ended.
-- runs
WITH run AS (
  SELECT w.*, coalesce(w.workflow, w.name) AS what,
         row_number() OVER (PARTITION BY coalesce(w.workflow, w.name)
                            ORDER BY w.branch IS r.default_branch DESC, w.created_at DESC, w.id DESC) AS nth,
         row_number() OVER (PARTITION BY coalesce(w.workflow, w.name), w.conclusion IS NULL
                            ORDER BY w.created_at DESC, w.id DESC) AS nth_ended
    FROM workflow_run w JOIN repo r ON r.source = w.source AND r.key = w.repo
   WHERE w.source = :source AND w.repo = :repo
), ended AS (
  SELECT what, sum(conclusion = 'success') AS good, count(*) AS total
    FROM run WHERE conclusion IS NOT NULL AND nth_ended <= 20 GROUP BY what
)
SELECT coalesce(f.name, n.name, 'without a name') AS workflow, n.url,
       replace(coalesce(n.conclusion, n.status), '_', ' ') AS result,
       CASE WHEN n.conclusion IN ('failure', 'timed_out', 'startup_failure') THEN 'failed'
            WHEN n.conclusion = 'success' THEN 'ok' END AS mark,
       n.branch, n.event, n.created_at AS ran,
       iif(n.seconds >= 60, printf('%d min %d s', n.seconds / 60, n.seconds % 60), n.seconds || ' s') AS took,
       e.good || ' of ' || e.total AS share_good, replace(nullif(f.state, 'active'), '_', ' ') AS switched
  FROM run n
  LEFT JOIN ended e ON e.what = n.what
  LEFT JOIN workflow f ON f.source = n.source AND f.repo = n.repo AND f.id = n.workflow
 WHERE n.nth = 1
 ORDER BY workflow, n.id;

-- What is worth doing next here, the most points for an hour first.
-- recommendations
SELECT r.rule, r.title, r.evidence, r.action, r.url, r.effect, r.effort, r.reason FROM recommendation r
 WHERE r.source = :source AND r.repo = :repo
 ORDER BY r.effect / r.effort DESC NULLS LAST, r.rule, r.key;

-- What the page of trends has of this repository: what is unusual, what is another than before,
-- what rises or falls, and what is expected of these; at most 12.
-- trends
WITH told AS (
  SELECT 1 AS place, a.key, a.metric, 'unusual' AS what, a.day AS since, a.expected AS before, a.value AS after, a.reason, abs(a.score) AS size
    FROM anomaly a WHERE a.source = :source AND a.repo = :repo
  UNION ALL
  SELECT iif(t.kind = 'step', 2, 3), t.key, t.metric, CASE WHEN t.kind = 'step' THEN 'another than before' WHEN t.slope > 0 THEN 'rising' ELSE 'falling' END,
         t.since, t.before, t.after, t.reason, abs(t.score)
    FROM trend t WHERE t.source = :source AND t.repo = :repo
  UNION ALL
  SELECT 4, f.key, f.metric, 'forecast', f.day, NULL, f.value, printf('%.1f to %.1f: ', f.low, f.high) || f.reason, NULL
    FROM forecast f WHERE f.source = :source AND f.repo = :repo
)
SELECT t.what, s.name, t.since, t.before, t.after, t.reason,
       (SELECT json_group_array(value) FROM json_each(s.numbers) WHERE key >= json_array_length(s.numbers) - 56) AS weeks
  FROM told t JOIN series s ON s.key = t.key AND s.metric = t.metric
 ORDER BY t.place, t.size DESC NULLS LAST, t.since DESC, t.metric LIMIT 12;

-- Of each kind of alert how many are open, or why that is not known.
-- alert_kinds
WITH kind (name, declaration, label, zone, nth) AS (
  VALUES ('dependency', 'dependabot', 'Dependencies with known vulnerabilities', 'internal', 1),
         ('code', 'code_scanning', 'What scanners found in the code', 'internal', 2),
         ('secret', 'secret_scanning', 'Secrets in the repository', 'restricted', 3)
), shown AS (
  SELECT z.value AS zone FROM edition e, json_each(e.zones) z
), told AS (
  SELECT k.*,
         CASE WHEN k.zone NOT IN (SELECT zone FROM shown) THEN 'not part of this edition'
              WHEN c.outcome IS NULL THEN 'no source was asked'
              WHEN c.known THEN NULL
              WHEN c.outcome = 'forbidden' THEN 'not permitted, or switched off (' || coalesce(c.reason, 'no reason given') || ')'
              ELSE c.outcome || coalesce(' (' || c.reason || ')', '') END AS words
    FROM kind k LEFT JOIN scope c ON c.source = :source AND c.declaration = :system || '/' || k.declaration AND c.key = :repo
)
SELECT t.label, t.words,
       iif(t.words IS NULL, count(a.number), NULL) AS open,
       iif(t.words IS NULL, coalesce(sum(a.severity IN ('critical', 'high')), 0), NULL) AS severe
  FROM told t
  LEFT JOIN alert a ON a.source = :source AND a.repo = :repo AND a.kind = t.name AND a.state = 'open'
 GROUP BY t.nth ORDER BY t.nth;

-- alerts
SELECT coalesce(severity, 'not rated') AS severity, title, url, component, fixed_in, advisory, created_at AS found
  FROM alert WHERE source = :source AND repo = :repo AND state = 'open'
 ORDER BY instr('critical high medium low info', coalesce(severity, 'zzz')), created_at, kind, number LIMIT 50;

-- traffic
WITH kind (name, label) AS (
  VALUES ('views', 'Views'), ('clones', 'Clones')
), shown AS (
  SELECT z.value AS zone FROM edition e, json_each(e.zones) z
), told AS (
  SELECT k.*,
         CASE WHEN 'internal' NOT IN (SELECT zone FROM shown) THEN 'not part of this edition'
              WHEN c.outcome IS NULL THEN 'no source was asked'
              WHEN c.known THEN NULL
              WHEN c.outcome = 'forbidden' THEN 'not permitted (' || coalesce(c.reason, 'no reason given') || ')'
              ELSE c.outcome || coalesce(' (' || c.reason || ')', '') END AS words
    FROM kind k LEFT JOIN scope c ON c.source = :source AND c.declaration = :system || '/' || k.name AND c.key = :repo
)
SELECT t.label, t.words, iif(t.words IS NULL, coalesce(sum(d.count), 0), NULL) AS seen,
       iif(t.words IS NULL, coalesce(max(d.uniques), 0), NULL) AS busiest
  FROM told t
  LEFT JOIN traffic_day d ON d.source = :source AND d.repo = :repo AND d.kind = t.name 
        AND d.day >= (SELECT date(max(day), '-13 days') FROM traffic_day WHERE source = :source AND repo = :repo)
 GROUP BY t.name ORDER BY t.name DESC;

-- What it cost in the ledger's last month and in the one before: in all, by workflow, by model.
-- costs
SELECT CASE dimension WHEN 'month' THEN NULL ELSE dimension END AS part, nullif(name, '') AS name, nullif(currency, '') AS currency,
       money_text(cost) AS cost, iif(records > 0, 1, NULL) AS spent, nullif(unknown, 0) AS unknown,
       money_text(cost_before) AS cost_before, iif(records_before > 0, 1, NULL) AS spent_before, nullif(unknown_before, 0) AS unknown_before
  FROM repo_cost WHERE source = :source AND repo = :repo
 ORDER BY instr('month workflow model', dimension), cost DESC NULLS LAST, cost_before DESC NULLS LAST, name, currency LIMIT 50;

-- cost_months
SELECT month, strftime('%Y-%m', month || '-01', '-1 month') AS month_before
  FROM repo_cost WHERE source = :source AND repo = :repo AND dimension = 'month' LIMIT 1;

-- dependencies
SELECT coalesce(nullif(ecosystem, ''), 'not known') AS ecosystem, count(*) AS packages, sum(direct) AS direct
  FROM dependency WHERE source = :source AND repo = :repo
 GROUP BY ecosystem ORDER BY packages DESC, ecosystem;

-- What it uses of the other repositories, and which of them use it.
-- uses
SELECT other_repo AS other, page, kind, via, reason FROM dependency_link
 WHERE source = :source AND repo = :repo AND direction = 'uses'
 ORDER BY lower(other_repo), other_source, kind, via LIMIT 100;

-- users
SELECT other_repo AS other, page, kind, via FROM dependency_link
 WHERE source = :source AND repo = :repo AND direction = 'used'
 ORDER BY lower(other_repo), other_source, kind, via LIMIT 100;

-- relied_on
SELECT direct AS used_directly, transitive AS used_at_all, reason FROM dependant_count WHERE source = :source AND repo = :repo;

-- languages
SELECT name, bytes, files, 100.0 * bytes / nullif(sum(bytes) OVER (), 0) AS share FROM language
 WHERE source = :source AND repo = :repo ORDER BY bytes DESC, name;

-- people
SELECT name, commits, first_commit_at AS first, last_commit_at AS last FROM contributor
 WHERE source = :source AND repo = :repo ORDER BY commits DESC, name LIMIT 20;

-- months
SELECT substr(day, 1, 7) AS month, sum(commits) AS commits, count(*) AS active_days FROM commit_day
 WHERE source = :source AND repo = :repo GROUP BY month ORDER BY month DESC LIMIT 12;

-- The months and the days up to the last commit that is known, at most 12 and 52 weeks: a page
-- that counted back from today would be another one every night. What claims to be later than
-- the last push is a clock gone wrong. A day without a commit counts
-- as none only after the first of which something is known.
-- activity
WITH RECURSIVE span (first, last) AS MATERIALIZED (
  SELECT min(d.day), max(d.day)
    FROM commit_day d JOIN repo r ON r.source = d.source AND r.key = d.repo
   WHERE d.source = :source AND d.repo = :repo
     AND d.day <= date(coalesce(r.pushed_at, r.last_commit_at, d.day), '+1 day')
), month (start, next, last) AS (
  SELECT max(date(first, 'start of month'), date(last, 'start of month', '-11 months')),
         max(date(first, 'start of month', '+1 month'), date(last, 'start of month', '-10 months')), last
    FROM span WHERE last IS NOT NULL
  UNION ALL
  SELECT next, date(next, '+1 month'), last FROM month WHERE next <= last
), day (day, last) AS (
  SELECT max(first, date(last, '-363 days')), last FROM span WHERE last IS NOT NULL
  UNION ALL
  SELECT date(day, '+1 day'), last FROM day WHERE day < last
)
SELECT last AS last_day,
       (SELECT json_group_array(total)
          FROM (SELECT (SELECT coalesce(sum(commits), 0) FROM commit_day
                         WHERE source = :source AND repo = :repo AND day >= m.start AND day < m.next) AS total
                  FROM month m ORDER BY m.start)) AS by_month,
       (SELECT json_group_array(json_array(day, total))
          FROM (SELECT d.day, coalesce(c.commits, 0) AS total
                  FROM day d LEFT JOIN commit_day c ON c.source = :source AND c.repo = :repo AND c.day = d.day
                 ORDER BY d.day)) AS by_day
  FROM span WHERE last IS NOT NULL;

-- community
SELECT f.value ->> 0 AS what,
       CASE f.value ->> 1 WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'unknown' END AS answer,
       (SELECT group_concat(path, ', ') FROM repo_file
         WHERE source = :source AND repo = :repo AND kind = f.value ->> 2) AS paths
  FROM repo r, json_each(json_array(
         json_array('Read-me', r.has_readme, 'readme'),
         json_array('Licence', r.has_license, 'license'),
         json_array('Security policy', r.has_security, 'security'),
         json_array('Guide for contributors', r.has_contributing, 'contributing'),
         json_array('Code owners', r.has_codeowners, 'codeowners'),
         json_array('Code of conduct', coalesce(r.has_code_of_conduct,
                      (SELECT 1 FROM repo_file WHERE source = :source AND repo = :repo AND kind = 'code_of_conduct')), 'code_of_conduct'),
         json_array('Template for issues', r.has_issue_template, NULL),
         json_array('Template for pull requests', r.has_pull_template, NULL),
         json_array('Continuous integration', r.has_ci, 'ci'),
         json_array('Tests', r.has_tests, NULL))) AS f
 WHERE r.source = :source AND r.key = :repo;

-- What was asked about the repository, and about all of its owner's. When that was is not
-- here, but for what is out of date: the page would be another one every night. (CROSS and
-- +: from the few scopes to their declarations, not through all of the source in their order.)
-- origins
SELECT c.declaration, d.summary, c.rows
  FROM scope c CROSS JOIN declaration d ON d.kind = 'source' AND d.name = c.declaration
 WHERE c.source = :source AND c.key IN (:repo, :owner) AND c.outcome IN ('ok', 'unchanged')
 ORDER BY +c.declaration, c.key;

-- missing
SELECT c.declaration, d.summary, c.outcome, c.reason, c.stale_since AS loaded
  FROM scope c CROSS JOIN declaration d ON d.kind = 'source' AND d.name = c.declaration
 WHERE c.source = :source AND c.key IN (:repo, :owner) AND c.outcome NOT IN ('ok', 'unchanged') AND NOT c.expected
 ORDER BY +c.declaration, c.key;

-- What is usually not ours to see, by the reason.
-- barred
SELECT reason, group_concat(name, ', ') AS names
  FROM (SELECT c.reason, replace(substr(c.declaration, instr(c.declaration, '/') + 1), '_', ' ') AS name
          FROM scope c
         WHERE c.source = :source AND c.key IN (:repo, :owner) AND c.outcome = 'forbidden' AND c.expected
         ORDER BY name)
 GROUP BY reason ORDER BY reason;
