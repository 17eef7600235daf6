-- What runs of workflows cost: of private repositories, at the price of their day, where neither the
-- bill nor a file tells it. x's bill was read for October only, and a file tells x/told's minutes.
INSERT INTO repo (source, key, owner, name, visibility, zone)
VALUES ('s', 'x/shop', 'x', 'shop', 'private', 'internal'), ('s', 'x/open', 'x', 'open', 'public', NULL), ('s', 'x/unclear', 'x', 'unclear', NULL, NULL),
       ('s', 'x/told', 'x', 'told', 'private', 'internal'), ('s', 'y/app', 'Y', 'app', 'internal', 'internal');
INSERT INTO workflow (source, repo, id, name, path, state)
VALUES ('s', 'x/shop', 1, 'CI', '.github/workflows/ci.yml', 'active'), ('s', 'x/shop', 2, 'pages-build-deployment', 'dynamic/pages/pages-build-deployment', 'active'),
       ('s', 'x/shop', 3, 'Dependabot Updates', 'dynamic/dependabot/dependabot-updates', 'active'), ('s', 'x/shop', 4, 'CodeQL', 'dynamic/github-code-scanning/codeql', 'active');
INSERT INTO workflow_run (source, repo, id, workflow, name, status, conclusion, seconds, created_at, started_at)
VALUES ('s', 'x/shop', 1, 1, 'CI', 'completed', 'success', 60, '2026-11-14T23:58:00Z', '2026-11-14T23:59:59Z'),
       ('s', 'x/shop', 2, 1, 'CI', 'completed', 'failure', 61, '2026-11-14T23:59:00Z', '2026-11-15T00:00:00Z'),
       ('s', 'x/shop', 3, 1, 'CI', 'completed', 'cancelled', 1, '2026-11-15T10:00:00Z', NULL),
       ('s', 'x/shop', 4, 1, 'CI', 'completed', 'skipped', 1, '2026-11-15T11:00:00Z', '2026-11-15T11:00:00Z'),
       ('s', 'x/shop', 5, 1, 'CI', 'in_progress', NULL, NULL, '2026-11-15T12:00:00Z', '2026-11-15T12:00:00Z'),
       ('s', 'x/shop', 6, 2, 'pages-build-deployment', 'completed', 'success', 600, '2026-11-15T12:00:00Z', '2026-11-15T12:00:00Z'),
       ('s', 'x/shop', 7, 3, 'Dependabot Updates', 'completed', 'success', 600, '2026-11-15T12:00:00Z', '2026-11-15T12:00:00Z'),
       ('s', 'x/shop', 8, 4, 'CodeQL', 'completed', 'success', 600, '2026-11-20T12:00:00Z', '2026-11-20T12:00:00Z'),
       ('s', 'x/shop', 9, 9, NULL, 'completed', 'success', 59, '2025-12-31T12:00:00Z', '2025-12-31T12:00:00Z'),
       ('s', 'x/shop', 10, 1, 'CI', 'completed', 'success', 6000, '2026-10-31T12:00:00Z', '2026-10-31T12:00:00Z'),
       ('s', 'x/open', 1, NULL, 'CI', 'completed', 'success', 6000, '2026-11-15T12:00:00Z', '2026-11-15T12:00:00Z'),
       ('s', 'x/unclear', 1, NULL, 'CI', 'completed', 'success', 6000, '2026-11-15T12:00:00Z', '2026-11-15T12:00:00Z'),
       ('s', 'x/told', 1, NULL, 'CI', 'completed', 'success', 6000, '2026-11-15T12:00:00Z', '2026-11-15T12:00:00Z'),
       ('s', 'y/app', 1, NULL, 'CI', 'completed', 'success', 120, '2026-09-30T12:00:00Z', '2026-09-30T12:00:00Z'),
       ('s', 'y/app', 2, NULL, 'CI', 'completed', 'success', 120, '2026-10-01T12:00:00Z', '2026-10-01T12:00:00Z');
INSERT INTO scope (source, declaration, key, outcome, asked_at, loaded_at, hash)
VALUES ('s', 'github/billing', 'x 2026-10', 'ok', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', ''), ('s', 'github/billing', 'x 2026-11', 'forbidden', '2026-11-21T20:00:00Z', NULL, '');
INSERT INTO usage (source, key, kind, zone, day, provider, service, account, repo, about, quantity, unit, cost, currency)
VALUES ('s', 'bill', 'actual', 'internal', '2026-09-02', 'github', 'Actions/actions_linux', 'y', NULL, NULL, 4, 'Minutes', 0, 'USD'),
       ('s', 'storage', 'actual', 'internal', '2026-11-02', 'github', 'Packages/storage', 'x', 'x/shop', NULL, 4, 'GigabyteHours', 1000, 'USD'),
       ('s', 'file', 'actual', 'internal', '2026-11-02', 'github', NULL, NULL, NULL, 'X/Told', 4, 'minutes', 500, 'USD');
