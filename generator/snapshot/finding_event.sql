-- What became of an edition's findings: which came, which went.
--
-- A finding's events are compared with what the passes left, through the edition's own views.
-- So a finding that the edition may no longer see (its issue was hidden, its source is out of
-- site.conf) has neither events nor rows there and nothing is noted of it: hidden is not
-- resolved. What is deleted at the source takes its findings along, and its events are shown no
-- more: of a repository that is gone nothing is told, and if it comes back nothing is told
-- twice. A source that failed keeps its rows, and with them its findings stay open.

-- Analysed again, a run is told anew.
-- forget_run
DELETE FROM finding_event WHERE edition = :edition AND run = :run;

-- The first analysis in a run: what was in the last one is from now on what was before.
-- forget_rules
DELETE FROM edition_rule WHERE edition = :edition AND run <> :run AND hash IS NULL;

-- age_rules
UPDATE edition_rule SET hash_before = hash, run = :run WHERE edition = :edition AND run <> :run;

-- lose_rules
UPDATE edition_rule SET hash = NULL
 WHERE edition = :edition AND hash IS NOT NULL
   AND rule NOT IN (SELECT name FROM declaration WHERE kind IN ('pass', 'check'));

-- keep_rules
INSERT INTO edition_rule (edition, rule, run, hash, pass)
SELECT :edition, name, :run, group_concat(hash, ' '), max(kind = 'pass')
  FROM (SELECT name, kind, hash FROM declaration WHERE kind IN ('pass', 'check') ORDER BY name, kind)
 WHERE true
 GROUP BY name
ON CONFLICT DO UPDATE SET hash = excluded.hash, pass = excluded.pass WHERE (hash, pass) IS NOT (excluded.hash, excluded.pass);

-- What tells a score's move, or a finding, from one of the facts. Where nothing was analysed in
-- an earlier run there was no other rule.
-- forget_changes
DELETE FROM rule_change WHERE edition = :edition AND run = :run;

-- keep_changes
INSERT INTO rule_change (edition, rule, run, pass)
SELECT edition, rule, run, pass FROM edition_rule
 WHERE edition = :edition AND run = :run AND hash IS NOT hash_before
   AND EXISTS (SELECT 1 FROM edition_rule WHERE edition = :edition AND hash_before IS NOT NULL);

-- What was noted of this run already does not count. An opened finding that has another
-- severity now is opened with that. What a waiver covers neither comes nor goes: when that has
-- ended, it is open as it was. What came and went twice in quiet-days (see finding.sql) is not
-- told before they have passed; what becomes more severe always is.
-- changes
WITH last AS (                       -- the other columns are those of the row with the maximum
  SELECT rule, source, key, state, severity, repo, number, message, evidence, max(nth) AS nth
    FROM finding_event WHERE run <> :run GROUP BY rule, source, key
), quiet AS (
  SELECT strftime('%Y-%m-%dT%H:%M:%SZ', coalesce((SELECT started_at FROM run WHERE id = :run), 'now'),
                  '-' || coalesce((SELECT value FROM rule_setting WHERE kind = 'pass' AND rule = 'finding' AND key = 'quiet-days'), 0) || ' days') AS since
), loud AS MATERIALIZED (
  SELECT rule, source, key FROM finding_event
   WHERE run <> :run AND at > (SELECT since FROM quiet) AND severity_before IS NULL
   GROUP BY rule, source, key HAVING count(*) >= 2
)
SELECT f.rule, f.source, f.key, 'open' AS state, f.repo, f.number, f.severity,
       iif(l.state = 'open', l.severity, NULL) AS severity_before, f.message, f.evidence
  FROM finding f LEFT JOIN last l ON l.rule = f.rule AND l.source = f.source AND l.key = f.key
 WHERE (l.state, l.severity) IS NOT ('open', f.severity)
   AND ((l.state = 'open' AND instr('critical high medium low info', f.severity) < instr('critical high medium low info', l.severity))
        OR (f.rule, f.source, f.key) NOT IN (SELECT rule, source, key FROM loud))
UNION ALL
SELECT l.rule, l.source, l.key, 'resolved', l.repo, l.number, l.severity, NULL, l.message, l.evidence
  FROM last l
 WHERE l.state = 'open'
   AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.rule = l.rule AND f.source = l.source AND f.key = l.key)
   AND NOT EXISTS (SELECT 1 FROM waived_finding f WHERE f.found_by = l.rule AND f.source = l.source AND f.key = l.key)
   AND (l.rule, l.source, l.key) NOT IN (SELECT rule, source, key FROM loud)
ORDER BY 1, 2, 3;

-- add
INSERT INTO finding_event (edition, rule, source, key, nth, state, cause, run, at, repo, number, severity, severity_before, message, evidence)
SELECT :edition, :rule, :source, :key,
       (SELECT coalesce(max(nth), 0) + 1 FROM finding_event
         WHERE edition = :edition AND rule = :rule AND source = :source AND key = :key),
       :state,
       iif(EXISTS (SELECT 1 FROM rule_change WHERE edition = :edition AND rule = :rule AND run = :run), 'rule', 'fact'),
       :run, coalesce((SELECT started_at FROM run WHERE id = :run), :now),
       :repo, :number, :severity, :severity_before, :message, :evidence;
