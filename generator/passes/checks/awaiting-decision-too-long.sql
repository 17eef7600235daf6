-- Issues and pull requests that await approval or a decision, untouched for some days.
-- Every touch starts them anew, so that what is being discussed is left out; what is
-- named here has waited at least that long.
--
-- group:     governance
-- severity:  high
-- remedy:    Decide: approve, reject or defer it, and take the label away.
-- setting:   days (7, 1 to 365): days without a touch

-- finding
SELECT p.source, p.repo, p.number,
       printf('A decision is awaited, and nobody has touched this for %d days.', :days) AS message,
       printf('%s; last touched on %s, opened on %s.', upper(substr(t.reason, 1, 1)) || substr(t.reason, 2),
              date(i.updated_at), date(i.created_at)) AS evidence
  FROM priority p
  JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number
  JOIN priority_part t ON t.source = p.source AND t.repo = p.repo AND t.number = p.number AND t.component = 'approval'
 WHERE p.approval AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
