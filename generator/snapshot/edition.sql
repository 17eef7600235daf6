-- What was analysed for whom.

-- save
INSERT INTO edition (edition, zones, sources, run, analysed_at)
SELECT :edition, :zones, (SELECT json_group_object(name, zone) FROM (SELECT name, zone FROM source WHERE active ORDER BY name)),
       :run, :now WHERE true
ON CONFLICT DO UPDATE
   SET zones = excluded.zones, sources = excluded.sources, run = excluded.run, analysed_at = excluded.analysed_at;

-- current
SELECT 1 FROM edition
 WHERE edition = :edition AND zones = :zones AND run = :run
   AND sources = (SELECT json_group_object(name, zone) FROM (SELECT name, zone FROM source WHERE active ORDER BY name));

-- What was computed by passes and checks that are gone.
-- forget_found
DELETE FROM found WHERE rule NOT IN (SELECT name FROM declaration WHERE kind IN ('pass', 'check'));

-- forget_score_parts
DELETE FROM score_part WHERE rule NOT IN (SELECT name FROM declaration WHERE kind IN ('pass', 'check'));

-- forget_items
DELETE FROM item WHERE rule NOT IN (SELECT name FROM declaration WHERE kind = 'pass');

-- forget_priority_parts
DELETE FROM priority_part WHERE rule NOT IN (SELECT name FROM declaration WHERE kind IN ('pass', 'check'));

-- forget_model_scores
DELETE FROM model_score WHERE rule NOT IN (SELECT name FROM declaration WHERE kind = 'pass');

-- forget_recommendations
DELETE FROM recommendation WHERE rule NOT IN (SELECT name FROM declaration WHERE kind IN ('pass', 'recommendation'));
