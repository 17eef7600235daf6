// What each format makes of a value: rows of format, value, output. What is hidden in it is
// shown, and what runs from right to left is isolated, through print.c.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hidden } from './hostile/payloads.mjs';
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

const values = {
  before: [['   ', ' a', '   a'], ['a', ' b', 'a b'], ['a ', ' b', 'a b'], ['a\n', ' b', 'a\nb'], ['a\t', ' b', 'a\tb']],
};
test('a blank in front of a value stands only behind a word', () => {
  for (const [before, value, expected] of values.before) assert.equal(render('md', `${before}{{v}}`, { v: value }).stdout, expected);
});

const rows = [
  ['html', `<a href="x">'&'</a>`, `&lt;a href=&quot;x&quot;&gt;'&amp;'&lt;/a&gt;`],
  ['html', 'é 語 😀\n\t', 'é 語 😀\n\t'],

  ['xml', `<a b="c">'&'`, '&lt;a b=&quot;c&quot;&gt;&#39;&amp;&#39;'],
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
  ['md', '    code', 'code'],
  ['md', '\n# head', '\\# head'],
  ['md', ' \t 1. one', '1\\. one'],
  ['md', 'a  ', 'a'],
  ['md', 'a \t\r\n', 'a'],
  ['md', ' \n ', ''],
  ['md', 'see https://x.example/a_b', 'see https\\://x.example/a\\_b'],
  ['md', 'HTTP://x, ftp://x: y', 'HTTP\\://x, ftp\\://x: y'],
  ['md', 'https:', 'https\\:'],
  ['md', 'Steps:', 'Steps:'],
  ['md', 'www.x.example WWW.x', 'www\\.x.example WWW\\.x'],
  ['md', 'www', 'ww&#119;'],
  ['md', 'a WWW ', 'a WW&#87;'],
  ['md', 'ww', 'ww'],
  ['md', 'wwww.x', 'wwww\\.x'],
  ['md', 'a_b@x.example', 'a\\_b\\@x.example'],
  ['md', 'a+@x .@x -@x', 'a+\\@x .\\@x -\\@x'],
  ['md', '@ada and @grace', '@ada and @grace'],

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

const name = (code) => `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;

test('what cannot be seen is shown, all else stays', () => {
  const is = (code) => hidden.some(([first, last]) => code >= first && code <= last);
  const line = (show) => (first) => Array.from({ length: 64 }, (_, i) => show(first + i)).join('');
  const all = Array.from({ length: 0x110000 / 64 }, (_, i) => i * 64).filter((code) => code < 0xd800 || code > 0xdfff);
  const given = all.map(line((code) => String.fromCodePoint(code))).join('\n');
  const shown = all.map(line((code) => (is(code) ? name(code) : String.fromCodePoint(code)))).join('\n');
  const [got, expected] = [print(['visible'], given), shown].map((text) => text.split('\n'));
  got.forEach((text, i) => assert.equal(text, expected[i]));
  assert.equal(got.length, expected.length);
  assert.equal(print(['visible'], '👩‍💻 ☎️ \u17d2'), '👩‍💻 ☎️ \u17d2');
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
  ['txt', 'א\nb\n\n ג\n', '«א»\nb\n\n« ג»\n'],
  ['md', 'א\nb', '«א b»'],
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
