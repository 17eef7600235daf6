-- The desks of former days: which there are, what they may tell, what is kept.

-- last_run
SELECT id, started_at, date(started_at) FROM run ORDER BY id DESC LIMIT 1;

-- A desk is kept of a run that none is kept of yet; never again of the same one, or of a day
-- before one that is kept.
-- due
SELECT NOT EXISTS (SELECT 1 FROM archive_day
                    WHERE edition = :edition AND day = :day AND run IS NOT NULL AND ((run, at) = (:run, :at) OR at > :at))
   AND NOT EXISTS (SELECT 1 FROM archive_day WHERE edition = :edition AND day > :day AND run IS NOT NULL);

-- A run whose desk was never published left nothing.
-- forget_unpublished
DELETE FROM archive_day WHERE edition = :edition AND run IS NULL AND (:day IS NULL OR day <> :day);

-- expect
INSERT INTO archive_day (edition, day, grade, critical)
SELECT :edition, :day, (SELECT grade FROM portfolio WHERE edition = :edition AND metric = 'health'),
       (SELECT count(*) FROM finding WHERE edition = :edition AND severity = 'critical')
 WHERE true
ON CONFLICT DO UPDATE SET withheld = 0, grade = excluded.grade, critical = excluded.critical
 WHERE (withheld, grade, critical) IS NOT (0, excluded.grade, excluded.critical);

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
-- hidden from it now: not only the desk's rows tell of that, but its totals.
-- withhold
WITH hidden AS MATERIALIZED (
  SELECT since, until FROM archive_subject WHERE edition = :edition AND hidden
), judged AS MATERIALIZED (
  SELECT d.day,
         EXISTS (SELECT value FROM json_each(d.zones) EXCEPT SELECT value FROM json_each(:zones))
         OR EXISTS (SELECT 1 FROM hidden h WHERE h.since <= d.at AND (h.until IS NULL OR h.until >= d.at)) AS withheld
    FROM archive_day d
   WHERE d.edition = :edition AND d.run IS NOT NULL AND NOT (:due AND d.day = :day)
)
UPDATE archive_day AS d
   SET withheld = j.withheld, grade = iif(j.withheld, NULL, d.grade), critical = iif(j.withheld, NULL, d.critical)
  FROM judged j
 WHERE d.edition = :edition AND d.day = j.day AND d.withheld <> j.withheld;

-- The first day of a month stands alone, and helps to compress the others.
-- base
SELECT day FROM archive_day
 WHERE edition = :edition AND run IS NOT NULL AND day < :day AND substr(day, 1, 7) = substr(:day, 1, 7)
 ORDER BY day LIMIT 1;

-- store
INSERT INTO archive (edition, day, format, base, content) VALUES (:edition, :day, :format, :base, :content)
ON CONFLICT DO UPDATE SET base = excluded.base, content = excluded.content;

-- keep
UPDATE archive_day SET run = :run, at = :at, zones = :zones, digest = :digest WHERE edition = :edition AND day = :day;

-- Sources, and whatever of theirs has a zone of its own and belongs to no repository.
-- add_sources
WITH thing (kind, source, name, zone) AS (
  SELECT 'ticket', source, key, zone FROM ticket UNION ALL SELECT 'incident', source, key, zone FROM incident
   UNION ALL SELECT 'target', source, key, zone FROM target UNION ALL SELECT 'job', source, key, zone FROM job
   UNION ALL SELECT 'idea', source, key, zone FROM idea
)
INSERT INTO archive_subject (edition, key, since)
SELECT :edition, key, :at
  FROM (SELECT json_array(name) AS key FROM source
         WHERE active AND zone IN (SELECT value FROM json_each(:zones))
        UNION ALL
        SELECT json_array(t.source, NULL, NULL, t.kind, t.name) FROM thing t JOIN source s ON s.name = t.source
         WHERE s.active AND s.zone IN (SELECT value FROM json_each(:zones))
           AND (t.zone IS NULL OR t.zone IN (SELECT value FROM json_each(:zones))))
 WHERE key NOT IN (SELECT key FROM archive_subject WHERE edition = :edition AND until IS NULL)
ON CONFLICT DO UPDATE SET until = NULL;

-- add_repositories
INSERT INTO archive_subject (edition, key, since)
SELECT :edition, key, :at
  FROM (SELECT json_array(r.source, r.key) AS key FROM repo r JOIN source s ON s.name = r.source
         WHERE s.active AND s.zone IN (SELECT value FROM json_each(:zones))
           AND (r.zone IS NULL OR r.zone IN (SELECT value FROM json_each(:zones))))
 WHERE key NOT IN (SELECT key FROM archive_subject WHERE edition = :edition AND until IS NULL)
ON CONFLICT DO UPDATE SET until = NULL;

-- What the desk itself names.
-- add_issue
INSERT INTO archive_subject (edition, key, since)
SELECT :edition, key, :at
  FROM (SELECT json_array(source, repo, number) AS key FROM issue
         WHERE source = :source AND repo = :repo AND number = :number)
 WHERE key NOT IN (SELECT key FROM archive_subject WHERE edition = :edition AND until IS NULL)
ON CONFLICT DO UPDATE SET until = NULL;

-- find
SELECT digest FROM archive_day WHERE edition = :edition AND day = :day AND run IS NOT NULL AND NOT withheld;

-- content
SELECT content, base FROM archive WHERE edition = :edition AND day = :day AND format = :format;

-- Where a repository's own page is.
-- pages
SELECT path FROM page ORDER BY path;
