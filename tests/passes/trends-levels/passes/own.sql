-- Numbers of this site's own: one that rises by 2 each night, 58 tonight; and two that are 10.

-- points
SELECT 'shelves' AS metric, NULL AS source, NULL AS repo, 58 AS value
 UNION ALL VALUES ('findings.own', NULL, NULL, 10), ('other', NULL, NULL, 10);
