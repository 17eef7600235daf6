-- What an incident is about is not told twice, unless it is over.
INSERT INTO target (source, key, name, kind, state, detail, since, checked_at) VALUES ('s', 'fires', 'stairs-3', 'host', 'down', 'no ping', '2026-11-21T05:42:30Z', '2026-11-21T20:55:00Z'),
  ('s', 'badly', 'stairs-2', 'host', 'degraded', NULL, NULL, NULL), ('s', 'up', 'stairs-1', 'host', 'up', NULL, NULL, NULL), ('s', 'odd', 'printer', 'host', 'unknown', NULL, NULL, NULL),
  ('s', 'told', 'gateway', 'host', 'down', NULL, NULL, NULL), ('s', 'over', 'proxy', 'host', 'down', NULL, NULL, NULL), ('s', 'by-key', 'a name', 'host', 'down', NULL, NULL, NULL), ('t', 'theirs', 'gateway', 'host', 'down', NULL, NULL, NULL);
INSERT INTO incident (source, key, kind, state, title, component) VALUES ('s', '1', 'infrastructure', 'open', 'No answer', 'gateway'), ('s', '2', 'infrastructure', 'resolved', 'No answer', 'proxy'), ('s', '3', 'infrastructure', 'silenced', 'No answer', 'by-key');
-- finds badly | medium | stairs-2 runs badly. | Nobody says when it was looked at last.
-- finds fires | high | stairs-3 is down: no ping. | Since 2026-11-21 05:42. Last looked at 2026-11-21 20:55.
-- finds over | high | proxy is down. | Nobody says when it was looked at last.
-- waives
