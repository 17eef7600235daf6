-- best: a licence (7 points for a quarter of an hour) is missing, and a policy: the licence is
-- first. next: nothing but a guide (3 points for an hour) is missing. none: nothing is missing.
-- long: only a README, which takes 2 hours. Known are README 7, licence 7, guide 3, policy 6, CI 8,
-- tests 6, code of conduct 1: 38. An hour gives 100 x 7 / 38 / 0.25 = 73.7 points in best and 100 x
-- 3 / 38 = 7.9 in next; the median of the two is 40.8.
INSERT INTO repo (has_code_of_conduct, source, key, name, default_branch, url, archived, fork, has_readme, has_license, has_contributing, has_security, has_ci, has_tests) VALUES
  (1, 's', 'o/best', 'r', 'main', 'https://example.org/o/best', 0, 0, 1, 0, 1, 0, 1, 1), (1, 's', 'o/next', 'r', 'odd name', 'https://example.org/o/next', 0, 0, 1, 1, 0, 1, 1, 1), (1, 's', 'o/none', 'r', 'main', NULL, 0, 0, 1, 1, 1, 1, 1, 1),
  (1, 's', 'o/long', 'r', 'main', NULL, 0, 0, 0, 1, 1, 1, 1, 1), (1, 's', 'o/archived', 'r', 'main', NULL, 1, 0, 1, 0, 1, 1, 1, 1), (1, 's', 'o/fork', 'r', 'main', NULL, 0, 1, 1, 0, 1, 1, 1, 1),
  (1, 's', 'o/unscored', 'r', 'main', NULL, 0, 0, NULL, 0, NULL, NULL, NULL, NULL), (1, 's', 'o/waived', 'r', 'main', NULL, 0, 0, 1, 0, 1, 1, 1, 1);
-- recommends o/best
--   title: Add a file LICENSE with the text of the licence that you choose.
--   evidence: Has no licence: 0 of 7 points. By points for an hour of writing it is number 1 of 2 repositories.
--   action: Write the file LICENSE.
--   url: https://example.org/o/best/new/main?filename=LICENSE
--   effect: 18.4
--   effort: 0.25
--   reason: license: 7 points of 38 known = +18.4, for 0.25 h: 73.7 an hour, where 40.8 is usual
-- recommends o/next
--   title: Add a file CONTRIBUTING.md that says how to propose a change.
--   evidence: Has no contributing guide: 0 of 3 points. By points for an hour of writing it is number 2 of 2 repositories.
--   action: Write the file CONTRIBUTING.md.
--   effect: 7.9
--   effort: 1
--   reason: contributing: 3 points of 38 known = +7.9, for 1 h: 7.9 an hour, where 40.8 is usual
-- waives o/waived no-license
