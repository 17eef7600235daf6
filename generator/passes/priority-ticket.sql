-- What makes a ticket press: that whoever asked has no answer in time (see response). What waits
-- for somebody else loses points. The weights are our own.
--
-- setting: unanswered (10, -100 to 100): points when the response target has passed without an answer
-- setting: waiting (-15, -100 to 100): points of what waits for somebody else

-- rows priority_part
WITH pressing AS (
  SELECT t.source, t.key, 'unanswered' AS component, :unanswered AS points,
         'no answer: asked at ' || substr(replace(t.opened_at, 'T', ' '), 1, 16) || ', the ' || r.minutes || ' minutes to answer ended at '
           || substr(replace(r.until, 'T', ' '), 1, 16) AS reason
    FROM response r JOIN ticket t ON t.source = r.source AND t.key = r.key
   WHERE t.state = 'open' AND t.responded_at IS NULL AND r.until <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
   UNION ALL
  SELECT source, key, 'waiting', :waiting, 'waits for somebody else' FROM ticket WHERE state = 'waiting'
)
SELECT t.kind, t.source, t.key, p.component, p.points, p.reason
  FROM pressing p CROSS JOIN item t ON t.kind = 'ticket' AND t.source = p.source AND t.key = p.key;
