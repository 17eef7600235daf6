INSERT INTO repo (source, key, name, shallow, head) VALUES ('s', 'fires', 'r', 1, '8f4b7f84864484a7bf31'), ('s', 'waived', 'r', 1, NULL), ('s', 'whole', 'r', 0, NULL), ('s', 'not told', 'r', NULL, NULL);
-- finds fires | info | Its history is cut off, so part of what could be shown is unknown. | A shallow clone, standing at 8f4b7f848644.
-- waives waived
