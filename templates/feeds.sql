-- Where feed readers find what was found and what was resolved.
--
-- path: feeds
-- title: Feeds
-- types: total number, newest date

-- feeds
WITH feed (file, severity, place) AS (
  VALUES ('feed', 'critical', 1), ('feeds/high', 'high', 2), ('feeds/medium', 'medium', 3),
         ('feeds/low', 'low', 4), ('feeds/info', 'info', 5)
), told AS (
  SELECT severity, at FROM finding_event
  UNION ALL
  SELECT severity_before, at FROM finding_event WHERE severity_before IS NOT NULL
), newest AS (
  SELECT severity, max(at) AS at FROM told GROUP BY severity
)
SELECT f.file, f.severity, n.at AS newest,
       (SELECT count(*) FROM finding WHERE severity = f.severity) AS total
  FROM feed f LEFT JOIN newest n ON n.severity = f.severity
 ORDER BY f.place;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
