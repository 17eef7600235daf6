-- From what each pass and check was last computed; see passes/analysis.h.

-- What is read was seen as it was when the value was given.
-- is_current
WITH wanted AS (
  SELECT value AS name FROM json_each(:reads)
  UNION
  SELECT substr(value, 1, instr(value, '.') - 1) FROM json_each(:reads)
)
SELECT 1 FROM analysis a
 WHERE a.edition = :edition AND a.step = :step AND a.input = :input AND coalesce(a.clock = :now, true)
   AND NOT EXISTS (SELECT 1 FROM change c WHERE c.generation > a.generation AND c."table" IN (SELECT name FROM wanted));

-- Until all is computed it counts as seen only what was there when that began.
-- note
INSERT INTO analysis (edition, step, input, clock, generation)
SELECT :edition, :step, :input, :clock, value - 1 FROM generation WHERE true
ON CONFLICT DO UPDATE SET input = excluded.input, clock = excluded.clock, generation = excluded.generation;

-- forget_others
DELETE FROM analysis WHERE edition = :edition AND step NOT IN (SELECT value FROM json_each(:steps));

-- forget_editions
DELETE FROM analysis WHERE edition NOT IN (SELECT edition FROM edition);

-- settle
UPDATE analysis SET generation = (SELECT value FROM generation);
