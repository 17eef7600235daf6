-- What became of a repository's findings of any severity, for feed readers. Its items are those
-- of the feeds for the whole portfolio, with the same ids; what is told stands there (feed.sql).
--
-- path: feeds/{path}
-- title: Findings
-- each: this
-- within: repository
-- types: newest rfc822, published rfc822, url url

-- The + keeps SQLite from going through the events of the whole portfolio (index finding_event_at).
-- this
WITH feed AS (
  SELECT path, source, repo,
         (SELECT max(+at) FROM finding_event e WHERE e.source = p.source AND e.repo = p.repo) AS newest
    FROM page p
)
SELECT path, source, repo, 'findings of ' || repo AS about, path || '.html' AS home,
       named_uuid(json_array((SELECT edition FROM edition), source, repo)) AS id,
       newest, coalesce(newest, '1970-01-01T00:00:00Z') AS updated
  FROM feed;

-- items
WITH newest AS (
  SELECT * FROM finding_event
   WHERE source = :source AND repo = :repo
   ORDER BY +at DESC, rule, source, key, nth DESC
   LIMIT 500
), counted AS (
  SELECT *, row_number() OVER (ORDER BY at DESC, rule, source, key, nth DESC) AS place_in_feed,
         strftime('%Y-%m-%dT%H:%M:%SZ', max(at) OVER (), '-30 days') AS month_before
    FROM newest
)
SELECT e.state = 'resolved' AS resolved, e.cause = 'rule' AS by_rule, e.rule, e.severity, e.severity_before,
       e.at, e.at AS published, e.message, e.evidence, d.remedy, s.demo, e.place_in_feed > 1 AS follows,
       named_uuid(json_array(e.edition, e.rule, e.source, e.key, e.nth)) AS id,
       coalesce(e.repo || coalesce(' #' || e.number, ''), 'source ' || e.source) AS place,
       i.title AS issue, coalesce(i.url, r.url) AS url,
       coalesce(p.path || '.html#findings', 'sources.html#source-' || e.source) AS link
  FROM counted e
  JOIN source s ON s.name = e.source
  LEFT JOIN repo r ON r.source = e.source AND r.key = e.repo
  LEFT JOIN issue i ON i.source = e.source AND i.repo = e.repo AND i.number = e.number
  LEFT JOIN page p ON p.source = e.source AND p.repo = e.repo
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = e.rule
 WHERE e.place_in_feed <= 100 OR e.at >= e.month_before
 ORDER BY e.place_in_feed;
