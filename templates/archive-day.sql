-- One page for each day of the archive: the desk as it was published then. The engine puts it in
-- as the body; what is asked here stands around it.
--
-- path: archive/{day}/index
-- title: Desk of a day
-- each: kept
-- shows: desk
-- types: withheld number

-- kept
SELECT day, substr(day, 1, 7) AS month, withheld,
       lag(day) OVER (ORDER BY day) AS previous, lead(day) OVER (ORDER BY day) AS next
  FROM archive_day ORDER BY day;
