-- Waivers whose last day is near.
-- After that day what they cover counts again. Waivers of a whole source are left out.
--
-- group:     governance
-- severity:  info
-- remedy:    Do what the waiver has put off, or decide that it holds for longer.
-- setting:   days (14, 1 to 365): how near the last day must be

-- finding
SELECT w.source, w.repo, w.number, 'waiver ' || w.name AS key,
       printf('The waiver "%s" of %s ends on %s.', w.name, w.rule, w.until) AS message,
       printf('By %s: %s (content/waivers.conf, line %d)', w.who, w.why, w.line) AS evidence
  FROM waiver w JOIN repo r ON r.source = w.source AND r.key = w.repo
 WHERE w.until BETWEEN date('now') AND date('now', :days || ' days');
