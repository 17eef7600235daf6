-- Hosts and services that are down, or run badly, by the word of whoever watches them.
-- What an open incident of the same source is about is left out: that is on the desk itself.
--
-- group:     homelab
-- severity:  high
-- remedy:    Bring it up again, or take it off the list of what is watched.

-- finding
SELECT t.source, NULL AS repo, t.key, iif(t.state = 'down', 'high', 'medium') AS severity,
       t.name || iif(t.state = 'down', ' is down', ' runs badly') || coalesce(': ' || t.detail, '') || '.' AS message,
       coalesce('Since ' || substr(replace(t.since, 'T', ' '), 1, 16) || '. ', '')
         || coalesce('Last looked at ' || substr(replace(t.checked_at, 'T', ' '), 1, 16) || '.', 'Nobody says when it was looked at last.') AS evidence
  FROM target t
 WHERE t.state IN ('down', 'degraded')
   AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.source = t.source AND i.state <> 'resolved' AND i.component IN (t.name, t.key));
