-- A row or more of every table of facts, so that the pages show all that they can show. The
-- test then overwrites the text of every column that takes it; what stays is what a column's
-- CHECK insists on, the labels of lists, and addresses at kept.example.
INSERT INTO run (id, started_at, version) VALUES (1, '2026-11-21T20:00:00Z', 'x');
INSERT INTO owner (source, key, kind) VALUES ('_s_', 'x', 'user');
INSERT INTO repo (source, key, name, owner, visibility, archived, fork, template, empty, bare, shallow, topics, stars, forks,
                  open_items, size_kb, commit_count, contributor_count, branch_count, tag_count, has_readme, has_license,
                  has_security, has_contributing, has_codeowners, has_ci, has_tests, first_commit_at, last_commit_at,
                  created_at, updated_at, pushed_at, released_at, ci_state, community_health)
VALUES ('_s_', 'x', 'x', 'x', 'private', 0, 0, 0, 0, 0, 1, '["x"]', 1, 2,
        5, 100, NULL, 2, 3, 4, 1, 1,
        0, 0, 1, 0, 1, '2020-01-01T00:00:00Z', '2026-01-01T00:00:00Z',
        '2020-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'failure', 50);
INSERT INTO repo_file (source, repo, path, kind) VALUES ('_s_', 'x', 'x', 'readme');
INSERT INTO language (source, repo, name, bytes, files) VALUES ('_s_', 'x', 'x', 1000, 3);
INSERT INTO branch (source, repo, name, protected) VALUES ('_s_', 'x', 'x', 1);
INSERT INTO tag (source, repo, name) VALUES ('_s_', 'x', 'x');
INSERT INTO contributor (source, repo, name, commits) VALUES ('_s_', 'x', 'x', 7);
INSERT INTO commit_day (source, repo, day, commits, authors) VALUES ('_s_', 'x', '2025-12-30', 3, 1), ('_s_', 'x', '2026-01-01', 4, 1);

-- Open and closed, with a link that stays and with one that does not.
INSERT INTO issue (source, repo, number, kind, title, url, state, assignees, labels, due_on, draft, comments, created_at, updated_at,
                   closed_at, last_comment_at, reviewers, auto_merge, review_state, approvals, mergeable, ci_state)
VALUES ('_s_', 'x', 1, 'issue', 'x', 'https://kept.example/1', 'open', '[]', '["p0"]', '2026-01-01', 0, 3, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL, '2026-01-01T00:00:00Z', NULL, NULL, NULL, NULL, NULL, NULL),
       ('_s_', 'x', 2, 'issue', 'x', NULL, 'open', '["x"]', '["state:blocked", "bug"]', NULL, 0, 0, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
       ('_s_', 'x', 3, 'pull', 'x', 'https://kept.example/3', 'open', '["x"]', '["gate:needs-approval"]', NULL, 1, 0, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL, NULL, '["x"]', 1, 'changes_requested', 1, 'conflicting', 'failure'),
       ('_s_', 'x', 4, 'issue', 'x', 'https://kept.example/4', 'closed', '[]', '[]', NULL, 0, 0, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
       ('_s_', 'x', 5, 'pull', 'x', NULL, 'closed', '[]', '[]', NULL, 0, 0, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO milestone (source, repo, number, title, state) VALUES ('_s_', 'x', 1, 'x', 'open');
INSERT INTO release (source, repo, id, tag, url, draft, prerelease, downloads, files, published_at)
VALUES ('_s_', 'x', 1, 'x', 'https://kept.example/1', 0, 0, 5, 1, '2026-01-01T00:00:00Z'), ('_s_', 'x', 2, 'x', NULL, 1, 1, NULL, NULL, NULL);
INSERT INTO workflow (source, repo, id, name, state) VALUES ('_s_', 'x', 1, 'x', 'x');
INSERT INTO workflow_run (source, repo, id, workflow, url, status, seconds, created_at)
VALUES ('_s_', 'x', 1, 1, 'https://kept.example/1', 'x', 90, '2026-01-01T00:00:00Z'), ('_s_', 'x', 2, NULL, NULL, 'x', NULL, '2026-01-01T00:00:00Z');
INSERT INTO dependency (source, repo, ecosystem, name, version, direct) VALUES ('_s_', 'x', 'x', 'x', 'x', 1);
INSERT INTO manifest (source, repo, path, kind, object, bytes) VALUES ('_s_', 'x', 'x', 'npm', 'x', 1);
INSERT INTO package (source, repo, manifest, ecosystem, name, version) VALUES ('_s_', 'x', 'x', 'x', 'x', 'x');
INSERT INTO alert (source, repo, kind, number, severity, state, title, url, created_at)
VALUES ('_s_', 'x', 'dependency', 1, 'high', 'open', 'x', 'https://kept.example/1', '2026-01-01T00:00:00Z'), ('_s_', 'x', 'secret', 1, NULL, 'open', 'x', NULL, '2026-01-01T00:00:00Z');
INSERT INTO repo_security (source, repo, alerts_enabled) VALUES ('_s_', 'x', 1);
INSERT INTO ruleset (source, repo, id, name) VALUES ('_s_', 'x', 1, 'x');
INSERT INTO branch_rule (source, repo, branch, ruleset, type, checks) VALUES ('_s_', 'x', 'x', 1, 'x', '["x"]');
INSERT INTO branch_protection (source, repo, branch, checks) VALUES ('_s_', 'x', 'x', '["x"]');
INSERT INTO traffic_day (source, repo, kind, day, count, uniques) VALUES ('_s_', 'x', 'views', '2026-11-20', 3, 2);
INSERT INTO usage (source, key, kind, day, at, provider, model, repo, workflow, task, tokens_in, tokens_out, cost, currency)
VALUES ('_s_', 'x', 'actual', '2026-11-20', '2026-11-20T20:00:00Z', 'x', NULL, 'x', NULL, NULL, 5, 5, 1500000, 'EUR'),
       ('_s_', 'y', 'actual', '2026-11-20', '2026-11-20T20:00:00Z', 'x', 'x', 'x', 'x', 'x', 5, 5, 1500000, 'EUR');
INSERT INTO usage_total (source, key, origin, month, provider, account, cost, currency)
VALUES ('_s_', 'x', 'x', '2026-11', 'x', 'x', 2500000, 'EUR'), ('_s_', 'y', 'x', '2026-11', NULL, NULL, 3000000, 'EUR');
INSERT INTO repo_opinion (source, name, kind, score, archived, open_items, idle_days) VALUES ('_s_', 'x', 'health', 61.5, 0, 7, 3), ('_s_', 'x', 'priority', 12, NULL, NULL, NULL);
INSERT INTO project (source, key, owner, number, title) VALUES ('_s_', 'x', 'x', 1, 'x');
INSERT INTO project_item (source, project, id, kind, repo, fields) VALUES ('_s_', 'x', 'x', 'issue', 'x', '{}');
INSERT INTO memory (source, key, kind, repo, number, about, store, title, text, status, object, created_at, url)
VALUES ('_s_', 'x', 'note', 'x', 1, 'x', 'x', 'x', 'x', 'x', NULL, '2026-01-01T00:00:00Z', 'https://kept.example/1'),
       ('_s_', 'y', 'decision', NULL, NULL, NULL, NULL, 'x', 'x', NULL, 'x', '2026-01-01T00:00:00Z', NULL);

-- What is not code, with a link that stays and with one that does not. Rows of one table have
-- their times and lists in the same columns, as which one comes first depends on the words.
INSERT INTO ticket (source, key, title, state, severity, customer, assignees, labels, opened_at, updated_at, due_at, url)
VALUES ('_s_', 'x', 'x', 'open', 'critical', 'x', '["x"]', '["x"]', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'https://kept.example/1'),
       ('_s_', 'y', 'x', 'waiting', 'low', 'x', '[]', '[]', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', '2026-12-20T00:00:00Z', NULL),
       ('_s_', 'z', 'x', 'closed', 'info', 'x', '[]', '[]', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', '2026-12-20T00:00:00Z', NULL);
INSERT INTO incident (source, key, kind, severity, state, title, labels, started_at, url)
VALUES ('_s_', 'x', 'x', 'critical', 'open', 'x', '["x"]', '2026-01-01T00:00:00Z', 'https://kept.example/1'), ('_s_', 'y', 'x', 'low', 'open', 'x', '[]', '2026-11-20T00:00:00Z', NULL),
       ('_s_', 'z', 'x', 'info', 'silenced', 'x', '[]', '2026-11-20T00:00:00Z', NULL);
INSERT INTO target (source, key, name, state, url) VALUES ('_s_', 'x', 'x', 'down', 'https://kept.example/1'), ('_s_', 'y', 'x', 'degraded', NULL), ('_s_', 'z', 'x', 'up', NULL);
INSERT INTO job (source, key, name, state, enabled, started_at, succeeded_at, due_at, url)
VALUES ('_s_', 'x', 'x', 'failed', 1, '2026-11-21T00:00:00Z', '2026-11-01T00:00:00Z', '2026-11-22T00:00:00Z', 'https://kept.example/1'),
       ('_s_', 'y', 'x', 'succeeded', 1, '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z', NULL),
       ('_s_', 'z', 'x', 'unknown', 0, '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z', NULL);
INSERT INTO idea (source, key, title, state, actionable, created_at, url)
VALUES ('_s_', 'x', 'x', 'review', 1, '2026-01-01T00:00:00Z', 'https://kept.example/1'), ('_s_', 'y', 'x', 'new', 1, '2026-01-01T00:00:00Z', NULL), ('_s_', 'z', 'x', 'routed', 0, '2026-01-01T00:00:00Z', NULL);

-- How the facts came here: what was read, what was not, what is not permitted.
INSERT INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash, rows, expected)
VALUES ('_s_', 'github/issues', 'x', 'x', 'ok', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', 'x', 5, 0),
       ('_s_', 'github/releases', 'x', 'x', 'failed', '2026-11-21T20:00:00Z', NULL, 'x', NULL, 0),
       ('_s_', 'github/workflow_runs', 'x', 'x', 'held', '2026-11-21T20:00:00Z', NULL, 'x', NULL, 0),
       ('_s_', 'github/sbom', 'x', 'x', 'unreached', '2026-11-21T20:00:00Z', NULL, 'x', NULL, 0),
       ('_s_', 'github/reviews', 'x', 'x', 'failed', '2026-11-21T20:00:00Z', NULL, 'x', NULL, 0),
       ('_s_', 'github/dependabot', 'x', 'x', 'ok', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', 'x', 1, 0),
       ('_s_', 'github/code_scanning', 'x', 'x', 'forbidden', '2026-11-21T20:00:00Z', NULL, 'x', NULL, 1),
       ('_s_', 'github/views', 'x', 'x', 'forbidden', '2026-11-21T20:00:00Z', NULL, 'x', NULL, 0);
INSERT INTO request (run, source, declaration, repo, target, status, bytes, ms) VALUES (1, '_s_', 'github/issues', 'x', 'x', 200, 10, 10);
INSERT INTO reject (source, declaration, scope, repo, "table", key, row, reason) VALUES ('_s_', 'github/issues', 'x', 'x', 'issue', 'x', 'x', 'x');
INSERT INTO allowance (source, requests_left) VALUES ('_s_', 10);
INSERT INTO answer (source, declaration, key, target, asked) VALUES ('_s_', 'github/issues', 'x', 'x', 'x');
