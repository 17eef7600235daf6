-- Days that cost far more than usual, of each account that has a forecast, and since when. They are
-- open for a week.
--
-- group:  costs
-- answer: object
-- items:  $.anomalies
-- absent: 404
-- unless: account
-- rank:   60

-- ask
SELECT json_array('api', 'analytics', 'anomalies', substr(key, 10)) AS path, 'anomalies of account ' || substr(key, 10) AS rule, account
  FROM usage WHERE kind = 'forecast' AND key GLOB 'forecast *' ORDER BY key;

-- rows incident complete(rule)
SELECT :rule || ' ' || date(value ->> '$.anomaly_date') AS key, :rule AS rule, 'cost' AS kind,
       CASE lower(value ->> '$.severity') WHEN 'critical' THEN 'critical' WHEN 'high' THEN 'high' WHEN 'medium' THEN 'medium' WHEN 'low' THEN 'low' END AS severity,
       value ->> '$.severity' AS rating, iif(date(value ->> '$.anomaly_date') >= date('now', '-7 days'), 'open', 'resolved') AS state,
       printf('%s cost %s on %s, usually %s', :account, money_text(money(value -> '$.daily_cost')), date(value ->> '$.anomaly_date'), money_text(money(value -> '$.baseline_mean'))) AS title,
       :account AS component, strftime('%Y-%m-%dT00:00:00Z', value ->> '$.anomaly_date') AS started_at
  FROM json_each(:body, '$.anomalies');
