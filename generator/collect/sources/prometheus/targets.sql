-- What is scraped: up, or down with the reason of the last failure. Addresses are kept without
-- their parameters, which may hold secrets.
--
-- items:  $.data.activeTargets
-- answer: object
-- group:  homelab
-- rank:   20

-- ask
SELECT json_array('api', 'v1', 'targets') AS path, json_object('state', 'active') AS query, 'scrape target' AS kind;

-- A target that was not scraped yet has the year 1 as its last time.
-- rows target complete(kind)
WITH target AS MATERIALIZED (
  SELECT value, value ->> '$.scrapeUrl' AS scraped, coalesce(value ->> '$.globalUrl', value ->> '$.scrapeUrl') AS address
    FROM json_each(:body, '$.data.activeTargets')
)
SELECT named_uuid(json_array(value -> '$.labels', value ->> '$.scrapePool', scraped)) AS key,
       :kind AS kind,
       substr(coalesce(value ->> '$.labels.job', value ->> '$.scrapePool') || ' '
              || coalesce(value ->> '$.labels.instance', 'without an instance'), 1, 1024) AS name,
       CASE value ->> '$.health' WHEN 'up' THEN 'up' WHEN 'down' THEN 'down' ELSE 'unknown' END AS state,
       nullif(substr(replace(value ->> '$.lastError', scraped, substr(scraped, 1, instr(scraped || '?', '?') - 1)), 1, 4096), '') AS detail,
       iif(value ->> '$.lastScrape' < '1970', NULL, strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.lastScrape')) AS checked_at,
       substr(address, 1, instr(address || '?', '?') - 1) AS url
  FROM target;
