-- What open issues may take, and have taken, as their text declares it. Three forms are
-- read: a block "Budget Cap:" and "Spend-to-Date:", each with lines "Time:", "Tokens:" and
-- "Cost:"; a line "Budget: 2h, £5"; and below a heading "Budget" a line such as "2 hours, £5,
-- 50K tokens". K and M stand for thousands and millions. Time is in hours, or in minutes where
-- it says so. What is written in another way is not known.

-- rows issue_budget
WITH told AS MATERIALIZED (
  SELECT source, repo, number, replace(replace(substr(body, 1, 65536), '*', ''), char(13), '') || char(10) AS body
    FROM issue WHERE state = 'open' AND instr(body, 'udget')
), block AS (
  SELECT source, repo, number, substr(body, instr(body, 'Budget Cap:') + length('Budget Cap:')) AS rest
    FROM told WHERE instr(body, 'Budget Cap:')
), halves AS (
  SELECT source, repo, number,
         iif(instr(rest, 'Spend-to-Date:'), substr(rest, 1, instr(rest, 'Spend-to-Date:') - 1), substr(rest, 1, 200)) AS cap,
         iif(instr(rest, 'Spend-to-Date:'), substr(rest, instr(rest, 'Spend-to-Date:') + length('Spend-to-Date:'), 200), '') AS spent
    FROM block
), measure (name, label) AS (
  VALUES ('time', 'Time:'), ('tokens', 'Tokens:'), ('cost', 'Cost:')
), blocked AS (
  SELECT h.source, h.repo, h.number, m.name AS measure,
         ltrim(iif(instr(h.cap, m.label), substr(h.cap, instr(h.cap, m.label) + length(m.label), 40), '')) || char(10) AS cap,
         ltrim(iif(instr(h.spent, m.label), substr(h.spent, instr(h.spent, m.label) + length(m.label), 40), '')) || char(10) AS spent
    FROM halves h CROSS JOIN measure m
), line AS (
  SELECT source, repo, number,
         iif(instr(body, char(10) || 'Budget:'), substr(body, instr(body, char(10) || 'Budget:') + 8),
             ltrim(substr(body, instr(body, '# Budget' || char(10)) + 8), char(10))) AS rest
    FROM (SELECT source, repo, number, char(10) || body AS body FROM told)
   WHERE instr(body, char(10) || 'Budget:') OR instr(body, '# Budget' || char(10))
), item AS (
  SELECT l.source, l.repo, l.number, ltrim(e.value) || char(10) AS text
    FROM line l, json_each('[' || replace(json_quote(substr(l.rest, 1, instr(l.rest || char(10), char(10)) - 1)), ',', '","') || ']') e
   WHERE length(l.rest) < 65537
), lined AS (
  SELECT source, repo, number,
         CASE WHEN text GLOB '[£$€]*' THEN 'cost' WHEN lower(text) LIKE '%token%' THEN 'tokens' WHEN lower(text) GLOB '[0-9]*[hm]*' THEN 'time' END AS measure,
         text AS cap, char(10) AS spent
    FROM item
), given AS (
  SELECT *, replace(ltrim(substr(cap, 1, instr(cap, char(10)) - 1), '£$€~ '), ',', '') AS cap_text,
         replace(ltrim(substr(spent, 1, instr(spent, char(10)) - 1), '£$€~ '), ',', '') AS spent_text,
         CASE WHEN substr(cap, 1, 1) IN ('£', '$', '€') THEN substr(cap, 1, 1) END AS sign
    FROM (SELECT * FROM blocked UNION ALL SELECT * FROM lined)
), counted AS (
  SELECT source, repo, number, measure, sign,
         CAST(cap_text AS REAL) * CASE WHEN measure = 'time' AND ltrim(cap_text, '0123456789. ') LIKE 'm%' THEN 1 / 60.0
                                       WHEN ltrim(cap_text, '0123456789. ') LIKE 'k%' THEN 1e3 WHEN ltrim(cap_text, '0123456789. ') LIKE 'm%' THEN 1e6 ELSE 1 END AS cap,
         iif(spent_text GLOB '[0-9]*',
             CAST(spent_text AS REAL) * CASE WHEN measure = 'time' AND ltrim(spent_text, '0123456789. ') LIKE 'm%' THEN 1 / 60.0
                                             WHEN ltrim(spent_text, '0123456789. ') LIKE 'k%' THEN 1e3 WHEN ltrim(spent_text, '0123456789. ') LIKE 'm%' THEN 1e6 ELSE 1 END,
             NULL) AS spent
    FROM given WHERE measure IS NOT NULL AND cap_text GLOB '[0-9]*'
)
SELECT source, repo, number, measure, max(cap) AS cap, max(spent) AS spent, max(sign) AS currency
  FROM counted GROUP BY source, repo, number, measure;
