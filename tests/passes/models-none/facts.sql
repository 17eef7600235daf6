-- No model is selected; health is what it is.
INSERT INTO repo (source, key, name, has_readme, has_license, has_contributing, has_ci, has_tests) VALUES ('s', 'r', 'r', 1, 1, 1, 1, 1);
