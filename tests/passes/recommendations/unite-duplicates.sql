-- What is alike the pass consolidation finds; here it stands as stated. Of two the one that was
-- worked on longer ago is told, of its two pairs the one that is more alike.
-- keeps consolidation (source, repo, other_source, other_repo, score, packages, topics, contributors, reason)
INSERT INTO repo (source, key, name, last_commit_at, archived, fork) VALUES
  ('s', 'o/old', 'r', '2026-01-01T00:00:00Z', 0, 0), ('s', 'o/new', 'r', '2026-02-01T00:00:00Z', 0, 0), ('s', 'o/newest', 'r', '2026-03-01T00:00:00Z', 0, 0),
  ('s', 'o/archived', 'r', '2025-01-01T00:00:00Z', 1, 0), ('s', 'o/fork', 'r', '2025-01-01T00:00:00Z', 0, 1), ('s', 'o/less', 'r', '2025-01-01T00:00:00Z', 0, 0);
INSERT INTO consolidation (edition, source, repo, other_source, other_repo, score, packages, topics, contributors, reason) VALUES
  ('all', 's', 'o/new', 's', 'o/old', 0.5, 4, 1, 2, 'as alike as it takes'), ('all', 's', 'o/newest', 's', 'o/old', 0.75, 6, 0, 2, '6 of 8'), ('all', 's', 'o/less', 's', 'o/new', 0.49, 1, 0, 0, 'less'),
  ('all', 's', 'o/archived', 's', 'o/newest', 0.9, 9, 0, 0, 'archived'), ('all', 's', 'o/fork', 's', 'o/newest', 0.9, 9, 0, 0, 'a fork'), ('all', 's', 'o/newest', 's', 'o/new', 0.8, 7, 2, 0, '7 of 9');
-- recommends o/new
--   title: Unite it with o/newest, or say in both what each is for.
--   evidence: In common with o/newest: packages: 7, topics: 2, contributors: 0. Last commit here: 2026-02-01, there: 2026-03-01.
--   action: Open an issue in o/newest with what only o/new has, and decide there what moves.
--   reason: 7 of 9
-- recommends o/old
--   title: Unite it with o/newest, or say in both what each is for.
--   evidence: In common with o/newest: packages: 6, topics: 0, contributors: 2. Last commit here: 2026-01-01, there: 2026-03-01.
--   action: Open an issue in o/newest with what only o/old has, and decide there what moves.
--   reason: 6 of 8
