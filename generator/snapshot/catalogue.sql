-- What the snapshot says of the run itself: its sources, its number, its declarations.

-- :names is a JSON array of those that there are.
-- forget_sources
UPDATE source SET active = 0 WHERE active AND name NOT IN (SELECT value FROM json_each(:names));

-- declare_source
INSERT INTO source (name, system, position, demo, zone, active)
VALUES (:name, :system, :position, :demo, :zone, 1)
ON CONFLICT DO UPDATE
   SET system = excluded.system, position = excluded.position, demo = excluded.demo,
       zone = excluded.zone, active = 1
 WHERE (system, position, demo, zone, active) IS NOT (excluded.system, excluded.position, excluded.demo, excluded.zone, 1);

-- When the last run started, where that was after :now.
-- later_run
SELECT max(started_at) FROM run WHERE started_at > :now;

-- start_run
INSERT INTO run (started_at, version, kept) VALUES (:started_at, :version, 1);

-- last_run
SELECT max(id) FROM run;

-- Pages tell of the last run's; the owner can ask for those of a week of nights.
-- forget_requests
DELETE FROM request WHERE run <= (SELECT max(id) FROM run) - 7;

-- forget_declarations
DELETE FROM declaration WHERE kind = :kind AND name NOT IN (SELECT value FROM json_each(:names));

-- declare
INSERT INTO declaration (name, kind, summary, documentation, "group", severity, remedy, reference, repeats, hash)
VALUES (:name, :kind, :summary, :documentation, :group, CASE WHEN :kind = 'check' THEN :severity END, :remedy, :reference, :repeats, :hash)
ON CONFLICT DO UPDATE
   SET summary = excluded.summary, documentation = excluded.documentation, "group" = excluded."group",
       severity = excluded.severity, remedy = excluded.remedy, reference = excluded.reference,
       repeats = excluded.repeats, hash = excluded.hash
 WHERE hash <> excluded.hash OR (summary, documentation, "group", severity, remedy, reference, repeats)
       IS NOT (excluded.summary, excluded.documentation, excluded."group", excluded.severity, excluded.remedy, excluded.reference, excluded.repeats);

-- count_findings
SELECT count(DISTINCT rule || ' ' || source || ' ' || key) FROM finding WHERE severity = :severity;
