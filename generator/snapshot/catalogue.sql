-- What the snapshot says of the run itself: its sources, its number, its declarations.

-- forget_sources
UPDATE source SET active = 0;

-- declare_source
INSERT INTO source (name, system, position, demo, zone, active)
VALUES (:name, :system, :position, :demo, :zone, 1)
ON CONFLICT DO UPDATE
   SET system = excluded.system, position = excluded.position, demo = excluded.demo,
       zone = excluded.zone, active = 1;

-- start_run
INSERT INTO run (started_at, version) VALUES (:started_at, :version);

-- last_run
SELECT max(id) FROM run;

-- Requests are kept for the last thirty runs.
-- forget_requests
DELETE FROM request WHERE run <= (SELECT max(id) FROM run) - 30;

-- forget_declarations
DELETE FROM declaration WHERE kind = :kind;

-- declare
INSERT INTO declaration (name, kind, summary, documentation, "group", severity, remedy, reference, hash)
VALUES (:name, :kind, :summary, :documentation, :group, CASE WHEN :kind = 'check' THEN :severity END, :remedy, :reference, :hash);

-- count_findings
SELECT count(DISTINCT rule || ' ' || source || ' ' || key) FROM finding WHERE severity = :severity;
