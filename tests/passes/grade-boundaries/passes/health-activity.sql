-- Parts of the scores as the keys say, in place of the built-in pass.

-- rows score_part
WITH said AS (
  SELECT source, key, '[' || replace(key, '/', ',') || ']' AS numbers FROM repo WHERE key LIKE '%/%'
)
SELECT source, key AS repo, 'known' AS component, numbers ->> 0 AS points, numbers ->> 1 AS maximum, 'said so' AS reason
  FROM said WHERE numbers ->> 1 > 0
 UNION ALL
SELECT source, key, 'unknown', NULL, (numbers ->> 2) - (numbers ->> 1), 'nobody said'
  FROM said WHERE numbers ->> 2 > numbers ->> 1;
