// What is known to be wrong and not mended yet, in the form of payloads.mjs: the test expects
// that it still is. What no longer is belongs there: into "placed" what names a place, into
// "payloads" what does not.
const bytes = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

export const faults = [
  // generator/base/text.c, text_slug() cuts to 80; publish.c, is_safe() wants "SLUG.html" to be a slug.
  { name: "a name of 76 letters ends the program", hostile: "m".repeat(76) },
  // generator/render/escape.c, put_html(): ' is not escaped.
  { name: "out of an attribute in single quotes", html: "<p title='{{{v}}}'>x</p>", hostile: "' onmouseover='alert(1)" },
  // generator/render/type.c, print_time(): five bytes after the T are printed as they are.
  { name: "a time with a tag", html: "<p>{{{v}}}</p>", md: "{{{v}}}\n", type: "time", hostile: "2026-01-01T<b>ab", benign: "2026-01-01T12:00" },
  // generator/render/type.c, looks_like_date(): ten dashes are one.
  { name: "a date that is a rule", md: "{{{v}}}\n", type: "date", hostile: "----------", benign: "2026-01-01" },
  // generator/render/escape.c, escape_md(): blanks at the end, before the end of a line.
  { name: "blanks at the end of a line of Markdown", md: "{{{v}}}\nb\n", hostile: "a  " },
  // generator/render/escape.c, put_md(): a bare address takes the backslash as its own, and what it escaped is free.
  { name: "an address that takes backslashes", md: "{{{v}}}, {{{v}}}\n", hostile: "https://evil.example/~e~", benign: "https://example.org/plain" },
  // generator/render/type.c, print_markdown(): behind a list's mark only the first line of the quote is in the item.
  { name: "a document behind a list's mark", md: "- {{{v}}}\n", type: "markdown", hostile: "```\n<img src=x onerror=alert(1)>\n```" },
  // generator/render/type.c, cell_take(): jansson refuses NUL and broken UTF-8, and the list is shown as JSON.
  { name: "a list with a NUL", html: "<p>{{#v}}<b>{{.}}</b>{{/v}}</p>", type: "list", hostile: '["a\\u0000b", "c"]', benign: '["a", "b"]' },
  { name: "a list with broken UTF-8", html: "<p>{{#v}}<b>{{.}}</b>{{/v}}</p>", type: "list", hostile: bytes('["a', [0xff], '", "c"]'), benign: '["a", "b"]' },
  // generator/render/escape.c, is_hidden() and put_html(): not in the lists there.
  { name: "code points that are no characters", html: "<p>{{{v}}}</p>", hostile: "a\uFFFE\uFFFFb\u{1FFFF}c" },
];
