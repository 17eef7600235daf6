-- Issues and pull requests that await approval or a decision, untouched for some days.
-- Every touch starts them anew, so that what is being discussed is left out; what is
-- named here has waited at least that long.
--
-- group:     governance
-- severity:  high
-- remedy:    Decide: approve, reject or defer it, and take the label away.
-- setting:   days (7, 1 to 365): days without a touch

-- finding
SELECT i.source, i.repo, i.number,
       printf('A decision is awaited, and nobody has touched this for %d days.', :days) AS message,
       printf('%s; last touched on %s, opened on %s.', upper(substr(m.meaning, 1, 1)) || substr(m.meaning, 2),
              date(i.updated_at), date(i.created_at)) AS evidence
  FROM issue i
  JOIN label_meaning m ON m.labels = i.labels AND m.aspect = 'approval'
  JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND r.archived IS NOT 1
   AND NOT is_desk(i.title, i.labels)
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
