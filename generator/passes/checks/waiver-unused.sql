-- Waivers that cover nothing: what they were written for is not found.
-- Either it was put right, and then the waiver hides what may come next, or it names something
-- that there is not. Waivers whose day has passed are another finding.
--
-- group:     governance
-- severity:  info
-- remedy:    Take it out of content/waivers.conf, or correct what it names.

-- finding
SELECT w.source, w.repo, w.number, 'waiver ' || w.name AS key,
       printf('The waiver "%s" of %s covers nothing.', w.name, w.rule) AS message,
       printf('By %s, until %s: %s (content/waivers.conf, line %d)', w.who, w.until, w.why, w.line) AS evidence
  FROM waiver w
 WHERE w.until >= date('now')
   AND NOT EXISTS (SELECT 1 FROM found f
                    WHERE f.rule = w.rule AND f.source = w.source AND (w.repo IS NULL OR f.repo = w.repo)
                      AND (w.number IS NULL OR f.number = w.number));
