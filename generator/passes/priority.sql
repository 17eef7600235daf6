-- The one order in which everything that is open matters tonight: issues, pull requests, alerts,
-- findings, tickets, incidents, jobs, ideas and budgets of all sources, and whatever a pass of the site's
-- own adds to them.
-- Each begins with points for how much it matters by itself. What a person declared counts for
-- more than what a tool says, as whoever declared it has looked at it; what a tool says begins
-- at the lower edge of the band of the same name. To that is added what makes it press:
-- that it awaits approval or a decision, which only you can give; that it is blocked and somebody
-- has to unblock it; its labels' word that it is about security, or a bug; a deadline that is
-- near or has passed; its age; that it is declared critical and nobody is assigned; that people
-- have forgotten it. What is paused on purpose loses points. Other passes add the likelihood of
-- harm, what depends on the repository, and what checks found of it (priority-...).
--
-- Age is measured by the service level: the days in which something should be dealt with. It
-- counts when half of them have passed, all, and twice as many. Of what a tool found, critical
-- and high have the days of CISA's Binding Operational Directive 19-02 (15 and 30), medium and
-- low those of FedRAMP's Continuous Monitoring Strategy Guide (90 and 180). What a person
-- declared critical is a matter of a day, high of a week, medium of a month, the rest of a
-- quarter. What is only told (info) has no service level, and what no tool rated has that of
-- medium. These last, the weights and the bands are our own choice.
--
-- The sum is held between 0 and 100; the reason is the sum written out. Among equals comes first
-- what was touched longest ago, or opened, where nobody touches it.
--
-- setting: declared-critical (90, 0 to 100): points of what a person declared critical
-- setting: declared-high (70, 0 to 100): points of what is declared high
-- setting: declared-medium (50, 0 to 100): points of what is declared medium
-- setting: declared-low (20, 0 to 100): points of what is declared low
-- setting: critical (85, 0 to 100): points of what a tool calls critical
-- setting: high (65, 0 to 100): points of what a tool calls high
-- setting: medium (40, 0 to 100): points of what a tool calls medium
-- setting: low (20, 0 to 100): points of what a tool calls low
-- setting: info (5, 0 to 100): points of what is only told
-- setting: unrated (30, 0 to 100): points of what nobody declared or rated
-- setting: approval (15, -100 to 100): points of what awaits approval or a decision
-- setting: blocked (5, -100 to 100): points of what is blocked
-- setting: paused (-20, -100 to 100): points of what is paused on purpose
-- setting: security (10, -100 to 100): points of what is about security
-- setting: bug (5, -100 to 100): points of a bug
-- setting: due-days (7, 0 to 365): days before a deadline in which it counts
-- setting: due-near (5, -100 to 100): points then
-- setting: due-passed (10, -100 to 100): points when the day has passed
-- setting: declared-critical-days (1, 1 to 3650): service level of what is declared critical
-- setting: declared-high-days (7, 1 to 3650): service level of what is declared high
-- setting: declared-medium-days (30, 1 to 3650): service level of what is declared medium
-- setting: declared-low-days (90, 1 to 3650): service level of what is declared low, or not at all
-- setting: critical-days (15, 1 to 3650): service level of what a tool calls critical
-- setting: high-days (30, 1 to 3650): service level of what a tool calls high
-- setting: medium-days (90, 1 to 3650): service level of what a tool calls medium, or does not rate
-- setting: low-days (180, 1 to 3650): service level of what a tool calls low
-- setting: age-half (2, 0 to 100): points when half of the service level has passed
-- setting: age-all (4, 0 to 100): points when all of it has
-- setting: age-twice (6, 0 to 100): points when twice as much has
-- setting: unassigned (5, -100 to 100): points of what is declared critical and nobody's
-- setting: stale-days (30, 1 to 3650): days without a touch, after which it is forgotten
-- setting: stale (5, -100 to 100): points then
-- setting: critical-from (85, 0 to 100): points from which on the urgency is critical
-- setting: high-from (65, 0 to 100): points from which on it is high
-- setting: medium-from (40, 0 to 100): points from which on it is medium; below it is low
-- setting: desk (25, 1 to 1000): items in the desk's first list; what is of low urgency is not in it

-- rows priority
WITH given (declared, severity, base, days) AS (
  VALUES (1, 'critical', :declared_critical, :declared_critical_days), (1, 'high', :declared_high, :declared_high_days),
         (1, 'medium', :declared_medium, :declared_medium_days), (1, 'low', :declared_low, :declared_low_days),
         (1, 'info', :info, NULL), (1, '', :unrated, :declared_low_days),
         (0, 'critical', :critical, :critical_days), (0, 'high', :high, :high_days), (0, 'medium', :medium, :medium_days),
         (0, 'low', :low, :low_days), (0, 'info', :info, NULL), (0, '', :unrated, :medium_days)
), level AS MATERIALIZED (           -- half a day is 12 hours: days may be odd
  SELECT *, strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || (12 * days) || ' hours') AS half,
         strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || days || ' days') AS "all",
         strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || (2 * days) || ' days') AS twice
    FROM given
), label_weight (aspect, place, points) AS (
  VALUES ('approval', 1, :approval), ('blocked', 2, :blocked), ('paused', 3, :paused), ('security', 4, :security), ('bug', 5, :bug)
), label_set AS MATERIALIZED (       -- many items have the same labels
  SELECT labels, sum(points) AS points, group_concat(printf('%s %g ', iif(points < 0, ' -', ' +'), abs(points)) || meaning, '') AS text,
         group_concat(',' || json_object('component', aspect, 'points', points, 'reason', meaning), '') AS part,
         max(aspect = 'approval') AS approval, max(aspect IN ('blocked', 'paused')) AS blocked
    FROM (SELECT m.labels, m.aspect, m.meaning, w.points
            FROM label_meaning m JOIN label_weight w ON w.aspect = m.aspect ORDER BY m.labels, w.place)
   GROUP BY labels
), added AS MATERIALIZED (
  SELECT kind, source, key, sum(points) AS points, group_concat(printf('%s %g ', iif(points < 0, ' -', ' +'), abs(points)) || reason, '') AS text,
         group_concat(',' || json_object('component', component, 'points', points, 'reason', reason, 'rule', rule), '') AS part,
         max(component = 'approval') AS approval, max(component IN ('blocked', 'paused')) AS blocked, max(component = 'stale') AS stale
    FROM (SELECT * FROM priority_part ORDER BY kind, source, key, points DESC, component, rule)
   GROUP BY kind, source, key
), clock AS MATERIALIZED (
  SELECT date('now') AS today, date('now', '+' || :due_days || ' days') AS soon,
         strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :stale_days || ' days') AS stale
), measured AS (
  SELECT t.kind, t.source, t.key, t.repo, t.number, v.base, t.basis, t.declared, coalesce(t.touched_at, t.opened_at) AS since,
         l.points AS label_points, l.text AS label_text, l.part AS label_part, l.approval, l.blocked,
         CASE WHEN t.due_on < c.today THEN :due_passed WHEN t.due_on <= c.soon THEN :due_near END AS due_points,
         iif(t.due_on <= c.soon, iif(t.due_on < c.today, 'was due on ', 'due on ') || t.due_on, NULL) AS due_text,
         CASE WHEN t.opened_at <= v.twice THEN :age_twice WHEN t.opened_at <= v."all" THEN :age_all WHEN t.opened_at <= v.half THEN :age_half END AS age_points,
         CASE WHEN t.opened_at <= v.twice THEN 'past twice its ' || v.days || '-day service level since ' || date(t.opened_at, (2 * v.days) || ' days')
              WHEN t.opened_at <= v."all" THEN 'past its ' || v.days || '-day service level since ' || date(t.opened_at, v.days || ' days')
              WHEN t.opened_at <= v.half THEN 'half of its ' || v.days || '-day service level passed on ' || date(t.opened_at, (12 * v.days) || ' hours') END AS age_text,
         iif(t.declared AND t.severity = 'critical' AND t.assignees = '[]', :unassigned, NULL) AS unassigned_points,
         iif(t.touched_at <= c.stale, :stale, NULL) AS stale_points,
         iif(t.touched_at <= c.stale, 'untouched since ' || date(t.touched_at), NULL) AS stale_text,
         a.points AS added_points, a.text AS added_text, a.part AS added_part,
         a.approval AS added_approval, a.blocked AS added_blocked, a.stale AS added_stale
    FROM clock c
   CROSS JOIN item t
   CROSS JOIN level v ON v.declared = t.declared AND v.severity = coalesce(t.severity, '')
    LEFT JOIN label_set l ON l.labels = t.labels
    LEFT JOIN added a ON a.kind = t.kind AND a.source = t.source AND a.key = t.key
), summed AS (                       -- only what is needed: it is sorted
  SELECT kind, source, key, repo, number, since,
         base + coalesce(label_points, 0) + coalesce(due_points, 0) + coalesce(age_points, 0) + coalesce(unassigned_points, 0)
           + coalesce(stale_points, 0) + coalesce(added_points, 0) AS total,
         base || ' ' || basis || coalesce(label_text, '')
           || coalesce(iif(due_points < 0, ' - ', ' + ') || abs(due_points) || ' ' || due_text, '')
           || coalesce(' + ' || age_points || ' ' || age_text, '')
           || iif(unassigned_points IS NULL, '', iif(unassigned_points < 0, ' - ', ' + ') || abs(unassigned_points) || ' nobody is assigned')
           || coalesce(iif(stale_points < 0, ' - ', ' + ') || abs(stale_points) || ' ' || stale_text, '')
           || coalesce(added_text, '') AS text,
         '[' || json_object('component', iif(declared, 'declared', 'severity'), 'points', base, 'reason', basis) || coalesce(label_part, '')
           || iif(due_text IS NULL, '', ',' || json_object('component', 'due', 'points', due_points, 'reason', due_text))
           || iif(age_text IS NULL, '', ',' || json_object('component', 'age', 'points', age_points, 'reason', age_text))
           || iif(unassigned_points IS NULL, '', ',' || json_object('component', 'unassigned', 'points', unassigned_points, 'reason', 'nobody is assigned'))
           || iif(stale_text IS NULL, '', ',' || json_object('component', 'stale', 'points', stale_points, 'reason', stale_text))
           || coalesce(added_part, '') || ']' AS parts,
         (coalesce(approval, 0) OR coalesce(added_approval, 0)) + 2 * (coalesce(blocked, 0) OR coalesce(added_blocked, 0))
           + 4 * (stale_text IS NOT NULL OR coalesce(added_stale, 0)) AS flags
    FROM measured
), ranked AS (
  SELECT *, min(max(total, 0), 100) AS points,
         row_number() OVER (ORDER BY min(max(total, 0), 100) DESC, coalesce(since, '9'), source, repo, number, kind, key) AS rank
    FROM summed
), banded AS (
  SELECT *, CASE WHEN points >= :critical_from THEN 'critical' WHEN points >= :high_from THEN 'high'
                 WHEN points >= :medium_from THEN 'medium' ELSE 'low' END AS urgency
    FROM ranked
)
SELECT kind, source, key, repo, number, points, urgency, rank, rank <= :desk AND urgency <> 'low' AS tonight,
       text || printf(' = %g', total) || iif(total <> points, printf(', counted as %g', points), '') AS reason, parts,
       flags & 1 AS approval, flags >> 1 & 1 AS blocked, flags >> 2 AS stale
  FROM banded;
