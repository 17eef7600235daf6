-- What concerns a domain: of a source that has rows of it, what is of no group ("watch"), or what
-- gives such rows ("s"); of one that has none, what is of the domain's group ("silent"). What was
-- never asked concerns none, and what the edition may not see makes nothing known.
INSERT INTO declaration (kind, name, "group", summary, documentation, hash)
VALUES ('source', 'jobs/jobs', 'jobs', 'Jobs.', '', 'h'), ('source', 'jobs/never', 'jobs', 'Jobs.', '', 'h'),
       ('source', 'git/repository', NULL, 'A repository.', '', 'h');
INSERT INTO scope (source, declaration, key, outcome, asked_at, hash)
VALUES ('watch', 'own/alerts', '', 'ok', '2026-11-21T21:00:00Z', 'h'), ('watch', 'jobs/jobs', '', 'ok', '2026-11-21T21:00:00Z', 'h'),
       ('s', 'git/repository', 'one', 'ok', '2026-11-21T21:00:00Z', 'h'), ('s', 'git/repository', 'two', 'ok', '2026-11-21T21:00:00Z', 'h'),
       ('silent', 'jobs/jobs', '', 'failed', '2026-11-21T21:00:00Z', 'h'), ('silent', 'git/repository', '', 'ok', '2026-11-21T21:00:00Z', 'h');
INSERT INTO incident (source, key, kind, state, title) VALUES ('watch', 'i', 'data', 'resolved', 'Gone by now'), ('hidden', 'i', 'data', 'open', 'Not for everybody');
INSERT INTO ticket (source, key, kind, state, title, opened_at) VALUES ('hidden', 't', 'task', 'open', 'Not for everybody', '2026-11-21T21:00:00Z');
INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r'), ('silent', 'r', 'r');
INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at)
VALUES ('s', 'r', 1, 'issue', '[Idea] A shelf', 'closed', '2026-11-21T21:00:00Z', '2026-11-21T21:00:00Z'),
       ('silent', 'r', 1, 'issue', 'Idea: a shelf', 'open', '2026-11-21T21:00:00Z', '2026-11-21T21:00:00Z'),
       ('silent', 'r', 2, 'pull', '[Idea] A shelf', 'open', '2026-11-21T21:00:00Z', '2026-11-21T21:00:00Z');
INSERT INTO workflow_run (source, repo, id, workflow, event, status, created_at)
VALUES ('s', 'r', 1, 7, 'schedule', 'completed', '2026-11-20T21:00:00Z'),
       ('silent', 'r', 1, 8, 'push', 'completed', '2026-11-20T21:00:00Z');
INSERT INTO memory (source, key, kind, title) VALUES ('s', 'm', 'note', 'A note');
INSERT INTO usage (source, key, day, kind, provider, cost, currency) VALUES ('watch', 'u', '2026-11-20', 'actual', 'openai', 1000000, 'GBP');
