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
INSERT INTO analysis (edition, step, input, reads, writes, own_rows, clock, generation)
SELECT :edition, :step, :input, :reads, :writes, :own_rows, :clock, value - 1 FROM generation WHERE true
ON CONFLICT DO UPDATE
   SET input = excluded.input, reads = excluded.reads, writes = excluded.writes, own_rows = excluded.own_rows,
       clock = excluded.clock, generation = excluded.generation;

-- The same statement, schema and program read and write the same.
-- recall
SELECT a.own_rows, 0, r.value FROM analysis a, json_each(a.reads) r WHERE a.edition = :edition AND a.step = :step AND a.input = :input
 UNION ALL
SELECT a.own_rows, 1, w.value FROM analysis a, json_each(a.writes) w WHERE a.edition = :edition AND a.step = :step AND a.input = :input;

-- forget_others
DELETE FROM analysis WHERE edition = :edition AND step NOT IN (SELECT value FROM json_each(:steps));

-- forget_editions
DELETE FROM analysis WHERE edition NOT IN (SELECT edition FROM edition);

-- settle
UPDATE analysis SET generation = (SELECT value FROM generation);
