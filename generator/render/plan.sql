-- What must be rendered, and what is as it was.

-- rendering
SELECT input, reads, generation, clock FROM rendering WHERE edition = :edition AND page = :page;

-- save
INSERT INTO rendering (edition, page, input, reads, clock, generation)
SELECT :edition, :page, :input, :reads, :clock, value FROM generation WHERE true
ON CONFLICT DO UPDATE
   SET input = excluded.input, reads = excluded.reads, clock = iif(:whole, excluded.clock, coalesce(excluded.clock, clock)), generation = excluded.generation;

-- What was not looked at in this run, and is as it was.
-- still
UPDATE rendering SET generation = (SELECT value FROM generation) WHERE edition = :edition AND page = :page;

-- forget
DELETE FROM rendering WHERE edition = :edition AND page = :page;

-- forget_others
DELETE FROM rendering WHERE edition = :edition AND page NOT IN (SELECT value FROM json_each(:pages));

-- forget_editions
DELETE FROM rendering WHERE edition NOT IN (SELECT value FROM json_each(:editions));

-- The repositories that a page must be looked at for again: of which something changed that
-- it reads, and if anything did, those whose page names others. An empty name stands for all.
-- changed
WITH wanted AS (
  SELECT value AS name FROM json_each(:reads)
  UNION
  SELECT substr(value, 1, instr(value, '.') - 1) FROM json_each(:reads)
), changed AS MATERIALIZED (
  SELECT source, repo FROM change
   WHERE generation > :generation AND "table" IN (SELECT name FROM wanted)
)
SELECT source, repo FROM changed
UNION
SELECT f.source, f.repo FROM (SELECT 1 FROM changed LIMIT 1) CROSS JOIN file f
 WHERE f.edition = :edition AND f.page = :page AND f.outward
ORDER BY repo, source;

-- repositories
SELECT source, key FROM repo ORDER BY source, key;

-- is_shown
SELECT 1 FROM repo WHERE source = :source AND key = :repo;
