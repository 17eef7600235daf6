-- Where items stood on the desks of former days; see passes/standing.h.

-- keep
WITH last AS MATERIALIZED (          -- the other columns are those of the row with the maximum
  SELECT kind, source, key, repo, number, rank, reason, max(day) AS day
    FROM standing WHERE edition = :edition AND day < :day GROUP BY kind, source, key
), listed AS MATERIALIZED (
  SELECT kind, source, key, repo, number, rank, reason FROM priority WHERE edition = :edition AND tonight
), differs AS (
  SELECT n.* FROM listed n LEFT JOIN last l ON l.kind = n.kind AND l.source = n.source AND l.key = n.key
   WHERE (l.rank, l.reason) IS NOT (n.rank, n.reason)
  UNION ALL
  SELECT l.kind, l.source, l.key, l.repo, l.number, NULL, NULL
    FROM last l LEFT JOIN listed n ON n.kind = l.kind AND n.source = l.source AND n.key = l.key
   WHERE l.rank IS NOT NULL AND n.rank IS NULL
)
INSERT INTO standing (edition, kind, source, key, day, repo, number, rank, reason)
SELECT :edition, kind, source, key, :day, repo, number, rank, reason FROM differs WHERE true
ON CONFLICT DO UPDATE SET repo = excluded.repo, number = excluded.number, rank = excluded.rank, reason = excluded.reason
 WHERE (repo, number, rank, reason) IS NOT (excluded.repo, excluded.number, excluded.rank, excluded.reason);

-- What was otherwise earlier on the day, and is now as on the day before.
-- forget
DELETE FROM standing AS s
 WHERE edition = :edition AND day = :day
   AND coalesce((SELECT json_array(rank, reason) FROM priority p
                  WHERE p.edition = s.edition AND p.kind = s.kind AND p.source = s.source AND p.key = s.key AND p.tonight), '[null,null]')
     = coalesce((SELECT json_array(rank, reason) FROM standing l
                  WHERE l.edition = s.edition AND l.kind = s.kind AND l.source = s.source AND l.key = s.key AND l.day < s.day
                  ORDER BY l.day DESC LIMIT 1), '[null,null]');
