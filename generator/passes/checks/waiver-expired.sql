-- Waivers whose last day has passed.
-- What such a waiver covered counts again where it is still found.
--
-- group:     governance
-- severity:  medium
-- remedy:    Write a new day into content/waivers.conf and why it still holds, or take the waiver
--            out of it.

-- finding
SELECT source, repo, number, 'waiver ' || name AS key,
       printf('The waiver "%s" of %s ended on %s.', name, rule, until) AS message,
       printf('By %s: %s (content/waivers.conf, line %d)', who, why, line) AS evidence
  FROM waiver WHERE until < date('now');
