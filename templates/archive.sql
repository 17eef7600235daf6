-- The archive: a calendar of the days whose desk is kept as it was published. Each day that the
-- sources were asked leaves one; a day without is a gap.
--
-- path: archive/index
-- title: Archive
-- types: kept number, days number, withheld_days number, withheld number, critical number

-- total
SELECT count(*) AS kept, sum(withheld) AS withheld_days, min(day) AS first, max(day) AS last FROM archive_day;

-- The months that have a day, the last one first.
-- months
SELECT month, days,
       CASE substr(month, 6) WHEN '01' THEN 'January' WHEN '02' THEN 'February' WHEN '03' THEN 'March' WHEN '04' THEN 'April'
                            WHEN '05' THEN 'May' WHEN '06' THEN 'June' WHEN '07' THEN 'July' WHEN '08' THEN 'August'
                            WHEN '09' THEN 'September' WHEN '10' THEN 'October' WHEN '11' THEN 'November' ELSE 'December' END
       || ' ' || substr(month, 1, 4) AS name
  FROM (SELECT substr(day, 1, 7) AS month, count(*) AS days FROM archive_day GROUP BY 1)
 ORDER BY month DESC;

-- Weeks begin on Monday.
-- months.weeks
WITH RECURSIVE week (monday) AS (
  SELECT date(:month || '-01', printf('-%d days', (strftime('%w', :month || '-01') + 6) % 7))
  UNION ALL
  SELECT date(monday, '+7 days') FROM week WHERE date(monday, '+7 days') < date(:month || '-01', '+1 month')
)
SELECT monday FROM week;

-- The seven days of a week; a number only for those within the month.
-- months.weeks.dates
SELECT iif(substr(date, 1, 7) = :month, CAST(substr(date, 9) AS INTEGER), NULL) AS number, a.day, a.withheld, a.grade, a.critical
  FROM (SELECT value AS nth, date(:monday, printf('+%d days', value)) AS date FROM json_each('[0,1,2,3,4,5,6]'))
  LEFT JOIN archive_day a ON a.day = date AND substr(date, 1, 7) = :month
 ORDER BY nth;
