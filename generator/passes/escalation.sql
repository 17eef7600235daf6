-- How far findings are escalated, by severity and by how long they are open. In tier 1 is
-- what was found: whoever looks after it deals with it. In tier 2 half of the time that is
-- given for it has passed: it belongs on the agenda. In tier 3 all of it has: somebody has to
-- decide, by doing it, by giving it away or by a waiver. What is only told (info) stays in
-- tier 1.
--
-- The time given is, for critical and high, that of CISA's Binding Operational Directive
-- 19-02 (15 and 30 days); for medium and low that of FedRAMP's Continuous Monitoring Strategy
-- Guide (90 and 180 days). Half of it for tier 2 is our own choice. What was resolved and is
-- found again begins anew.
--
-- setting: critical-second (7, 1 to 3650): days open after which a critical finding is in tier 2
-- setting: critical-third (15, 1 to 3650): and in tier 3
-- setting: high-second (15, 1 to 3650): days open after which a high one is in tier 2
-- setting: high-third (30, 1 to 3650): and in tier 3
-- setting: medium-second (45, 1 to 3650): days open after which a medium one is in tier 2
-- setting: medium-third (90, 1 to 3650): and in tier 3
-- setting: low-second (90, 1 to 3650): days open after which a low one is in tier 2
-- setting: low-third (180, 1 to 3650): and in tier 3

-- What is open and was not told yet (see finding.sql) has its last events from before.
-- rows finding_state
WITH given (severity, second, third) AS (
  VALUES ('critical', :critical_second, max(:critical_second, :critical_third)),
         ('high', :high_second, max(:high_second, :high_third)),
         ('medium', :medium_second, max(:medium_second, :medium_third)),
         ('low', :low_second, max(:low_second, :low_third)),
         ('info', NULL, NULL)
), life AS (
  SELECT rule, source, key, min(at) AS first_seen,
         max(at) FILTER (WHERE state = 'open' AND severity_before IS NULL) AS since,
         count(*) FILTER (WHERE state = 'open' AND severity_before IS NULL) AS opened,
         max(nth) FILTER (WHERE state = 'open') < max(nth) AS is_back
    FROM finding_event
   GROUP BY rule, source, key
), dated AS (
  SELECT f.*, l.first_seen, l.since, l.opened, g.second, g.third,
         CASE WHEN l.opened > 1 OR l.is_back THEN 'reopened'
              WHEN date(l.first_seen) = (SELECT max(date(started_at)) FROM run) THEN 'new'
              ELSE 'open' END AS state,
         date(l.since, g.second || ' days') AS second_on, date(l.since, g.third || ' days') AS third_on
    FROM finding f
    JOIN given g ON g.severity = f.severity
    JOIN life l ON l.rule = f.rule AND l.source = f.source AND l.key = f.key
)
SELECT rule AS found_by, source, key, repo, number, state, first_seen, since, opened,
       CASE WHEN third_on <= date('now') THEN 3 WHEN second_on <= date('now') THEN 2 ELSE 1 END AS tier,
       CASE WHEN third_on <= date('now') THEN NULL WHEN second_on <= date('now') THEN third_on ELSE second_on END AS next_tier_on,
       printf('%s, open since %s: ', severity, date(since))
         || iif(second_on IS NULL, 'never escalated',
                printf('tier 2 from %s (%d days), tier 3 from %s (%d days)', second_on, second, third_on, third)) AS reason
  FROM dated;
