-- The scores of the night before under the rules of now; see command/rescore.h.

-- count_passes
SELECT count(*) FROM declaration WHERE kind = 'pass';

-- is_known
SELECT count(*) FROM declaration WHERE kind = 'pass' AND name = :name AND hash = :hash;

-- run_before
SELECT id FROM run WHERE kept AND id = (SELECT max(id) FROM run WHERE id < (SELECT max(id) FROM run));

-- forget
DELETE FROM rescore WHERE run = :run;

-- What the copy knows last of each: the column value is that of the row with the last day.
-- scores
SELECT edition, source, repo, metric, value
  FROM (SELECT edition, source, repo, metric, value, max(day) FROM point
         WHERE repo <> '' AND (metric = 'score' OR metric GLOB 'score.*')
         GROUP BY edition, source, repo, metric);

-- What is not kept of that night, or is gone since, is not compared. Of components those only
-- that moved.
-- add
INSERT INTO rescore (edition, source, repo, metric, run, before, after)
SELECT :edition, r.source, r.key, :metric, :run, p.value, :after
  FROM repo r JOIN point p ON p.edition = :edition AND p.source = r.source AND p.repo = r.key AND p.metric = :metric
   AND p.day = (SELECT max(day) FROM point
                 WHERE edition = :edition AND source = :source AND repo = :repo AND metric = :metric AND day <= date(:at))
 WHERE r.source = :source AND r.key = :repo AND (:metric = 'score' OR p.value IS NOT :after);
