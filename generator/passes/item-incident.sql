-- What monitoring sees going wrong as items of the one order.
-- How much one matters its monitor says. What is silenced is no item, as somebody knows of it
-- and wants to hear no more; what is resolved neither.

-- rows item
SELECT 'incident' AS kind, source, key, coalesce(component || ': ', '') || title AS title, url, severity, 0 AS declared,
       coalesce(severity, 'not rated') || ' incident' || iif(kind = 'infrastructure', '', ' of ' || kind) AS basis,
       iif(component IS NULL, 'See to it', 'See to ' || component) || ', or silence it where it is watched.' AS remedy,
       started_at AS opened_at
  FROM incident WHERE state = 'open';
