// What each format makes of a value: rows of format, value, output.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

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
