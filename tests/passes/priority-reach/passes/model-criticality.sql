-- Criticality as this case wants it.

-- rows model_score
SELECT source, key AS repo, stars / 100.0 AS score, 1 AS maximum, 1 AS known, '[]' AS parts, 'as told' AS reason FROM repo;
