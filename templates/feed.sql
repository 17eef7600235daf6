-- What became of the findings of a severity, for feed readers: RSS 2.0, Atom (RFC 4287) and
-- JSON Feed 1.1, each feed with the same items. That of the critical ones is the site's own.
--
-- An item is a finding that was opened, that was resolved, or that has another severity now,
-- which is told in the feeds of both. Its id comes from the edition, the check, what is
-- concerned and how many items there were of that before; so it is the same however often
-- and wherever the site is made. Told are the newest 100, and of the 30 days before the
-- newest up to 500.
--
-- path: feed{rest}
-- title: Findings
-- each: this
-- types: newest rfc822, published rfc822, url url

-- this
WITH feed (rest, severity) AS (
  VALUES ('', 'critical'), ('s/critical', 'critical'), ('s/high', 'high'),
         ('s/medium', 'medium'), ('s/low', 'low'), ('s/info', 'info')
), told AS (
  SELECT severity, at FROM finding_event
  UNION ALL
  SELECT severity_before, at FROM finding_event WHERE severity_before IS NOT NULL
), newest AS (
  SELECT severity, max(at) AS at FROM told GROUP BY severity
)
SELECT f.rest, f.severity, f.severity || ' findings' AS about, 'index.html' AS home,
       named_uuid(json_array((SELECT edition FROM edition), f.rest)) AS id,
       n.at AS newest, coalesce(n.at, '1970-01-01T00:00:00Z') AS updated
  FROM feed f LEFT JOIN newest n ON n.severity = f.severity;

-- items
WITH newest AS (
  SELECT * FROM finding_event
   WHERE severity = :severity OR severity_before = :severity
   ORDER BY at DESC, rule, source, key, nth DESC
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
