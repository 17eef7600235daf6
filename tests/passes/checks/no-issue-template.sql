INSERT INTO repo (source, key, name, has_issue_template, open_issues, visibility, archived) VALUES ('s', 'fires', 'r', 0, 20, 'public', 0), ('s', 'waived', 'r', 0, 20, NULL, NULL), ('s', 'few', 'r', 0, 19, 'public', 0),
  ('s', 'has', 'r', 1, 99, 'public', 0), ('s', 'not told', 'r', NULL, 99, 'public', 0), ('s', 'issues not told', 'r', 0, NULL, 'public', 0), ('s', 'private', 'r', 0, 99, 'private', 0), ('s', 'archived', 'r', 0, 99, 'public', 1);
-- finds fires | info | Many issues are open, and no form asks for what is needed to deal with them. | Open issues: 20.
-- waives waived
