-- Repositories that use each other in a circle, each with a shortest one.
-- known is how many repositories it is known of what they use: circles through others would not
-- be seen.
--
-- title:     Find circular dependencies
-- parameter: limit (integer 1 to 200, default 50): how many at most
-- types:     repo_count integer, known integer, size integer, members list

-- result
SELECT (SELECT count(*) FROM repo) AS repo_count, (SELECT count(*) FROM (SELECT DISTINCT source, repo FROM dependency)) AS known;

-- cycles limit
SELECT c.name AS circle, c.size, (SELECT json_group_array(m.value ->> 'repo') FROM json_each(c.members) m) AS members, c.reason
  FROM dependency_cycle c ORDER BY c.size DESC, c.name, c.source;
