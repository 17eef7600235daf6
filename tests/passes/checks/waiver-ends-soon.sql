INSERT INTO repo (source, key, name) VALUES ('s', 'fires', 'r'), ('s', 'today', 'r'), ('s', 'later', 'r'), ('s', 'over', 'r'), ('t', 'waived', 'r');
-- waiver s fires no-readme 2026-12-05
-- waiver s later no-readme 2026-12-06
-- waiver s over no-readme 2026-11-20
-- waiver s today no-readme 2026-11-21
-- waiver t waived no-readme 2026-12-01
-- finds waiver waiver-ends-soon fires | info | The waiver "waiver-ends-soon fires" of no-readme ends on 2026-12-05. | By Ben: It was so. (content/waivers.conf, line LINE)
-- finds waiver waiver-ends-soon today | info | The waiver "waiver-ends-soon today" of no-readme ends on 2026-11-21. | By Ben: It was so. (content/waivers.conf, line LINE)
-- waives
