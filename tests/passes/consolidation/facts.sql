-- Eight repositories. north and south share the packages a and b (of 2 each), the topic maps (of 2) and
-- the package all (of 8, which weighs nothing); north has c alone, south d. ln 4 = 1.386, ln 8 = 2.079.
-- east and west share two rare packages only: not enough. old shares everything with north, but is archived.
INSERT INTO repo (source, key, name, topics, archived) VALUES
  ('s', 'north', 'north', '["maps"]', 0), ('s', 'south', 'south', '["Maps"]', 0), ('s', 'east', 'east', NULL, 0), ('s', 'west', 'west', NULL, 0),
  ('s', 'p', 'p', NULL, 0), ('s', 'q', 'q', NULL, 0), ('s', 'r', 'r', NULL, 0), ('s', 't', 't', NULL, 0), ('s', 'old', 'old', '["maps"]', 1);
INSERT INTO contributor (source, repo, name, commits) VALUES ('s', 'east', 'Ada', 1), ('s', 'west', 'renovate[bot]', 1), ('s', 'east', 'renovate[bot]', 1);
INSERT INTO dependency (source, repo, ecosystem, name, version, direct)
SELECT 's', key, 'npm', 'all', '1', 1 FROM repo WHERE NOT archived;
INSERT INTO dependency (source, repo, ecosystem, name, version, direct) VALUES
  ('s', 'north', 'npm', 'a', '1', 1), ('s', 'south', 'npm', 'a', '2', 1), ('s', 'north', 'npm', 'b', '1', NULL), ('s', 'south', 'npm', 'b', '1', 1),
  ('s', 'north', 'npm', 'c', '1', 1), ('s', 'south', 'npm', 'd', '1', 1), ('s', 'north', 'npm', 'deep', '1', 0), ('s', 'south', 'npm', 'deep', '1', 0),
  ('s', 'east', 'npm', 'e', '1', 1), ('s', 'west', 'npm', 'e', '1', 1), ('s', 'east', 'npm', 'f', '1', 1), ('s', 'west', 'npm', 'f', '1', 1),
  ('s', 'old', 'npm', 'a', '1', 1), ('s', 'old', 'npm', 'b', '1', 1), ('s', 'old', 'npm', 'c', '1', 1);
