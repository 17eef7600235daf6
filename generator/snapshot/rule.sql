-- What site.conf and content/waivers.conf say of the rules. Each :rows is a JSON array of arrays.

-- What stays as it is must not be written: it would count as a change.
-- forget_settings
DELETE FROM rule_setting
 WHERE (kind, rule, key) NOT IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(:rows));

-- save_settings
INSERT INTO rule_setting (kind, rule, key, position, value, fallback, least, most, meaning)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8
  FROM json_each(:rows) WHERE true
ON CONFLICT DO UPDATE
   SET position = excluded.position, value = excluded.value, fallback = excluded.fallback, least = excluded.least,
       most = excluded.most, meaning = excluded.meaning
 WHERE (position, value, fallback, least, most, meaning)
       IS NOT (excluded.position, excluded.value, excluded.fallback, excluded.least, excluded.most, excluded.meaning);

-- forget_waivers
DELETE FROM waiver
 WHERE edition = :edition AND name NOT IN (SELECT value ->> 0 FROM json_each(:rows));

-- save_waivers
INSERT INTO waiver (edition, name, rule, source, repo, number, who, why, until, line)
SELECT :edition, value ->> 0, value ->> 1, value ->> 2, value ->> 3, nullif(value ->> 4, 0), value ->> 5, value ->> 6, value ->> 7, value ->> 8
  FROM json_each(:rows) WHERE true
ON CONFLICT DO UPDATE
   SET rule = excluded.rule, source = excluded.source, repo = excluded.repo, number = excluded.number, who = excluded.who,
       why = excluded.why, until = excluded.until, line = excluded.line
 WHERE (rule, source, repo, number, who, why, until, line)
       IS NOT (excluded.rule, excluded.source, excluded.repo, excluded.number, excluded.who, excluded.why, excluded.until, excluded.line);
