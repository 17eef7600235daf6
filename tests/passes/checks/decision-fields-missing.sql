INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, body, created_at, updated_at)
SELECT 's', column1, column2, 'issue', column3, 'open', replace(column4, '|', char(10)), '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z' FROM (VALUES
  ('r', 1, '[Decision]: A or B', '### Decision Needed||Which?||### Options||_No response_||### Impact if Approved||Much||### Risk if Wrong||||### Decision Deadline||2026-12-01'),
  ('r', 2, '[Decision]: A or B', ''),
  ('r', 3, '[Decision]: A or B', '### Options'),
  ('r', 4, '[Decision]: A or B', '### Decision Needed||Which?||### Options||A, B||### Impact if Approved||Much||### Risk if Wrong||Little||### Decision Deadline||2026-12-01||### Background Context||_No response_'),
  ('r', 5, 'A or B', ''), ('r', 6, '[Decision]: text not told', NULL), ('archived', 1, '[Decision]: A or B', ''));
-- finds r#1 | medium | It asks for a decision and does not say all that is needed for it. | Missing: Options, Risk if Wrong.
-- finds r#2 | medium | It asks for a decision and does not say all that is needed for it. | Missing: Decision Needed, Options, Impact if Approved, Risk if Wrong, Decision Deadline.
-- waives r#3
