INSERT INTO repo (source, key, name, archived, fork) VALUES ('s', 'fires', 'r', 0, 0), ('s', 'waived', 'r', 0, 0), ('s', 'quiet', 'r', 0, 0), ('s', 'archived', 'r', 1, 0), ('s', 'fork', 'r', 0, 1);
INSERT INTO workflow (source, repo, id, name, state) VALUES ('s', 'fires', 1, 'Nightly', 'disabled_inactivity'), ('s', 'fires', 2, 'Build', 'disabled_inactivity'),
  ('s', 'fires', 3, 'Test', 'active'), ('s', 'waived', 1, 'Nightly', 'disabled_inactivity'), ('s', 'quiet', 1, 'Old', 'disabled_manually'), ('s', 'quiet', 2, 'Not told', NULL),
  ('s', 'archived', 1, 'Nightly', 'disabled_inactivity'), ('s', 'fork', 1, 'Nightly', 'disabled_inactivity');
-- finds fires | medium | Workflows that were switched off because nothing happened for 60 days: 2. | Build, Nightly
-- waives waived
