-- What makes a ticket press: that whoever asked has no answer in time.
-- What a customer asked is to be answered, by a person, within the response target; so are
-- tickets whose kind is request, question, complaint, incident, problem or ticket. Tasks have
-- no such target. What waits for somebody else loses points. The weights are our own.
--
-- setting: minutes (15, 1 to 100000): the response target
-- setting: unanswered (10, -100 to 100): points when it has passed without an answer
-- setting: waiting (-15, -100 to 100): points of what waits for somebody else

-- rows priority_part
WITH pressing AS (
  SELECT source, key, 'unanswered' AS component, :unanswered AS points,
         'no answer: asked at ' || substr(replace(opened_at, 'T', ' '), 1, 16) || ', the ' || CAST(:minutes AS INTEGER) || ' minutes to answer ended at '
           || substr(datetime(opened_at, :minutes || ' minutes'), 1, 16) AS reason
    FROM ticket
   WHERE state = 'open' AND responded_at IS NULL AND datetime(opened_at, :minutes || ' minutes') <= datetime('now')
     AND (customer IS NOT NULL OR lower(kind) IN ('request', 'question', 'complaint', 'incident', 'problem', 'ticket'))
   UNION ALL
  SELECT source, key, 'waiting', :waiting, 'waits for somebody else' FROM ticket WHERE state = 'waiting'
)
SELECT t.kind, t.source, t.key, p.component, p.points, p.reason
  FROM pressing p CROSS JOIN item t ON t.kind = 'ticket' AND t.source = p.source AND t.key = p.key;
