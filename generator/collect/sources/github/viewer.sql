-- Whose token it is: the private repositories of that user are listed at an address of
-- their own. The token of an app or of a workflow is nobody's.
--
-- answer: object
-- absent: 403
-- rank:   1

-- ask
SELECT json_array('user') AS path, min(key) AS key
  FROM owner
 WHERE kind = 'user'
   AND EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1')
   AND NOT EXISTS (SELECT 1 FROM setting WHERE key = 'app')
HAVING count(*) > 0;

-- rows owner window
SELECT o.key, lower(o.key) = lower(:body ->> '$.login') AS viewer FROM owner o;
