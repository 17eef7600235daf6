INSERT INTO repo (source, key, name, size_kb, archived, fork) VALUES ('s', 'fires', 'r', 1048576, 0, 0), ('s', 'waived', 'r', 9999999, 0, 0), ('s', 'small', 'r', 1048575, 0, 0), ('s', 'not told', 'r', NULL, 0, 0), ('s', 'archived', 'r', 9999999, 1, 0), ('s', 'fork', 'r', 9999999, 0, 1);
-- finds fires | info | It is so large that every clone takes long. | Size: 1024 MB; recommended are less than 1024.
-- waives waived
