-- The portfolio's badge: the mean health of its repositories as a picture.
-- Its colours and measures are those of a repository's badge.
--
-- path: health
-- title: Badge

-- this
WITH health AS (
  SELECT p.grade, printf('%.1f', p.score) AS digits, EXISTS (SELECT 1 FROM source WHERE demo) AS demo
    FROM (SELECT 'health' AS metric) m LEFT JOIN portfolio p ON p.metric = m.metric
), badge AS (
  SELECT 'portfolio health' AS label, 84 AS label_length,
         coalesce(grade || ' ' || digits, 'unknown') AS value,
         iif(grade IS NULL, 50, 9 + 7 * length(digits)) AS value_length,
         CASE grade WHEN 'A' THEN '#1a7f37' WHEN 'B' THEN '#4f7a0b' WHEN 'C' THEN '#8a6100'
                    WHEN 'D' THEN '#b3470b' WHEN 'F' THEN '#a31f45' ELSE '#6b7280' END AS colour,
         iif(demo, 'Demo, invented at least in part: ', '') || 'Health of the portfolio: '
           || coalesce('grade ' || grade || ', ' || digits || ' of 100', 'unknown') AS words
    FROM health
)
SELECT *, label_length + 10 AS label_width, value_length + 10 AS value_width,
       label_length + value_length + 20 AS width,
       label_length / 2.0 + 5 AS label_middle, label_length + value_length / 2.0 + 15 AS value_middle
  FROM badge;
