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

-- The first day of a month stands alone, and helps to compress the others.
-- base
SELECT day FROM archive_day
 WHERE edition = :edition AND run IS NOT NULL AND day < :day AND substr(day, 1, 7) = substr(:day, 1, 7)
 ORDER BY day LIMIT 1;

-- store
INSERT INTO archive (edition, day, format, base, content) VALUES (:edition, :day, :format, :base, :content)
ON CONFLICT DO UPDATE SET base = excluded.base, content = excluded.content;

-- keep
UPDATE archive_day
   SET run = :run, at = :at, zones = :zones, digest = :digest, entries = NULL,
       quotes = (SELECT json_group_array(DISTINCT c.day) FROM context c WHERE c.edition = :edition AND c.memory_kind = 'desk')
 WHERE edition = :edition AND day = :day;

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

-- What a desk listed. It is split when it is published, and never read again: what the desk
-- before listed in the same words lasts longer, and anything else is a row more. An entry is a
-- row of one of the desk's lists, a finding or a recommendation; other lists that a site's own
-- desk may have are not known here.

-- unsplit
SELECT min(day) FROM archive_day WHERE edition = :edition AND run IS NOT NULL AND entries IS NULL;

-- The desk that this day had before lists nothing any more.
-- forget_entries
DELETE FROM archive_entry WHERE edition = :edition AND since = :day;

-- shorten_entries
UPDATE archive_entry
   SET until = coalesce((SELECT max(day) FROM archive_day WHERE edition = :edition AND run IS NOT NULL AND day < :day), since)
 WHERE edition = :edition AND until = :day;

-- add_entries
WITH before AS MATERIALIZED (
  SELECT max(day) AS day FROM archive_day WHERE edition = :edition AND run IS NOT NULL AND day < :day
), row AS (
  SELECT path, value FROM json_tree(iif(json_valid(:desk), :desk, 'null'))
   WHERE type = 'object' AND (path GLOB '$.sections[[]*].items' OR path IN ('$.findings', '$.recommended'))
), entry AS MATERIALIZED (
  SELECT CASE path WHEN '$.findings' THEN 'finding' WHEN '$.recommended' THEN 'recommendation' ELSE value ->> '$.item' END AS kind,
         value ->> '$.source' AS source, value ->> '$.key' AS name, value ->> '$.repo' AS repo, value ->> '$.number' AS number,
         substr(coalesce(value ->> '$.title', value ->> '$.message'), 1, 4096) AS title,
         substr(coalesce(value ->> '$.reason', value ->> '$.evidence', value ->> '$.action'), 1, 4096) AS text
    FROM row
), named AS (
  SELECT kind, source, coalesce(name, title) AS name, repo, CAST(number AS INTEGER) AS number, title, text,
         named_uuid(json_array(kind, source, name, repo, number, title, text)) AS key
    FROM entry WHERE kind <> '' AND source <> '' AND length(title) > 0
)
INSERT INTO archive_entry (edition, key, since, until, kind, source, name, repo, number, title, text)
SELECT DISTINCT :edition, n.key, coalesce(e.since, :day), :day, n.kind, n.source, n.name, n.repo, n.number, n.title, n.text
  FROM named n LEFT JOIN archive_entry e ON e.edition = :edition AND e.key = n.key AND e.until = (SELECT day FROM before)
 WHERE true
ON CONFLICT DO UPDATE SET until = excluded.until;

-- count_entries
UPDATE archive_day
   SET entries = (SELECT count(*) FROM archive_entry WHERE edition = :edition AND until = :day)
 WHERE edition = :edition AND day = :day;

-- Where a repository's own page is.
-- pages
SELECT path FROM page ORDER BY path;
