-- Its alerts: what was acknowledged is silenced, what is not active any more is resolved.
--
-- group:  costs
-- answer: object
-- items:  $.alerts
-- absent: 404
-- unless: account
-- rank:   30

-- ask
SELECT json_array('api', 'alerts') AS path, 'alerts' AS rule;

-- rows incident complete(rule)
SELECT 'alert ' || (value ->> '$.id') AS key, :rule AS rule, 'cost' AS kind,
       CASE value ->> '$.alert_type' WHEN 'limit_exceeded' THEN 'critical' WHEN 'high_cost' THEN 'high' ELSE 'medium' END AS severity, value ->> '$.alert_type' AS rating,
       CASE WHEN value -> '$.is_active' IN ('false', '0') THEN 'resolved' WHEN value -> '$.is_acknowledged' IN ('true', '1') THEN 'silenced' ELSE 'open' END AS state,
       coalesce(nullif(value ->> '$.message', ''), value ->> '$.alert_type') AS title, coalesce(value ->> '$.account_name', value ->> '$.account_id') AS component,
       strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(value ->> '$.last_triggered', value ->> '$.created_at')) AS started_at
  FROM json_each(:body, '$.alerts');
