// What stands in every text field of the hostile twin, and in the same field of its benign
// twin: [name, hostile, benign]. Where the benign one is left out it is one plain word.
export const plain = "plain";

// Columns cut what is long where they end: then who is the same person as who is told by less. The
// benign twin is of the same length.
const long = (hostile) => [hostile, "p".repeat(Buffer.byteLength(hostile))];

// What shows nothing or moves what is around it: [first, last] of code points. Neither
// stands in any output; escape.c has the same table.
const planes = Array.from({ length: 17 }, (_, plane) => plane * 0x10000);
export const hidden = [
  [0x00, 0x08], [0x0b, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x115f, 0x1160],
  [0x17b4, 0x17b5], [0x180e, 0x180e], [0x200b, 0x200b], [0x200e, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f],
  [0x3164, 0x3164], [0xfdd0, 0xfdef], [0xfeff, 0xfeff], [0xffa0, 0xffa0], [0xfff0, 0xfffb], [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a], [0xe0000, 0xe00ff], [0xe01f0, 0xe0fff],
  ...planes.map((plane) => [plane + 0xfffe, plane + 0xffff]),
];

const address = "https://example.org/plain";
const bytes = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

export const payloads = [
  ["an element", "<script>alert(1)</script>"],
  ["out of an attribute in double quotes", '"><img src=x onerror=alert(1)>'],
  ["out of an attribute in single quotes", "'><img src=x onerror=alert(1)>"],
  ["a further attribute", '" onmouseover="alert(1)" style="position:fixed" x="'],
  ["an attribute without quotes", "x onfocus=alert(1) autofocus"],
  ["out of the title", "</title><script>alert(1)</script>"],
  ["out of a style sheet", "</style><script>alert(1)</script>"],
  ["out of a picture", "</svg></text><script>alert(1)</script>"],
  ["out of everything", "</bdi></a></td></tr></table></section></main></body></html><iframe src=//evil.example>"],
  ["a picture with a handler", "<svg onload=alert(1)><animate onbegin=alert(1)>"],
  ["a comment", "<!-- begun"],
  ["the end of a comment", "--> --!> <!--> x"],
  ["a section of character data", "<![CDATA[ x ]]> ]]>"],
  ["a processing instruction", "<?xml version='1.0'?><?php x ?>"],
  ["a document type", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;"],
  ["references of characters", "&lt;script&gt; &#60;img src=x&#62; &#x3C;b&#x3E; &amp;lt; &colon; &#x202E;", "plain #60"],
  ["tags of a template", "{{title}} {{{title}}} {{&title}} {{#site}} {{/site}} {{>demo}} {{=<% %>=}} {{!x}}"],
  ["an address that is a script", "javascript:alert(1)"],
  ["an address that is a script, in capitals and with blanks", " \t\nJaVaScRiPt\n:alert(1)"],
  ["an address that is data", "data:text/html,<script>alert(1)</script>"],
  ["an address of a Basic script", "vbscript:msgbox(1)"],
  ["an address on this machine", "file:///etc/passwd"],
  ["an address without a scheme", "//evil.example/x"],
  ["an address with a quote", 'https://evil.example/"onmouseover="alert(1)', address],
  ["an address with a tag", "https://evil.example/<img/src=x/onerror=alert(1)>", address],
  ["an address with a bracket", "https://evil.example/)](javascript:alert(1))", address],
  ["an address over two lines", "https://evil.example/\n\n<script>alert(1)</script>", address],
  ["an address with references", "https://evil.example/&quot;&#34;&lt;b&gt;&#x202E;", address],
  ["an address in Markdown", "](javascript:alert(1))"],
  ["links in Markdown", "[a](javascript:alert(1)) [b][c] ![d](//evil.example/d.png)\n\n[c]: javascript:alert(1)"],
  ["links in angle brackets", "<javascript:alert(1)> <https:/evil.example> <x:y>"],
  ["a footnote", "[^1]\n\n[^1]: text"],
  ["code", "`a` ``b``` ```\nc\n```\n~~~"],
  ["code by indentation", "    <script>alert(1)</script>"],
  ["emphasis", "*a* **b** _c_ __d__ ~e~ ~~f~~ ***g"],
  ["a table", "a | b\n--|--\nc | d || \\| |"],
  ["a heading", "# a\n## b\nc\n===\nd\n---\n"],
  ["lists", "- a\n- [x] b\n1. c\n2) d\n+ e\n* f"],
  ["a list in one line", "1. a"],
  ["a task", "[ ] a"],
  ["a quote", "> a\n>> b"],
  ["a rule", "***"],
  ["a hard line break", "a  \nb\\\nc"],
  ["backslashes", "\\<b\\> \\\\<b\\\\> \\| \\\\| \\"],
  ["a formula", '=cmd|\'/C calc\'!A0,"x"\n-1+1,@SUM(1)\t+1'],
  ["a formula behind a tab", "\t=1+1"],
  ["a formula with a minus", "-2+3+cmd|' /C calc'!A0"],
  ["a formula with an at", "@SUM(1+1)"],
  ["a label of a metric", 'a"} 1\nevil_metric{x="y"} 2\\'],
  ["JSON", '"},"__proto__":{"x":1},"a":["\\u0000"]'],
  ["control characters", "a\u0001\u0007\b\u000B\f\u000E\u001B[31m\u001B]0;x\u0007\u007F\u0085\u009Bb"],
  ["line ends of all kinds", "a\rb\r\nc\nd\u000Be\ff\u0085g"],
  ["other directions", "a\u202Eb\u202Dc\u202Ad\u202Be\u202Cf\u2066g\u2067h\u2068i\u2069j\u200Ek\u200Fl\u061Cm"],
  ["nothing to see", "a\u200Bb\uFEFFc\u2060d"],
  ["a mark of byte order", "\uFEFFa"],
  ["code points that are no characters", "a\uFFFE\uFFFFb\u{1FFFF}c\uFDD0d"],
  ["all that is hidden", ...long(hidden.map(([first, last]) => `a${String.fromCodePoint(first || 1)}${String.fromCodePoint(last)}`).join(""))],
  ["blanks at both ends", "     a     "],
  ["an address that takes backslashes", "https://evil.example/~e~_a_*b*", address],
  ["an address without a scheme that takes backslashes", "www.evil.example/~e~_a_*b*"],
  ["an address of mail", "a_b_c~d~@evil.example mailto:a@evil.example xmpp:a@evil.example/b"],
  ["the longest name that a slug and its ending had room for", "m".repeat(75)],
  ["a longer name", "m".repeat(76)],
  ["a name as long as a forge permits", "m".repeat(100)],
  ["a device of Windows", "con"],
  ["a device of Windows with an ending", "aux.txt"],
  ["a language from the right", "\u05E9\u05DC\u05D5\u05DD \u0627\u0644\u0639\u0631\u0628\u064A\u0629 1"],
  ["a very long word", ...long("\u0436".repeat(2100))],
  ["very many brackets", ...long("[".repeat(200) + "<".repeat(200))],
  ["very many marks above", ...long("z" + "\u0301".repeat(300))],
];

// What a value is that begins as its column's type wants it: [type, hostile, benign].
export const typed = [
  ["date", "2026-01-01<img src=x>", "2026-01-01"],
  ["number", "1<b>", "plain"],
  ["number", "nan<b>", "plain"],
  ["number", "1e999", "plain"],
  ["bytes", "1<b>", "plain"],
  ["bytes", "nan", "plain"],
  ["date", "----------", "2026-01-01"],
  ["time", "2026-01-01T<b>ab", "2026-01-01T12:00"],
  ["time", "2026-01-01T12:0_<b>", "2026-01-01T12:00"],
  ["list", '["a\\u0000<b>", "c", 99999999999999999999]', '["a", "b", 5]'],
  ["list", bytes('["a', [0xff], '<b>", "c"]'), '["a", "b"]'],
  ["markdown", "```\n<img src=x onerror=alert(1)>\n```\n\n    <b>\n\n> c\n\n- d\n", "plain"],
  ["url", "https://evil.example/~e~_a_*b*", "https://example.org/plain"],
  ["list", '["<script>alert(1)</script>", "\\u202Ea", "](javascript:x)", 5, {"a": "<b>"}]', '["a", "b", "c", 5, {"a": "b"}]'],
  ["list", '{"<b>": "<i>"}', '{"a": "b"}'],
  ["markdown", "<script>alert(1)</script>", "plain"],
  ["markdown", "[a](javascript:alert(1)) ![b](https://evil.example/b.png) <img src=x onerror=alert(1)>\n\n# c\n\n> d\n\n| e |\n| - |\n| f |", "plain"],
  ["url", "https://evil.example/\" onmouseover=\"alert(1)", "https://example.org/plain"],
  ["url", "javascript:alert(1)", "plain"],
  ["url", "mailto:a@evil.example?subject=\"><script>", "mailto:a@example.org"],
];

// The same for charts, which are JSON: hostile labels and names.
const label = "\"></title></svg><script>alert(1)</script> ](javascript:x) | \u202E `";
const chart = (kind, value) => [kind, JSON.stringify(value(label)), JSON.stringify(value("plain"))];
const pairs = (text) => [[text, 1], [`b ${text}`, 2]];
const series = (text) => ({ series: [{ name: text, values: [1, null, 3] }, { name: "b", values: [2, 2, 2] }], labels: [text, "b", "c"] });
typed.push(
  chart("bar", pairs), chart("distribution", pairs), chart("line", series), chart("stacked", series),
  chart("gauge", (text) => ({ value: 1, maximum: 2, label: text })),
  ["sparkline", '[1, "<b>", 3]', "plain"], ["calendar", '[["2026-01-01<b>", 1]]', "plain"],
);

// Places that a template of the owner's may put a value at: { name, html or md, hostile } and,
// where it matters, the value's type and the benign words.
export const placed = [
  { name: "raw, where HTML has text", html: "<p>{{{v}}}</p>", hostile: "<b>x</b>" },
  { name: "in an attribute in double quotes", html: '<p title="{{{v}}}">x</p>', hostile: '" onmouseover="alert(1)' },
  { name: "in the title", html: "<template><title>{{{v}}}</title></template>", hostile: "</title><b>" },
  { name: "raw, where Markdown has text", md: "a {{{v}}} b\nc", hostile: "<b>x</b> [a](javascript:b) `c`" },
  { name: "in code of Markdown", md: "`{{{v}}}` b\n", hostile: "` <b>x</b> [a](javascript:b)", benign: "` x" },
  { name: "in a link of Markdown", md: '[a](https://kept.example/ "{{{v}}}")\n', hostile: "') <b> [x](javascript:b)" },
  { name: "in a cell of Markdown", md: "| a | b |\n| - | - |\n| {{{v}}} | **c** |\n", hostile: "x | y\n| z\n\n<b>" },
  { name: "a date with a tag", html: "<p>{{{v}}}</p>", md: "{{{v}}}\n", type: "date", hostile: "2026-01-01<b>", benign: "2026-01-01" },
  { name: "out of an attribute in single quotes", html: "<p title='{{{v}}}'>x</p>", hostile: "' onmouseover='alert(1)" },
  { name: "an address out of an attribute in single quotes", html: "<a href='{{{v}}}'>x</a>", type: "url", hostile: "https://evil.example/'onmouseover='alert(1)", benign: address },
  { name: "a time with a tag", html: "<p>{{{v}}}</p>", md: "{{{v}}}\n", type: "time", hostile: "2026-01-01T<b>ab", benign: "2026-01-01T12:00" },
  { name: "a date that is a rule", md: "{{{v}}}\n", type: "date", hostile: "----------", benign: "2026-01-01" },
  { name: "blanks at the end of a line of Markdown", md: "{{{v}}}\nb\n", hostile: "a  " },
  { name: "blanks of two values at the end of a line of Markdown", md: "a{{{v}}}{{{v}}}\nb\n", hostile: " ", benign: "" },
  { name: "a blank behind three", md: "   {{{v}}}\n", hostile: " a" },
  { name: "blanks of many values", md: "{{{v}}}{{{v}}}{{{v}}}{{{v}}}{{{v}}}a\n", hostile: " ", benign: "" },
  { name: "an address that takes backslashes", md: "{{{v}}}, {{{v}}}\n", hostile: "https://evil.example/~e~" },
  { name: "an address in capitals that takes backslashes", md: "{{{v}}}, {{{v}}}\n", hostile: "HTTP://evil.example/~e~" },
  { name: "an address without a scheme that takes backslashes", md: "{{{v}}}, {{{v}}}\n", hostile: "www.evil.example/~e~" },
  { name: "an address of mail that takes backslashes", md: "{{{v}}}, {{{v}}}\n", hostile: "a_b@evil.example/~e~" },
  { name: "an address behind the name of its host", md: "{{{v}}}.example, b\n", hostile: "www" },
  { name: "an address behind its scheme", md: "{{{v}}}//example.com/x, b\n", hostile: "http:" },
  { name: "an address between tildes", md: "{{{v}}}, {{{v}}}\n", type: "url", hostile: "https://evil.example/~e~", benign: address },
  { name: "a document behind a list's mark", md: "- {{{v}}}\n", type: "markdown", hostile: "```\n<img src=x onerror=alert(1)>\n```" },
  { name: "a document indented below a list's mark", md: "- a\n\n  {{{v}}}\n", type: "markdown", hostile: "```\n<img src=x onerror=alert(1)>\n```" },
  { name: "a document behind a quote's mark", md: "> {{{v}}}\n", type: "markdown", hostile: "```\n<img src=x onerror=alert(1)>\n```" },
  { name: "a document in a cell", md: "| a |\n| - |\n| {{{v}}} |\n", type: "markdown", hostile: "```\n<img src=x onerror=alert(1)>\n```", benign: "```\nx\n```" },
  { name: "a document in a heading", md: "# {{{v}}}\n", type: "markdown", hostile: "a\n\n    <img src=x onerror=alert(1)>\n" },
  { name: "a document within an element", md: "<details>\n{{{v}}}\n</details>\n", type: "markdown", hostile: "```\n<img src=x onerror=alert(1)>\n```" },
  { name: "a chart behind a list's mark", md: "- {{{v}}}\n", type: "bar", hostile: '[["<img src=x onerror=alert(1)>", 1]]', benign: '[["a", 1]]' },
  { name: "a chart within an element", md: "<details>\n{{{v}}}\n</details>\n", type: "bar", hostile: '[["<img src=x onerror=alert(1)>", 1]]', benign: '[["a", 1]]' },
  { name: "a graph behind a list's mark", md: "1. {{{v}}}\n", type: "graph", hostile: '{"nodes": [{"id": "<b>"}, {"id": "# a"}]}', benign: '{"nodes": [{"id": "a"}, {"id": "b"}]}' },
  { name: "a list with a NUL", html: "<p>{{#v}}<b>{{.}}</b>{{/v}}</p>", type: "list", hostile: '["a\\u0000b", "c"]', benign: '["a", "b"]' },
  { name: "a list with broken UTF-8", html: "<p>{{#v}}<b>{{.}}</b>{{/v}}</p>", type: "list", hostile: bytes('["a', [0xff], '", "c"]'), benign: '["a", "b"]' },
  { name: "code points that are no characters", html: "<p>{{{v}}}</p>", hostile: "a\uFFFE\uFFFFb\u{1FFFF}c" },
];
