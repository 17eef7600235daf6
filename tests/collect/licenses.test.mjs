// Which licence a licence file is: told by its own sentences, or by what it says of itself.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, git, now, sql, tower } from "../tower.mjs";

const warranty = 'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED.\n';
const granted = "Permission to use, copy, modify, and/or distribute this software for any\npurpose with or without fee is hereby granted";
const bsd = "Redistribution and use in source and binary forms, with or without\nmodification, are permitted.\n\n" +
  "2. Redistributions in binary form must reproduce the above copyright notice.\n";

// What the file LICENSE says, and what it is.
const texts = [
  ["MIT", `MIT License\n\nCopyright (c) 2026 Ada\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software.\n\n${warranty}`],
  ["MIT", `(The MIT License)\n\nCopyright (c) 2026 Ada\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software.\n\n${warranty.replaceAll('"', "'")}`],
  ["MIT", `MIT in print\n\nCopyright (c) 2026 Ada\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software.\n\n${warranty.replace('"AS IS"', "“AS IS”")}`],
  ["Apache-2.0", "                                 Apache License\n                           Version 2.0, January 2004\n"],
  ["GPL-3.0", "                    GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007\n"],
  ["GPL-2.0", "\t\t    GNU GENERAL PUBLIC LICENSE\r\n\t\t       Version 2, June 1991\r\n"],
  ["AGPL-3.0", "                    GNU AFFERO GENERAL PUBLIC LICENSE\n                       Version 3, 19 November 2007\n"],
  ["LGPL-3.0", "                   GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007\n\nand the terms of version 3 of the GNU General Public License\n"],
  ["BSD-2-Clause", `Copyright (c) 2026, Ada\n\n${bsd}`],
  ["BSD-3-Clause", `Copyright (c) 2026, Ada\n\n${bsd}\n3. Neither the name of Ada may be used to endorse or promote products derived\n   from this software.\n`],
  ["ISC", `Copyright 2026 Ada\n\n${granted}, provided that the above\ncopyright notice and this permission notice appear in all copies.\n`],
  ["0BSD", `Copyright 2026 Ada\n\n${granted}.\n`],
  ["MPL-2.0", "Mozilla Public License Version 2.0\n==================================\n"],
  ["Unlicense", "This is free and unencumbered software released into the public domain.\n"],
  ["EUPL-1.2", "Ours.\n\nSPDX-License-Identifier: EUPL-1.2\n"],
  ["MIT OR Apache-2.0", "SPDX-License-Identifier: MIT OR Apache-2.0\r\n\r\nApache License, Version 2.0\r\n"],
  ["NOASSERTION", "You may look at this on Sundays.\n"],
  ["NOASSERTION", ""],
];

test("licence texts", async (t) => {
  const place = folder();
  texts.forEach(([, text], number) => {
    const path = join(place, `r${number}`);
    mkdirSync(path);
    git(path, "init", "-q", "-b", "main");
    writeFileSync(join(path, "LICENSE"), text);
    git(path, "add", "-A");
    git(path, "commit", "-q", "-m", "x");
  });
  writeFileSync(join(place, "site.conf"), `[source "g"]\n\ttype = git\n${texts.map((_, number) => `\tpath = r${number}\n`).join("")}`);
  const run = tower(["collect", "-C", place, "--now", now]);
  assert.equal(run.status, 0, run.stderr);
  const told = new Map(sql(place, "SELECT key, license, has_license FROM repo").map((row) => [row.key, row]));
  for (const [number, [wanted, text]] of texts.entries())
    await t.test(`${wanted}: ${text.trim().split("\n")[0]}`, () =>
      assert.deepEqual(told.get(`r${number}`), { key: `r${number}`, license: wanted, has_license: 1 }));
});
