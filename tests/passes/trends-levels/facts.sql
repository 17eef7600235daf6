-- Thirty nights, the last of 2026-11-21; that of 2026-11-05 was missed.
CREATE TEMP TABLE night AS WITH RECURSIVE night (n) AS (SELECT 29 UNION ALL SELECT n - 1 FROM night WHERE n) SELECT n, date('2026-11-21', '-' || n || ' days') AS day FROM night WHERE n <> 16;
INSERT INTO run (started_at, version, kept) SELECT day || 'T21:00:00Z', 'test', 1 FROM night ORDER BY day;

-- jumped: 100 stars on 28 nights, 110 tonight; still: 5 on all
INSERT INTO repo (source, key, name, stars) VALUES ('s', 'jumped', 'jumped', 110), ('s', 'still', 'still', 5);
INSERT INTO point VALUES ('public', 's', 'jumped', 'stars', '2026-10-23', 100), ('public', 's', 'still', 'stars', '2026-10-23', 5);

-- Before tonight's move, 13 of one and 14 of the other are known.
INSERT INTO repo (source, key, name, stars) VALUES ('s', 'thirteen', 'thirteen', 9), ('s', 'fourteen', 'fourteen', 9);
INSERT INTO point VALUES ('public', 's', 'thirteen', 'stars', '2026-11-07', 2), ('public', 's', 'fourteen', 'stars', '2026-11-06', 2);

-- Known, unknown from 2026-11-10 to 2026-11-13, known again; and one that nobody writes to any more
INSERT INTO repo (source, key, name, stars, archived) VALUES ('s', 'gap', 'gap', 3, 0), ('s', 'archived', 'archived', 110, 1);
INSERT INTO point VALUES ('public', 's', 'gap', 'stars', '2026-10-23', 1), ('public', 's', 'gap', 'stars', '2026-11-10', NULL), ('public', 's', 'gap', 'stars', '2026-11-14', 3),
                         ('public', 's', 'archived', 'stars', '2026-10-23', 100);

-- stepped: from 100 to 110 on 2026-11-14, 8 nights ago
INSERT INTO repo (source, key, name, stars) VALUES ('s', 'stepped', 'stepped', 110);
INSERT INTO point VALUES ('public', 's', 'stepped', 'stars', '2026-10-23', 100), ('public', 's', 'stepped', 'stars', '2026-11-14', 110);

-- What moved longer ago than 28 days, and what is left out: components, all commits, costs of the month
INSERT INTO repo (source, key, name, stars) VALUES ('s', 'old', 'old', 8);
INSERT INTO point VALUES ('public', 's', 'old', 'stars', '2026-10-20', 1), ('public', 's', 'old', 'stars', '2026-10-24', 8),
                         ('public', 's', 'old', 'commits', '2026-10-23', 1), ('public', 's', '', 'cost.EUR', '2026-11-02', 2), ('public', 's', 'old', 'score.tests', '2026-11-02', 2),
                         ('public', 's', '', 'cost.EUR', '2026-11-03', 3), ('public', 's', 'old', 'score.tests', '2026-11-03', 3), ('public', 's', 'old', 'commits', '2026-11-03', 2);

-- The night of 2026-11-13 came with another rule. Another number has been 0 until tonight.
INSERT INTO point VALUES ('public', '', '', 'findings.own', '2026-10-23', 0), ('public', '', '', 'findings.own', '2026-11-13', 10), ('public', '', '', 'other', '2026-10-23', 0);
INSERT INTO rule_change SELECT 'public', 'no-license', id, 0 FROM run WHERE started_at GLOB '2026-11-13*';

INSERT INTO point SELECT 'public', '', '', 'shelves', day, 58 - 2 * n FROM night WHERE n > 0;
