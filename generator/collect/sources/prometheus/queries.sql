-- What the queries of site.conf say now: 1 is up, 0 is down, any other value is told and means
-- nothing here. Of a range the last value counts.
--
-- items:  $.data.result
-- answer: object
-- group:  homelab
-- rank:   30

-- ask
SELECT json_array('api', 'v1', 'query') AS path, json_object('query', value) AS query, value AS promql,
       iif(length(value) <= 64, value, substr(value, 1, 55) || ' ' || substr(named_uuid(value), 1, 8)) AS kind
  FROM setting WHERE key = 'query' ORDER BY position;

-- rows target complete(kind)
WITH series AS (
  SELECT coalesce(e.value ->> '$.value[1]', e.value ->> '$.values[#-1][1]') AS sample,
         coalesce(e.value ->> '$.value[0]', e.value ->> '$.values[#-1][0]') AS at, e.value -> '$.metric' AS labels,
         (SELECT group_concat(key || '=' || atom, ' ')
            FROM (SELECT key, atom FROM json_each(e.value, '$.metric') WHERE key NOT IN ('__name__', 'job', 'instance') ORDER BY key)) AS others
    FROM json_each(iif(:body ->> '$.data.resultType' = 'scalar',
                       json_array(json_object('metric', json_object(), 'value', :body -> '$.data.result')), :body -> '$.data.result')) e
)
SELECT named_uuid(json_array(:promql, labels)) AS key, :kind AS kind,
       substr(coalesce(nullif(concat, ''), :promql), 1, 1024) AS name,
       CASE sample WHEN '1' THEN 'up' WHEN '0' THEN 'down' ELSE 'unknown' END AS state,
       substr(:promql || ' is ' || sample, 1, 4096) AS detail,
       strftime('%Y-%m-%dT%H:%M:%SZ', CAST(at AS INTEGER), 'unixepoch') AS checked_at
  FROM (SELECT *, trim(coalesce(labels ->> '$.job' || ' ', '') || coalesce(labels ->> '$.instance' || ' ', '') || coalesce(others, '')) AS concat
          FROM series);
