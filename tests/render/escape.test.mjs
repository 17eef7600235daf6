// What each format makes of a value: rows of format, value, output. What is hidden in it is
// shown, and what runs from right to left is isolated, through print.c.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { print } from './print.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const tower = path.resolve(process.env.TOWER ?? path.join(here, '../../build/tower'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'escape-'));
after(() => fs.rmSync(scratch, { recursive: true }));

function render(format, template, data) {
  fs.writeFileSync(path.join(scratch, 't'), template);
  fs.writeFileSync(path.join(scratch, 'd'), JSON.stringify(data));
  return spawnSync(tower, ['template', 't', 'd', ...(format ? ['--format', format] : [])],
    { cwd: scratch, encoding: 'utf8' });
}

const rows = [
  ['html', `<a href="x">'&'</a>`, `&lt;a href=&quot;x&quot;&gt;'&amp;'&lt;/a&gt;`],
  ['html', 'é 語 😀\n\t', 'é 語 😀\n\t'],

  ['xml', `<a b="c">'&'`, '&lt;a b=&quot;c&quot;&gt;&apos;&amp;&apos;'],
  ['xml', 'a\u0001b\u001bc\uffffd\ufffee', 'a�b�c�d�e'],
  ['xml', 'a\tb\nc 😀', 'a\tb\nc 😀'],

  ['md', '# head', '\\# head'],
  ['md', 'C# and a - b + c', 'C# and a - b + c'],
  ['md', '- item', '\\- item'],
  ['md', '---', '\\---'],
  ['md', '+1', '\\+1'],
  ['md', '===', '\\==='],
  ['md', ':-:', '\\:-:'],
  ['md', '12. day', '12\\. day'],
  ['md', '3) three', '3\\) three'],
  ['md', 'version 1.2 of 2026-11-21', 'version 1.2 of 2026-11-21'],
  ['md', '> quote', '&gt; quote'],
  ['md', '*a* _b_ `c` ~~d~~', '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~'],
  ['md', '[x](y) ![z](w)', '\\[x\\]\\(y\\) \\!\\[z\\]\\(w\\)'],
  ['md', '<b>&amp;"', '&lt;b&gt;&amp;amp;"'],
  ['md', 'a|b {c} \\d', 'a\\|b \\{c\\} \\\\d'],
  ['md', 'a\nb\r\nc\n\n# d', 'a b c  # d'],
  ['md', '    code', ' code'],
  ['md', '\n# head', ' \\# head'],
  ['md', ' \t 1. one', ' 1\\. one'],

  ['json', 'a"b\\c/d', 'a\\"b\\\\c/d'],
  ['json', '\b\f\n\r\t\u0001\u001f', '\\b\\f\\n\\r\\t\\u0001\\u001f'],
  ['json', 'é😀<', 'é😀<'],

  ['csv', 'plain text', 'plain text'],
  ['csv', 'a,b', '"a,b"'],
  ['csv', 'say "x"', '"say ""x"""'],
  ['csv', 'a\nb', '"a\nb"'],
  ['csv', '=1+1', "'=1+1"],
  ['csv', '=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ['csv', '+cmd', "'+cmd"],
  ['csv', '-2+3', "'-2+3"],
  ['csv', '@sum', "'@sum"],
  ['csv', '\tx', "'\tx"],
  ['csv', '\rx', `"'\rx"`],
  ['csv', '-3.5', '-3.5'],
  ['csv', '+4', '+4'],
  ['csv', '-1e-9', '-1e-9'],
  ['csv', '-.5', '-.5'],
  ['csv', '-', "'-"],
  ['csv', '-1e', "'-1e"],
  ['csv', '-1-1', "'-1-1"],
  ['csv', 'a=b', 'a=b'],

  ['txt', 'a\u0000b'.replace('\u0000', '\u0007') + '\u001b[31mc\r\n\td\u007f\u009b', 'ab[31mc\n\td'],
  ['txt', '<b> & "x"', '<b> & "x"'],
];

for (const [format, value, expected] of rows)
  test(`${format}: ${JSON.stringify(value)}`, () => {
    const { status, stdout, stderr } = render(format, '{{v}}', { v: value });
    assert.equal(stderr, '');
    assert.equal(stdout, expected);
    assert.equal(status, 0);
  });

test('html is the format where none is named', () => {
  assert.equal(render(null, '{{v}}', { v: '<' }).stdout, '&lt;');
});

test('numbers are not guarded in csv', () => {
  assert.equal(render('csv', '{{v}}', { v: -3.5 }).stdout, '-3.5');
});

for (const format of ['html', 'xml', 'md', 'json', 'csv', 'txt'])
  test(`${format}: raw tags escape nothing`, () => {
    const value = '=<a> & "b" \\ *c*';
    assert.equal(render(format, '{{{v}}}|{{&v}}', { v: value }).stdout, `${value}|${value}`);
  });

test('what json makes of any text reads back the same', () => {
  const value = Array.from({ length: 0x250 }, (_, i) => String.fromCharCode(i + 1)).join('');
  assert.equal(JSON.parse(render('json', '"{{v}}"', { v: value }).stdout), value);
});

const hidden = [
  [0x00, 0x08], [0x0b, 0x0c], [0x0e, 0x1f], [0x7f, 0x9f], [0x61c, 0x61c], [0x200b, 0x200b], [0x200e, 0x200f],
  [0x2028, 0x202e], [0x2060, 0x2069], [0xfeff, 0xfeff], [0xfff9, 0xfffb], [0xe0000, 0xe007f],
];
const name = (code) => `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;

test('what cannot be seen is shown, its neighbours stay', () => {
  const codes = hidden.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  const each = (show) => codes.map((code) => `a${show(code)}b`).join('\n');
  assert.equal(print(['visible'], each((code) => String.fromCodePoint(code))), each(name));
  const seen = '\t\n ~\u00a0\u061b\u061d\u200a\u200c\u200d\u2010\u2027\u202f\u205f\u206a\ufefe\uff00\ufff8\ufffc\u{e0080}👩‍💻';
  assert.equal(print(['visible'], seen), seen);
  assert.equal(print(['visible'], 'a\r\nb\rc'), 'a\nb⟨U+000D⟩c');
});

// « and » stand for the isolates.
const isolated = [
  ['md', '', ''],
  ['md', 'plain *é* 語 😀', 'plain \\*é\\* 語 😀'],
  ['md', 'שלום', '«שלום»'],
  ['md', '# مرحبا [x]', '«\\# مرحبا \\[x\\]»'],
  ['md', '12. ܐ', '«12\\. ܐ»'],
  ['md', ' \n ߊ <b>', '« ߊ &lt;b&gt;»'],
  ['txt', 'v1 \u0780 <b>', '«v1 \u0780 <b>»'],
  ['txt', 'plain', 'plain'],
  ['md', '\u2069א\u2068\u202e', '«⟨U+2069⟩א⟨U+2068⟩⟨U+202E⟩»'],
  ['md', '\u2068a\u2069', '⟨U+2068⟩a⟨U+2069⟩'],
  ['html', 'שלום <b>', 'שלום &lt;b&gt;'],
  ['xml', 'שלום', 'שלום'],
  ['json', 'שלום', 'שלום'],
  ['csv', 'שלום,', '"שלום,"'],
];

for (const [format, value, expected] of isolated)
  test(`isolated ${format}: ${JSON.stringify(value)}`, () => {
    const isolates = { '«': '\u2068', '»': '\u2069' };
    assert.equal(print(['isolated', format], value), expected.replace(/[«»]/g, (sign) => isolates[sign]));
  });

test('the first and last character of each block is isolated, its neighbours are not', () => {
  const blocks = [[0x590, 0x8ff], [0xfb1d, 0xfdff], [0xfe70, 0xfefe], [0x10800, 0x10fff], [0x1e800, 0x1efff]];
  const is = (code) => print(['isolated', 'txt'], `a${String.fromCodePoint(code)}`).startsWith('\u2068');
  for (const [first, last] of blocks)
    assert.deepEqual([first - 1, first, last, last + 1].map(is), [false, true, true, false]);
});
