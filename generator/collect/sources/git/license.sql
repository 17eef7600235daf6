-- Which licence the licence file is, as an SPDX identifier: told by the sentences that only
-- that licence has. Of several in one file the first counts; one that is not recognised is
-- NOASSERTION.
--
-- output: text

-- A file at the top comes before those in a folder, LICENSE before COPYING.
-- ask
SELECT f.repo, r.folder, f.object AS validator, json_array('cat-file', 'blob', f.object) AS args
  FROM (SELECT repo, object, row_number() OVER (
                 PARTITION BY repo ORDER BY instr(path, '/') > 0, lower(path) NOT GLOB 'licen[sc]e*', length(path), path) AS nth
          FROM repo_file WHERE kind = 'license') f
  JOIN repo r ON r.key = f.repo
 WHERE f.nth = 1
 ORDER BY f.repo;

-- rows repo window(repo)
WITH said (text) AS (
  SELECT replace(replace(replace(replace(replace(replace(replace(
           replace(replace(replace(replace(replace(replace(lower(substr(:body, 1, 65536)), '"', ''''), '“', ''''), '”', ''''),
                   char(13), ' '), char(10), ' '), char(9), ' '),
           '        ', ' '), '    ', ' '), '  ', ' '), '  ', ' '), '  ', ' '), '  ', ' '), ', version', ' version')
), known (spdx, phrase, also) AS (
  VALUES
    ('AGPL-3.0', 'gnu affero general public license version 3', ''),
    ('LGPL-3.0', 'gnu lesser general public license version 3', ''),
    ('LGPL-2.1', 'gnu lesser general public license version 2.1', ''),
    ('LGPL-2.0', 'gnu library general public license version 2', ''),
    ('GPL-3.0', 'gnu general public license version 3', ''),
    ('GPL-2.0', 'gnu general public license version 2', ''),
    ('Apache-2.0', 'apache license version 2.0', ''),
    ('MPL-2.0', 'mozilla public license version 2.0', ''),
    ('EPL-2.0', 'eclipse public license - v 2.0', ''),
    ('EUPL-1.2', 'european union public licence v. 1.2', ''),
    ('BSL-1.0', 'boost software license - version 1.0', ''),
    ('Unlicense', 'this is free and unencumbered software released into the public domain', ''),
    ('CC0-1.0', 'cc0 1.0 universal', ''),
    ('CC-BY-SA-4.0', 'attribution-sharealike 4.0 international', ''),
    ('CC-BY-4.0', 'attribution 4.0 international', ''),
    ('WTFPL', 'do what the fuck you want to public license', ''),
    ('OFL-1.1', 'sil open font license version 1.1', ''),
    ('Artistic-2.0', 'the artistic license 2.0', ''),
    ('Zlib', 'this software is provided ''as-is'', without any express or implied warranty', 'altered source versions must be plainly marked'),
    ('curl', 'permission to use, copy, modify, and distribute this software for any purpose with or without fee is hereby granted', 'except as contained in this notice, the name of a copyright holder'),
    ('ISC', 'permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted', 'provided that the above copyright notice'),
    ('ISC', 'permission to use, copy, modify, and distribute this software for any purpose with or without fee is hereby granted', 'provided that the above copyright notice'),
    ('0BSD', 'permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted', ''),
    ('BSD-3-Clause', 'redistribution and use in source and binary forms', 'may be used to endorse or promote products derived'),
    ('BSD-2-Clause', 'redistribution and use in source and binary forms', 'redistributions in binary form must reproduce'),
    ('MIT', 'permission is hereby granted, free of charge, to any person obtaining a copy', 'the software is provided ''as is''')
), ranked AS (
  SELECT spdx, phrase, also, row_number() OVER () AS rank FROM known
), found AS (
  SELECT spdx, rank, instr(text, phrase) AS at FROM ranked, said WHERE instr(text, phrase) AND instr(text, also)
), declared (spdx) AS (
  SELECT trim(substr(line, 1, instr(line || char(10), char(10)) - 1))
    FROM (SELECT replace(substr(:body, instr(:body, 'SPDX-License-Identifier:') + length('SPDX-License-Identifier:')), char(13), '') AS line)
   WHERE instr(:body, 'SPDX-License-Identifier:') BETWEEN 1 AND 4096
)
SELECT :repo AS key,
       coalesce((SELECT spdx FROM declared WHERE length(spdx) BETWEEN 1 AND 128),
                (SELECT spdx FROM found ORDER BY at, rank LIMIT 1),
                'NOASSERTION') AS license;
