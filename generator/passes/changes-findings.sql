-- Findings that were opened, resolved or are of another severity than they were then: the
-- first event since says what was, the last one what is. What was opened and resolved in
-- between is told as passed; what was resolved and opened again with the same severity is not.

-- rows finding_change
WITH event AS (
  SELECT s.name AS span, e.*
    FROM change_span s CROSS JOIN finding_event e ON e.at >= s.at AND e.run > s.run
), first AS (                        -- the other columns are those of the row with the minimum
  SELECT span, rule, source, key, state, severity, severity_before, min(nth) AS nth
    FROM event GROUP BY span, rule, source, key
), last AS (
  SELECT span, rule, source, key, repo, number, state, severity, cause, at, max(nth) AS nth
    FROM event GROUP BY span, rule, source, key
), told AS (
  SELECT l.*, iif(f.state = 'resolved', f.severity, f.severity_before) AS severity_before
    FROM last l JOIN first f ON f.span = l.span AND f.rule = l.rule AND f.source = l.source AND f.key = l.key
)
SELECT span, rule AS found_by, source, key, nth, repo, number, severity, severity_before, cause, at,
       CASE WHEN state = 'resolved' THEN iif(severity_before IS NULL, 'passed', 'resolved')
            WHEN severity_before IS NULL THEN 'opened'
            WHEN instr('critical high medium low info', severity) < instr('critical high medium low info', severity_before) THEN 'raised'
            ELSE 'lowered' END AS what
  FROM told WHERE state = 'resolved' OR severity_before IS NOT severity;
