-- Numbers per entity and day; see point.h.

-- create
CREATE TEMP TABLE IF NOT EXISTS given_point (
  source TEXT NOT NULL, repo TEXT NOT NULL, metric TEXT NOT NULL CHECK (length(metric) BETWEEN 1 AND 64), value REAL,
  PRIMARY KEY (source, repo, metric)
) STRICT, WITHOUT ROWID;

-- begin
DELETE FROM temp.given_point;

-- The parameters: source, repo, metric, value.
-- add
INSERT INTO temp.given_point VALUES (coalesce(?1, ''), coalesce(?2, ''), ?3, ?4);

-- day
SELECT date(started_at) FROM run ORDER BY id DESC LIMIT 1;

-- What was given before and is not any more: from one number to the next by the key, so that not
-- all points are read.
-- add_lost
INSERT OR IGNORE INTO temp.given_point
WITH RECURSIVE series (source, repo, metric) AS (
  SELECT * FROM (SELECT source, repo, metric FROM point WHERE edition = :edition ORDER BY source, repo, metric LIMIT 1)
  UNION ALL
  SELECT p.source, p.repo, p.metric
    FROM series s
    JOIN point p ON p.edition = :edition
     AND (p.source, p.repo, p.metric, p.day) = (
           SELECT * FROM (           -- a comparison of rows would use the first column of the key only
             SELECT * FROM (SELECT source, repo, metric, day FROM point
                             WHERE edition = :edition AND source = s.source AND repo = s.repo AND metric > s.metric
                             ORDER BY metric, day LIMIT 1)
             UNION ALL
             SELECT * FROM (SELECT source, repo, metric, day FROM point
                             WHERE edition = :edition AND source = s.source AND repo > s.repo
                             ORDER BY repo, metric, day LIMIT 1)
             UNION ALL
             SELECT * FROM (SELECT source, repo, metric, day FROM point
                             WHERE edition = :edition AND source > s.source
                             ORDER BY source, repo, metric, day LIMIT 1))
            ORDER BY source, repo, metric, day LIMIT 1)
)
SELECT source, repo, metric, NULL FROM series;

-- keep
INSERT INTO point (edition, source, repo, metric, day, value)
SELECT :edition, g.source, g.repo, g.metric, :day, g.value FROM temp.given_point g
 WHERE g.value IS NOT (SELECT value FROM point p
                        WHERE p.edition = :edition AND p.source = g.source AND p.repo = g.repo AND p.metric = g.metric AND p.day < :day
                        ORDER BY p.day DESC LIMIT 1)
ON CONFLICT DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value;

-- What was another number earlier on the day.
-- forget
DELETE FROM point
 WHERE (edition, source, repo, metric, day) IN
       (SELECT :edition, g.source, g.repo, g.metric, :day FROM temp.given_point g
         WHERE g.value IS (SELECT value FROM point p
                            WHERE p.edition = :edition AND p.source = g.source AND p.repo = g.repo AND p.metric = g.metric AND p.day < :day
                            ORDER BY p.day DESC LIMIT 1));
