INSERT INTO repo (source, key, name, has_readme) VALUES ('s', 'fires', 'r', 1), ('s', 'used', 'r', 0), ('s', 'past', 'r', 1), ('t', 'waived', 'r', 1);
-- waiver s fires no-readme 2026-11-21
-- waiver s used no-readme 2026-11-21
-- waiver s past no-readme 2026-11-20
-- waiver t waived no-readme 2026-11-21
-- finds waiver waiver-unused fires | info | The waiver "waiver-unused fires" of no-readme covers nothing. | By Ben, until 2026-11-21: It was so. (content/waivers.conf, line LINE)
-- waives
