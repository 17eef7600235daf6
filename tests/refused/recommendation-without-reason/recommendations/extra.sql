-- What is wrong with this one.
--
-- group: hygiene
-- effort: 1

-- recommendation
SELECT source, key AS repo, 'Do it.' AS title FROM repo;
