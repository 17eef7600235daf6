-- What the page of memory lists: the 200 latest decisions, conversations, notes and reports,
-- and what is remembered beside tonight's items, however old it is.

-- rows memory_entry
WITH known AS (
  SELECT NULL AS source, key, day FROM decision
  UNION ALL
  SELECT source, key, date(created_at) FROM memory WHERE kind <> 'document' AND title IS NOT NULL
), placed AS (
  SELECT k.source, k.key, row_number() OVER (ORDER BY k.day DESC NULLS LAST, s.position NULLS FIRST, k.key) AS place
    FROM known k LEFT JOIN source s ON s.name = k.source
), beside AS MATERIALIZED (
  SELECT DISTINCT memory_source AS source, memory_key AS key FROM context WHERE memory_kind NOT IN ('issue', 'pull', 'document', 'desk')
)
SELECT place, source, key
  FROM placed p
 WHERE place <= 200 OR EXISTS (SELECT 1 FROM beside b WHERE b.source IS p.source AND b.key = p.key);
