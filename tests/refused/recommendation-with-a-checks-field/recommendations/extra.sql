-- What is wrong with this one.
--
-- group: hygiene
-- effort: 1
-- severity: low

-- recommendation
SELECT source, key AS repo, 'Do it.' AS title, 'It is so.' AS evidence, 'Begin.' AS action, NULL AS effect, 'none' AS reason FROM repo;
