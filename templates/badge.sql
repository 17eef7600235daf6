-- A repository's badge: its health as a picture that may stand in its read-me.
-- Each of its two boxes is 10 pixels wider than its words are in Verdana of 11 pixels, and
-- textLength keeps the words that long in any other font. White has a contrast of more than
-- 4.5 on all of the colours.
--
-- path: {path}-health
-- title: Badge
-- each: this
-- within: repository

-- this
WITH health AS (
  SELECT p.path, p.repo, s.demo, h.grade, printf('%.1f', h.score) AS digits
    FROM page p
    JOIN source s ON s.name = p.source
    LEFT JOIN score h ON h.source = p.source AND h.repo = p.repo
), badge AS (
  SELECT path, 'health' AS label, 34 AS label_length,
         coalesce(grade || ' ' || digits, 'unknown') AS value,
         iif(grade IS NULL, 50, 9 + 7 * length(digits)) AS value_length,
         CASE grade WHEN 'A' THEN '#1a7f37' WHEN 'B' THEN '#4f7a0b' WHEN 'C' THEN '#8a6100'
                    WHEN 'D' THEN '#b3470b' WHEN 'F' THEN '#a31f45' ELSE '#6b7280' END AS colour,
         iif(demo, 'Demo, invented: health of ', 'Health of ') || repo || ': '
           || coalesce('grade ' || grade || ', ' || digits || ' of 100', 'unknown') AS words
    FROM health
)
SELECT *, label_length + 10 AS label_width, value_length + 10 AS value_width,
       label_length + value_length + 20 AS width,
       label_length / 2.0 + 5 AS label_middle, label_length + value_length / 2.0 + 15 AS value_middle
  FROM badge;
