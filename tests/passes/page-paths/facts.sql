-- A key may hold any character; no two pages have the same path, in whatever letter case.
INSERT INTO repo (source, key, name)
VALUES ('s', 'plain', 'r'), ('s', 'owner/name', 'r'), ('s', 'owner/name.js', 'r'), ('s', 'a/b/c', 'r'),
       ('s', 'Same', 'r'), ('s', 'same', 'r'), ('s', 'same-2', 'r'), ('s', 'SAME', 'r'),
       ('s', 'x y', 'r'), ('s', 'x-y', 'r'),
       ('s', 'say "hi"/it''s \ here', 'r'), ('s', '../../etc/passwd', 'r'), ('s', '/', 'r'), ('s', 'line
break', 'r'), ('s', 'ünïcödé/名前', 'r'), ('s', '","/[', 'r'),
-- "file.html" is the page of "file": no folder is called so
       ('s', 'file', 'r'), ('s', 'file.html/inside', 'r');
