-- What "tower build --owner" says in the end.

-- used
SELECT count(*) FROM request WHERE NOT cached;

-- left
SELECT printf('the source allows %d more%s', requests_left, coalesce(', and the full number again at ' || resets_at, ''))
  FROM allowance WHERE requests_left IS NOT NULL;

-- unreached
SELECT count(*) FROM scope WHERE outcome = 'unreached';

-- What was not asked because nobody says who asks.
-- closed
SELECT group_concat(name, ', ')
  FROM (SELECT DISTINCT replace(substr(declaration, instr(declaration, '/') + 1), '_', ' ') AS name
          FROM scope WHERE outcome = 'forbidden' AND reason = 'needs a token' ORDER BY name);

-- Why there is nothing to show.
-- trouble
SELECT coalesce(reason, 'there is none') FROM scope
 WHERE NOT EXISTS (SELECT 1 FROM repo) ORDER BY outcome = 'ok', declaration LIMIT 1;
