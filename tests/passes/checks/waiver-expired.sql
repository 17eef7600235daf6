INSERT INTO repo (source, key, name) VALUES ('s', 'fires', 'r'), ('s', 'today', 'r'), ('t', 'waived', 'r');
-- waiver s fires no-readme 2026-11-20
-- waiver s today no-readme 2026-11-21
-- waiver s gone no-readme 2026-11-01
-- waiver t waived no-readme 2026-11-20
-- finds waiver waiver-expired fires | medium | The waiver "waiver-expired fires" of no-readme ended on 2026-11-20. | By Ben: It was so. (content/waivers.conf, line LINE)
-- waives
