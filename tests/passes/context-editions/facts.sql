-- What an edition may not see is neither remembered there nor counted: of the public one's words,
-- score and relevance are those of what is public: 10 titles of 11 words, two words that each have
-- one (ln(9.5 / 1.5)), and a third that none has. An issue that a memory is about hides it.
INSERT INTO source (name, system, position, demo, zone) VALUES ('hidden', 'git', 9, 0, 'restricted');
INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at, zone)
VALUES ('s', 'r', 1, 'issue', 'Frost alarm silent', 'open', '["p0"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', NULL),
       ('s', 'r', 2, 'issue', 'Frost alarm silent before', 'closed', '[]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', 'restricted'),
       ('s', 'r', 3, 'issue', 'Another thing', 'open', '[]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', 'internal');
INSERT INTO memory (source, key, kind, repo, number, title)
VALUES ('s', 'public', 'note', NULL, NULL, 'frost alarm'), ('s', 'about', 'note', 'r', 3, 'frost alarm silent');
INSERT INTO memory (source, key, kind, title) SELECT 's', 'other ' || value, 'note', 'nothing' FROM json_each('[1, 2, 3, 4, 5, 6, 7, 8, 9]');
INSERT INTO memory (source, key, kind, title) SELECT 'hidden', value, 'note', 'frost alarm' FROM json_each('[1, 2, 3, 4, 5, 6, 7, 8, 9]');
