-- Repositories that are finished: nobody works on them, nothing is open, and nothing uses them.
-- To archive one says so to everybody and keeps it readable. That nobody commits is not enough
-- (see the check "inactive"): it must be known that nothing is open, and no dependency that is
-- known of any repository may be called as it is. Forks, templates, empty repositories, and
-- sources that cannot archive are left out.
--
-- group:     hygiene
-- effort:    0.1
-- reference: https://docs.github.com/en/repositories/archiving-a-github-repository/archiving-repositories

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
