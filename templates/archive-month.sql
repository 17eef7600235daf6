-- One page for each month of the archive: its days, the last one first.
--
-- path: archive/{month}/index
-- title: Archive of a month
-- each: month
-- types: kept number, withheld number, critical number

-- month
SELECT month, kept, lag(month) OVER (ORDER BY month) AS previous, lead(month) OVER (ORDER BY month) AS next,
       CASE substr(month, 6) WHEN '01' THEN 'January' WHEN '02' THEN 'February' WHEN '03' THEN 'March' WHEN '04' THEN 'April'
                            WHEN '05' THEN 'May' WHEN '06' THEN 'June' WHEN '07' THEN 'July' WHEN '08' THEN 'August'
                            WHEN '09' THEN 'September' WHEN '10' THEN 'October' WHEN '11' THEN 'November' ELSE 'December' END
       || ' ' || substr(month, 1, 4) AS name
  FROM (SELECT substr(day, 1, 7) AS month, count(*) AS kept FROM archive_day GROUP BY 1)
 ORDER BY month;

-- days
SELECT day, withheld, grade, critical,
       CASE strftime('%w', day) WHEN '0' THEN 'Sunday' WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday' WHEN '3' THEN 'Wednesday'
                                WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' ELSE 'Saturday' END AS weekday
  FROM archive_day WHERE substr(day, 1, 7) = :month ORDER BY day DESC;
