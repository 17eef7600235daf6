-- Until when whoever asked is to have an answer, by a person: the response target.
-- What a customer asked has one; so have tickets whose kind is request, question, complaint,
-- incident, problem or ticket. Tasks have none.
--
-- setting: minutes (15, 1 to 100000): the response target

-- rows response
SELECT source, key, CAST(:minutes AS INTEGER) AS minutes, strftime('%Y-%m-%dT%H:%M:%SZ', opened_at, :minutes || ' minutes') AS until
  FROM ticket
 WHERE customer IS NOT NULL OR lower(kind) IN ('request', 'question', 'complaint', 'incident', 'problem', 'ticket');
