INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, body, created_at, updated_at)
SELECT 's', column1, column2, 'issue', '[Decision]: A or B', column3, replace(column4, '|', char(10)), '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z' FROM (VALUES
  ('r', 1, 'open', '### Options||A, B||### Decision Deadline||2026-11-20||### Background Context||None'), ('r', 2, 'open', '**Decision Deadline:** 2026-01-31'),
  ('r', 3, 'open', '### Decision Deadline||2026-11-01'), ('r', 4, 'open', '### Decision Deadline||2026-11-21'), ('r', 5, 'open', '### Decision Deadline||_No response_'),
  ('r', 6, 'open', '### Decision Deadline||2026-02-30'), ('r', 7, 'closed', '### Decision Deadline||2026-11-01'), ('r', 8, 'open', NULL), ('archived', 1, 'open', '### Decision Deadline||2026-11-01'));
-- finds r#1 | high | It had to be decided by 2026-11-20. | Open; last touched on 2026-11-02.
-- finds r#2 | high | It had to be decided by 2026-01-31. | Open; last touched on 2026-11-02.
-- waives r#3
