-- Rendered documents by content.

-- get
SELECT html, md, run FROM markdown WHERE hash = :hash;

-- Two pages with the same text may both have rendered it.
-- keep
INSERT INTO markdown (hash, html, md, reason, run) VALUES (:hash, :html, :md, :reason, :run)
ON CONFLICT DO NOTHING;

-- touch
UPDATE markdown SET run = :run WHERE hash = :hash;

-- A document is touched every tenth run only, to spare writing.
-- prune
DELETE FROM markdown WHERE run < :run - 40;

-- last_run_at
SELECT started_at FROM run ORDER BY id DESC LIMIT 1;
