-- From what each pass and check was last computed; see passes/analysis.h.

-- What it read then is not another now.
-- is_current
SELECT 1 FROM analysis a
 WHERE a.edition = :edition AND a.step = :step AND a.input = :input AND coalesce(a.clock = :now, true)
   AND NOT EXISTS (SELECT 1 FROM change c
                    WHERE c.generation > a.generation
                      AND c."table" IN (SELECT value FROM json_each(a.reads)
                                        UNION ALL
                                        SELECT substr(value, 1, instr(value, '.') - 1) FROM json_each(a.reads)));

-- Until all is computed it counts as seen only what was there when that began.
-- note
INSERT INTO analysis (edition, step, input, reads, clock, generation)
SELECT :edition, :step, :input, :reads, :clock, value - 1 FROM generation WHERE true
ON CONFLICT DO UPDATE
   SET input = excluded.input, reads = excluded.reads, clock = excluded.clock, generation = excluded.generation;

-- forget_others
DELETE FROM analysis WHERE edition = :edition AND step NOT IN (SELECT value FROM json_each(:steps));

-- forget_editions
DELETE FROM analysis WHERE edition NOT IN (SELECT edition FROM edition);

-- settle
UPDATE analysis SET generation = (SELECT value FROM generation);
