// Graphs: JSON as a picture laid out by Graphviz, as a table and as text.
//
// A folder in graphs/ is a case: input.json is the value, answer.plain what dot says of it,
// and expected.html, .md, .json and .csv are what is printed then. graphs/print.c prints a
// graph; it is compiled here, with the sanitizers.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { folder, root } from "../tower.mjs";

const cases = join(root, "tests/render/graphs");
const bench = folder();
const print = join(bench, "print");

function compile() {
  const words = (command, ...args) => spawnSync(command, args, { encoding: "utf8" }).stdout.trim().split(/\s+/);
  const sources = ["generator/base", "generator/render"].flatMap((room) => readdirSync(join(root, room)).filter((name) => name.endsWith(".c") && (room.endsWith("base") || /^(graph|chart|escape|url)/.test(name))).map((name) => join(room, name)));
  const built = spawnSync(process.env.CC || "cc", ["-std=c17", "-D_GNU_SOURCE", "-Igenerator", "-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-o", print, "tests/render/graphs/print.c", ...sources, ...words("pkg-config", "--cflags", "--libs", "jansson", "libcrypto"), "-lm"], { cwd: root, encoding: "utf8" });
  assert.equal(built.status, 0, built.stderr);
}
compile();

// What is printed for JSON, a text or a value; dot is looked for in the folder PATH.
function printed(format, json, path = process.env.PATH, cwd = root) {
  return new Promise((resolve) => {
    const child = spawn(print, [format], { cwd, env: { PATH: path, SECRET: "canary" } });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => (stdout += data));
    child.stderr.on("data", (data) => (stderr += data));
    child.on("close", (status) => {
      assert.equal(stderr, "");
      assert.equal(status, 0);
      resolve(stdout);
    });
    child.stdin.end(typeof json === "string" ? json : JSON.stringify(json));
  });
}

// A folder whose dot is this shell script.
let count = 0;
function fake(script) {
  const path = join(bench, `dot-${(count += 1)}`);
  mkdirSync(path);
  writeFileSync(join(path, "dot"), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
  chmodSync(join(path, "dot"), 0o755);
  return path;
}

const allowed = {
  svg: ["class", "role", "viewBox", "width", "height", "fill"], title: [], desc: [], g: ["class"], path: ["class", "fill", "stroke", "d"],
  rect: ["class", "fill", "stroke", "x", "y", "width", "height", "rx"], text: ["x", "y", "text-anchor"], a: ["tabindex", "href"], bdi: [],
  div: ["class", "role", "aria-label", "tabindex"], details: [], summary: [], table: [], thead: [], tbody: [],
  tr: [], th: ["scope"], td: [], p: ["class"],
};

// Well-formed as XML, with none but these tags and attributes, and no address of another kind.
function assertSafe(markup) {
  const open = [];
  const text = markup.replace(/<([^<>]*)>/g, (_, tag) => {
    const [, close, name, attributes, alone] = /^(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)$/.exec(tag) ?? assert.fail(`<${tag}>`);
    assert.ok(name in allowed, `<${tag}>`);
    for (const [, attribute, value] of attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)) {
      assert.ok(allowed[name].includes(attribute), `<${tag}>`);
      if (attribute === "href") assert.match(value, /^(https?:\/\/|mailto:)[!-~]*$/i);
    }
    if (close) assert.equal(open.pop(), name);
    else if (!alone) open.push(name);
    return "";
  });
  assert.deepEqual(open, [], "tags that nothing closes");
  assert.doesNotMatch(text, /[<>]|&(?!(amp|lt|gt|quot|#39);)/);
  assert.doesNotMatch(markup, /[\u0000-\u0008\u001b\u202a-\u202e\u2066-\u2069]|NaN|nan\b|inf\b/i);
}

const read = (name, file) => readFileSync(join(cases, name, file), "utf8");
const names = readdirSync(cases, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
const small = read("small", "input.json");
const answer = read("small", "answer.plain");
const answering = (text) => {
  const path = fake('exec cat "${0%/*}/answer"');
  writeFileSync(join(path, "answer"), text);
  return path;
};
const note = (html) => /<p class="note">Not drawn: (.*)\.<\/p>/.exec(html)?.[1].replaceAll("&#39;", "'");

describe("cases", () => {
  for (const name of names)
    test(name, async () => {
      const path = answering(existsSync(join(cases, name, "answer.plain")) ? read(name, "answer.plain") : "");
      const html = await printed("html", read(name, "input.json"), path);
      assertSafe(html);
      assert.equal(html, read(name, "expected.html"));
      for (const format of ["md", "json", "csv"]) assert.equal(await printed(format, read(name, "input.json"), path), read(name, `expected.${format}`), format);
      const plain = await printed("txt", read(name, "input.json"), path);
      const escaped = await printed("xml", read(name, "input.json"), path);
      assert.equal(escaped, plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;"));
      assert.deepEqual(JSON.parse(read(name, "expected.json").replace("empty\n", "")), JSON.parse(read(name, "input.json")));
    });
});

// { x, y, width, height } of every box, from the picture.
const boxes = (html) => [...html.matchAll(/<rect fill="none" stroke="currentColor" x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/g)].map((match) => ({ x: +match[1], y: +match[2], width: +match[3], height: +match[4] }));

describe("the dot that is installed", () => {
  for (const name of names.filter((name) => existsSync(join(cases, name, "answer.plain"))))
    test(`draws ${name}: every node a box within the picture, no two one upon the other, and the same again`, async () => {
      const html = await printed("html", read(name, "input.json"));
      const [, width, height] = /viewBox="-1 -1 (\d+) (\d+)"/.exec(html) ?? assert.fail(note(html));
      const all = boxes(html);
      assertSafe(html);
      assert.equal(all.length, boxes(read(name, "expected.html")).length);
      for (const [index, box] of all.entries()) {
        assert.ok(box.x >= -1 && box.y >= -1 && box.x + box.width <= +width && box.y + box.height <= +height, JSON.stringify(box));
        for (const other of all.slice(index + 1))
          assert.ok(box.x + box.width <= other.x || other.x + other.width <= box.x || box.y + box.height <= other.y || other.y + other.height <= box.y, JSON.stringify([box, other]));
      }
      assert.equal(html.split('class="edge"').length, read(name, "expected.html").split('class="edge"').length);
      assert.equal(await printed("html", read(name, "input.json")), html);
    });

  test("draws 300 nodes and 1,000 edges", async () => {
    const edges = Array.from({ length: 1000 }, (_, i) => ({ from: i % 296, to: (i % 296) + 1 + Math.floor(i / 296) }));
    const html = await printed("html", { nodes: Array.from({ length: 300 }, (_, id) => ({ id })), edges });
    assertSafe(html);
    assert.equal(note(html), undefined);
    assert.equal(boxes(html).length, 300);
    assert.equal(html.split('class="head"').length, 1001);
  });
});

test("what is too much for a picture is a table, and too much for a table is counted", async () => {
  const path = fake("echo asked > \"${0%/*}/asked\"");
  const nodes = (length) => Array.from({ length }, (_, id) => ({ id }));
  const edges = (length) => Array.from({ length }, (_, i) => ({ from: i % 100, to: Math.floor(i / 100) }));
  const wide = await printed("html", { nodes: nodes(301), edges: edges(1) }, path);
  assert.equal(note(wide), "301 nodes, 1 edge, of which 300 and 1000 are the most");
  assert.equal(wide.split("<tr>").length, 303);
  const dense = await printed("html", { nodes: nodes(100), edges: edges(1001) }, path);
  assert.equal(note(dense), "100 nodes, 1,001 edges, of which 300 and 1000 are the most");
  assert.match(dense, /<p class="note">And 1 more\.<\/p>/);
  assert.equal(dense.split("<tr>").length, 1002);
  const large = { nodes: nodes(20000), edges: edges(10000) };
  const html = await printed("html", large, path);
  const md = await printed("md", large, path);
  assertSafe(html);
  assert.match(html, /<p class="note">And 28,900 more\.<\/p>/);
  assert.match(md, /\n- and 28900 more\n$/);
  assert.match(await printed("txt", large, path), /; and 28900 more\n$/);
  assert.ok(!existsSync(join(path, "asked")), "dot was asked");
});

describe("what is no graph", () => {
  const wrong = ["", "x", "1", "null", "[]", "{}", "[", '{"nodes": 1}', '{"nodes": {}, "edges": []}', '{"nodes": ["a"]}', '{"nodes": [{}]}', '{"nodes": [{"id": null}]}', '{"nodes": [{"id": 1.5}]}', '{"nodes": [{"id": true}]}', '{"nodes": [{"id": "a", "label": []}]}', '{"nodes": [{"id": "a", "url": {}}]}', '{"nodes": [{"id": "a", "group": false}]}', '{"nodes": [{"id": "a\\u0000b"}]}', '{"edges": [["a", "b"]]}', '{"edges": [{"from": "a"}]}', '{"edges": [{"to": "a"}]}', '{"edges": [{"from": "a", "to": "b", "label": {}}]}', '{"nodes": [], "title": 1}', '{"nodes": [{"id": "a"}], "edges": "b"}', '{"nodes": [{"id": "a"}]} x', "[".repeat(5000)];
  for (const json of wrong)
    test(json.slice(0, 60) || "nothing", async () => {
      for (const format of ["html", "md", "json"]) assert.equal(await printed(format, json), "not a graph\n");
    });
});

// Whatever is wrong with dot: the table alone, and why.
async function assertNotDrawn(path, reason, cwd = root) {
  const html = await printed("html", small, path, cwd);
  assertSafe(html);
  assert.equal(note(html), reason);
  assert.equal(html.replace(/<p.*<\/p>\n/, ""), read("small", "expected.html").replace(/<div class="scroll" role="group" aria-label="Picture"[^]*<summary>.*\n/, "").replace("</details>\n", ""));
}

test("dot is not installed", () => assertNotDrawn(bench, "the program dot of Graphviz is not installed"));
test("dot is none of the current folder's programs", () => assertNotDrawn(".::./", "the program dot of Graphviz is not installed", answering(answer)));
test("dot is a folder", () => {
  const path = join(bench, "folder");
  mkdirSync(join(path, "dot"), { recursive: true });
  return assertNotDrawn(path, "the program dot of Graphviz is not installed");
});
test("dot cannot be started", () => {
  const path = fake("");
  writeFileSync(join(path, "dot"), "#!/nonexistent/interpreter\n");
  return assertNotDrawn(path, "dot cannot be started: No such file or directory");
});
test("dot fails, after an answer", () => assertNotDrawn(fake(`cat <<'END'\n${answer}END\necho "<b>secret</b>" >&2; exit 3`), "dot failed with exit status 3"));
test("dot is killed", () => assertNotDrawn(fake("kill -SEGV $$"), "dot failed with exit status 139"));
test("dot prints without end", () => assertNotDrawn(fake("exec yes"), "dot printed more than 4194304 bytes"));
test("dot complains without end, and goes on", () => assertNotDrawn(fake("yes | head -c 1000000 >&2; exit 4"), "dot failed with exit status 4"));
test("dot wants a gigabyte", () => {
  const path = fake('dd if=/dev/zero of=/dev/null bs=1G count=1 2>/dev/null || exit 9\nexec cat "${0%/*}/answer"');
  writeFileSync(join(path, "answer"), answer);
  return assertNotDrawn(path, "dot failed with exit status 9");
});
test("dot answers without having read what it was asked", async () => {
  const edges = Array.from({ length: 1000 }, (_, i) => ({ from: i % 100, to: Math.floor(i / 100), label: `label ${i} of an edge` }));
  assert.equal(note(await printed("html", { edges }, fake("exec 0<&-; sleep 0.2; echo stop"))), "dot's answer was not understood");
});
test("dot neither ends nor says anything: it and what it started are killed", { concurrency: true }, async () => {
  const path = fake('sleep 300 & echo $! > "${0%/*}/pid"; wait');
  const closed = fake("exec 0<&- 1>&- 2>&-; exec sleep 300");
  const late = fake('cat "${0%/*}/answer"; sleep 300');
  writeFileSync(join(late, "answer"), answer);
  await Promise.all([path, closed, late].map((each) => assertNotDrawn(each, "dot took longer than 5 seconds")));
  const state = join("/proc", readFileSync(join(path, "pid"), "utf8").trim(), "stat");
  const lives = () => existsSync(state) && !/\) [ZX] /.test(readFileSync(state, "utf8"));
  for (let i = 0; lives() && i < 100; i += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(!lives());
});

describe("what is no answer to the question", () => {
  const lines = answer.split("\n");
  const change = (from, to) => {
    assert.ok(answer.includes(from), from);
    return answer.replace(from, to);
  };
  const node = lines.find((line) => line.startsWith("node n0"));
  const edge = lines.find((line) => line.startsWith("edge n0 n1"));
  const wrong = {
    "nothing": "", "rubbish": "\u0000\u00ff<script>\n", "only the end": "stop\n", "no end": change("stop\n", ""), "more after the end": `${answer}x`, "half": answer.slice(0, answer.length / 2),
    "a node too few": change(`${node}\n`, ""), "a node twice": change("node n1", "node n0"), "a node that was not asked for": change("node n3", "node n4"), "a node of another name": change("node n0", "node x0"), "a negative node": change("node n0", "node n-1"), "a node and a half": change("node n1", "node n1.5"),
    "an edge too few": change(`${edge}\n`, ""), "an edge twice": change("edge n0 n2", "edge n0 n1"), "an edge the other way": change("edge n0 n1", "edge n1 n0"), "an edge of no points": change(edge, "edge n0 n1 0 solid black"), "an edge of two points": change(edge, "edge n0 n1 2 0 0 1 0 solid black"), "an edge of fewer points than it says": change(edge, "edge n0 n1 7 0 0 1 0 0 0 1 0 solid black"), "an edge of a million points": change(edge, "edge n0 n1 1000000 0 0 solid black"),
    "a place outside": change(node, node.replace(/^(node n0) \S+/, "$1 99")), "a place that is no number": change(node, node.replace(/^(node n0) \S+/, "$1 nan")), "an infinite place": change(node, node.replace(/^(node n0) \S+/, "$1 1e999")), "a hexadecimal place": change(node, node.replace(/^(node n0) \S+/, "$1 0x1")), "a picture without end": change(lines[0], "graph 1 1e9 1e9"), "a picture of no size": change(lines[0], "graph 1 inf inf"), "another scale": change(lines[0], lines[0].replace("graph 1", "graph 2")), "a line too long": change(lines[0], `${lines[0]} 1`),
  };
  for (const [name, text] of Object.entries(wrong)) test(name, () => assertNotDrawn(answering(text), "dot's answer was not understood"));
  test("and the answer itself is one", async () => assert.equal(note(await printed("html", small, answering(answer))), undefined));
});

test("dot is told names of ours and sizes only, and nothing of the environment", async () => {
  const path = fake('tr "\\0" "\\n" < /proc/$$/environ > "${0%/*}/environ"; echo "$@" > "${0%/*}/arguments"; exec cat > "${0%/*}/question"');
  for (const name of names) {
    await printed("html", read(name, "input.json"), path);
    if (!existsSync(join(cases, name, "answer.plain"))) continue;
    const question = readFileSync(join(path, "question"), "utf8").split("\n").slice(4, -2);
    for (const line of question) assert.match(line, /^(n\d+ \[width=\d\.\d{4}\]|n\d+ -> n\d+( \[label=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="\d+" HEIGHT="16"><TR><TD><\/TD><\/TR><\/TABLE>>\])?);$/);
    assert.equal(question.length, boxes(read(name, "expected.html")).length + read(name, "expected.html").split('class="edge"').length - 1, name);
    assert.equal(readFileSync(join(path, "environ"), "utf8"), "LC_ALL=C\nHOME=/nonexistent\n");
    assert.equal(readFileSync(join(path, "arguments"), "utf8"), "-Tplain\n");
  }
});
