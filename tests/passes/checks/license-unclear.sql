INSERT INTO repo (source, key, name, license, visibility, archived) VALUES ('s', 'fires', 'r', 'NOASSERTION', 'public', 0), ('s', 'file', 'r', 'NOASSERTION', NULL, 0), ('s', 'waived', 'r', 'NOASSERTION', 'public', 0),
  ('s', 'known', 'r', 'MIT', 'public', 0), ('s', 'none', 'r', NULL, 'public', 0), ('s', 'private', 'r', 'NOASSERTION', 'private', 0), ('s', 'archived', 'r', 'NOASSERTION', 'public', 1);
INSERT INTO repo_file (source, repo, path, kind) VALUES ('s', 'file', 'LICENSE.txt', 'license');
-- finds file | info | It has a licence, but it is not clear which. | File LICENSE.txt; its text is none that is known.
-- finds fires | info | It has a licence, but it is not clear which. | The source does not recognise its text.
-- waives waived
