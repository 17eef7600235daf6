-- Which days' desks an edition may still show; see snapshot/archive_day.h.

-- What is no longer shown, and whether it is in another zone now. Of what is gone is held what
-- was known last.
-- judge
WITH named AS MATERIALIZED (
  SELECT key, since, until, hidden, key ->> 0 AS source, key ->> 1 AS repo, key ->> 2 AS number, key ->> 3 AS kind, key ->> 4 AS name
    FROM archive_subject WHERE edition = :edition
), thing (kind, source, name, zone) AS MATERIALIZED (
  SELECT 'ticket', source, key, zone FROM ticket UNION ALL SELECT 'incident', source, key, zone FROM incident
   UNION ALL SELECT 'target', source, key, zone FROM target UNION ALL SELECT 'job', source, key, zone FROM job
   UNION ALL SELECT 'idea', source, key, zone FROM idea
), judged AS MATERIALIZED (
  SELECT n.key, n.since, n.until, n.hidden,
         s.name IS NOT NULL AND (n.repo IS NULL OR r.key IS NOT NULL) AND (n.number IS NULL OR i.number IS NOT NULL)
           AND (n.kind IS NULL OR t.name IS NOT NULL) AS is_there,
         coalesce(s.active, 0) AS is_active,
         coalesce(s.zone NOT IN (SELECT value FROM json_each(:zones)), 0)
         OR coalesce(r.zone NOT IN (SELECT value FROM json_each(:zones)), 0)
         OR coalesce(i.zone NOT IN (SELECT value FROM json_each(:zones)), 0)
         OR coalesce(t.zone NOT IN (SELECT value FROM json_each(:zones)), 0) AS is_above
    FROM named n
    LEFT JOIN source s ON s.name = n.source
    LEFT JOIN repo r ON r.source = n.source AND r.key = n.repo
    LEFT JOIN issue i ON i.source = n.source AND i.repo = n.repo AND i.number = n.number
    LEFT JOIN thing t ON t.kind = n.kind AND t.source = n.source AND t.name = n.name
), now AS MATERIALIZED (
  SELECT key, since, hidden AS hidden_before, until AS until_before,
         iif(is_there OR is_above, is_above, hidden) AS hidden,
         coalesce(until, iif(is_there AND is_active AND NOT is_above, NULL,
                             (SELECT max(at) FROM archive_day WHERE edition = :edition))) AS until
    FROM judged
)
UPDATE archive_subject AS a SET hidden = now.hidden, until = now.until
  FROM now
 WHERE (now.hidden, now.until) IS NOT (now.hidden_before, now.until_before)
   AND a.edition = :edition AND a.key = now.key AND a.since = now.since;

-- A day is withheld if the edition was allowed more then, or if anything that it showed then is
-- hidden from it now: not only the desk's rows tell of that, but its totals. So is one whose desk
-- tells what the desk of such a day had listed.
-- withhold
WITH hidden AS MATERIALIZED (
  SELECT since, until FROM archive_subject WHERE edition = :edition AND hidden
), shown AS MATERIALIZED (
  SELECT d.day, d.quotes,
         EXISTS (SELECT value FROM json_each(d.zones) EXCEPT SELECT value FROM json_each(:zones))
         OR EXISTS (SELECT 1 FROM hidden h WHERE h.since <= d.at AND (h.until IS NULL OR h.until >= d.at)) AS withheld
    FROM archive_day d
   WHERE d.edition = :edition AND d.run IS NOT NULL AND d.day IS NOT :except
), judged AS MATERIALIZED (
  SELECT s.day, s.withheld OR EXISTS (SELECT 1 FROM json_each(s.quotes) q JOIN shown f ON f.day = q.value AND f.withheld) AS withheld FROM shown s
)
UPDATE archive_day AS d
   SET withheld = j.withheld, grade = iif(j.withheld, NULL, d.grade), critical = iif(j.withheld, NULL, d.critical)
  FROM judged j
 WHERE d.edition = :edition AND d.day = j.day AND d.withheld <> j.withheld;
