// What "tower check" says of the files that a build wrote: a built site, then damaged.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { demo, folder, now, tower } from "../tower.mjs";

const url = "https://example.org/tower/";
const conf = `[site]\n\turl = ${url}\n[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n`;
const built = demo(conf);
const building = tower(["build", "-C", built, "--now", now]);
assert.equal(building.status, 0, building.stderr);

// The warnings, without their "warning: ", of a copy of the site that DAMAGE was done to.
function inspect(damage) {
  const cwd = folder();
  cpSync(built, cwd, { recursive: true });
  damage(cwd);
  const { status, stdout, stderr } = tower(["check"], { cwd });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  const lines = stdout.trimEnd().split("\n");
  const last = lines.pop();
  assert.match(last, lines.length ? /^site\.conf: 1 sources, \d editions; warnings: \d+$/ : /; nothing wrong$/);
  return lines.map((line) => line.replace(/^warning: /, ""));
}

function write(cwd, name, text) {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

// Takes the place of all that was built: the manifest lists these files and no others.
function output(files, listed = Object.keys(files)) {
  return (cwd) => {
    rmSync(join(cwd, "public"), { recursive: true });
    for (const [name, text] of Object.entries(files)) write(cwd, `public/${name}`, text);
    write(cwd, "public/manifest.json", JSON.stringify({ files: Object.fromEntries(listed.map((name) => [name, {}])) }));
  };
}
const page = (body) => `<!doctype html>\n<html lang="en">\n<title>A page</title>\n${body}\n`;
const of = (files, listed) => inspect(output(files, listed));
const nowhere = (place, address, why) => `public/${place}: the link to '${address}' leads nowhere: ${why}`;

test("what is built has nothing wrong", () => assert.deepEqual(inspect(() => {}), []));

test("a manifest lists paths, or has them as keys", () => {
  const broken = (files) => (cwd) => {
    output({ "a.html": page("<a href=b.html>b</a>") })(cwd);
    write(cwd, "public/manifest.json", JSON.stringify({ files }));
  };
  const warnings = [nowhere("a.html:4", "b.html", "there is no file b.html")];
  assert.deepEqual(inspect(broken(["a.html"])), warnings);
  assert.deepEqual(inspect(broken({ "a.html": { hash: "x" } })), warnings);
  assert.deepEqual(inspect(broken([])), []);
});

test("without a manifest nothing is looked at", () => {
  assert.deepEqual(inspect((cwd) => {
    write(cwd, "public/index.html", page("<a href=b.html>b</a>"));
    rmSync(join(cwd, "public/manifest.json"));
  }), []);
});

for (const text of ["", "{", "[]", "{}", '{"files": "a.html"}'])
  test(`a manifest that is none: ${text}`, () => {
    assert.deepEqual(inspect((cwd) => write(cwd, "public/manifest.json", text)), ["public/manifest.json: is not what a build wrote"]);
  });

test("files of the manifest that are not there", () => {
  assert.deepEqual(inspect((cwd) => rmSync(join(cwd, "public/style.css"))).slice(0, 1), ["public/manifest.json: there is no file style.css"]);
  assert.deepEqual(of({ "a/b.txt": "b" }, ["a", "a/b.txt", "a//b.txt", "a/../a/b.txt", "../site.conf", "/etc/passwd", "", "b\nc"]), [
    "public/manifest.json: there is no file a",
    "public/manifest.json: there is no file a//b.txt",
    "public/manifest.json: there is no file a/../a/b.txt",
    "public/manifest.json: there is no file ../site.conf",
    "public/manifest.json: there is no file /etc/passwd",
    "public/manifest.json: there is no file ",
    "public/manifest.json: there is no file b c",
  ]);
});

test("files that are too large", () => {
  const files = { "a.html": page(""), "b.html": page(""), "c.md": "", "d.json": "", "e.json": "" };
  const sizes = { "a.html": 2000000, "b.html": 2000001, "c.md": 2000001, "d.json": 52428800, "e.json": 52428801 };
  assert.deepEqual(inspect((cwd) => {
    output(files)(cwd);
    for (const [name, size] of Object.entries(sizes)) truncateSync(join(cwd, "public", name), size);
  }), [
    "public/b.html: has 2000001 bytes, should have no more than 2000000",
    "public/c.md: has 2000001 bytes, should have no more than 2000000",
    "public/e.json: has 52428801 bytes, should have no more than 52428800",
  ]);
});

test("ids that stand twice", () => {
  const html = page(`<main id="a"><p
id="b">
<svg role="img"><title id="a">a</title><path id="c"/><g id="C"></g></svg>
<!-- <p id="c"> --><script>"<p id='c'>"</script> &lt;p id="c"&gt; <bdi title='<p id="c">'></bdi>
<section ID=b></section><a id="d" name="d"></a><a name="d"></a><input name="c"><i id=""></i><i id=""></i>
<b id="a"></b></main>`);
  assert.deepEqual(of({ "x.html": html, "y.html": page('<i id="a"></i>') }), [
    "public/x.html:6: the id 'a' stands twice, first on line 4",
    "public/x.html:9: the id 'a' stands twice, first on line 4",
    "public/x.html:8: the id 'b' stands twice, first on line 5",
    "public/x.html:8: the id 'd' stands twice, first on line 8",
  ]);
});

test("links to files that are not there", () => {
  const html = page(`<a href="b.html">b</a>
<a href='../a/c.html?x=1#d'>c</a>
<img src=d.png alt=""><video poster="e.png"></video>
<svg><use xlink:href="f.svg#i"/><image href="g.png"/></svg>
<link rel="stylesheet" href="STYLE.css">
<a href="h%20i.html">h</a> <a href="j&amp;k.html">j</a> <a href=" l.html">l</a>
<a href="empty">m</a> <a href="odd">m</a> <a href="..">m</a> <a href="${url}n.html">n</a> <a href="${url}a/o.html#p">o</a>
<!-- <a href="q.html"> --> <script>"<a href='r.html'>"</script> <p title="<a href='s.html'>">&lt;a href="t.html"&gt;</p>`);
  assert.deepEqual(of({ "a/x.html": html, "a/style.css": "", "a/empty/y.txt": "", "a/odd/index.html/y.txt": "" }), [
    nowhere("a/x.html:4", "b.html", "there is no file a/b.html"),
    nowhere("a/x.html:5", "../a/c.html?x=1#d", "there is no file a/c.html"),
    nowhere("a/x.html:6", "d.png", "there is no file a/d.png"),
    nowhere("a/x.html:6", "e.png", "there is no file a/e.png"),
    nowhere("a/x.html:7", "f.svg#i", "there is no file a/f.svg"),
    nowhere("a/x.html:7", "g.png", "there is no file a/g.png"),
    nowhere("a/x.html:8", "STYLE.css", "there is no file a/STYLE.css"),
    nowhere("a/x.html:9", "h%20i.html", "there is no file a/h i.html"),
    nowhere("a/x.html:9", "j&k.html", "there is no file a/j&k.html"),
    nowhere("a/x.html:9", "l.html", "there is no file a/l.html"),
    nowhere("a/x.html:10", "empty", "there is no file a/empty"),
    nowhere("a/x.html:10", "odd", "there is no file a/odd"),
    nowhere("a/x.html:10", "..", "there is no file index.html"),
    nowhere("a/x.html:10", `${url}n.html`, "there is no file n.html"),
    nowhere("a/x.html:10", `${url}a/o.html#p`, "there is no file a/o.html"),
  ]);
});

test("links to fragments that are not there", () => {
  const x = page(`<a href="#a">a</a> <a href="#B">b</a> <a href="x.html#c">c</a> <a href="?#d">d</a>
<svg><use href="#e"/></svg>
<a href="y.html#f">f</a> <a href="sub#g">g</a> <a href="sub/#h">h</a> <a href="${url}#i">i</a> <a href="${url}y.html#%6A">j</a>
<i id="b"></i>`);
  assert.deepEqual(of({ "index.html": page(""), "sub/index.html": page("<i id=G></i>"), "x.html": x, "y.html": page("<!--<i id=f>-->") }), [
    nowhere("x.html:4", "#a", "nothing in x.html has the id 'a'"),
    nowhere("x.html:4", "#B", "nothing in x.html has the id 'B'"),
    nowhere("x.html:4", "x.html#c", "nothing in x.html has the id 'c'"),
    nowhere("x.html:4", "?#d", "nothing in x.html has the id 'd'"),
    nowhere("x.html:5", "#e", "nothing in x.html has the id 'e'"),
    nowhere("x.html:6", "y.html#f", "nothing in y.html has the id 'f'"),
    nowhere("x.html:6", "sub#g", "nothing in sub/index.html has the id 'g'"),
    nowhere("x.html:6", "sub/#h", "nothing in sub/index.html has the id 'h'"),
    nowhere("x.html:6", `${url}#i`, "nothing in index.html has the id 'i'"),
    nowhere("x.html:6", `${url}y.html#%6A`, "nothing in y.html has the id 'j'"),
  ]);
});

test("links that lead somewhere", () => {
  const x = page(`<a href="">x</a> <a href="#">x</a> <a href="#top">x</a> <a href="#TOP">x</a> <a href>x</a>
<a href="#%C3%A9">x</a> <a href="#&eacute;">x</a> <i id="é"></i> <a href="x.html#a&amp;b">x</a> <i id="a&amp;b"></i>
<a href="sub">x</a> <a href="sub/">x</a> <a href="./sub/../sub/y.html#name">x</a> <a href="${url}">x</a> <a href="${url}sub/#y">x</a>
<a href="https://example.org/">x</a> <a href="https://example.org/other/z.html">x</a> <a href="//example.org/z.html">x</a>
<a href="mailto:z.html">x</a> <a href="data:,z.html">x</a> <a href="http:z.html">x</a> <a href="style.css#z">x</a>
<a href="more.txt">x</a> <a href="unlisted.html#any">x</a> <a href="linked.html">x</a> <a href="x.md#z-1">x</a>`);
  const files = {
    "x.html": x, "x.md": "# Z\n\n# Z\n", "style.css": "", "index.html": page(""),
    "sub/index.html": page('<i id="y"></i>'), "sub/y.html": page('<a name="name"></a><a href="../x.html#é">x</a>'),
  };
  assert.deepEqual(inspect((cwd) => {
    output(files)(cwd);
    write(cwd, "public/more.txt", "");
    write(cwd, "public/unlisted.html", page("<a href=z.html>z</a>"));
    symlinkSync("x.html", join(cwd, "public/linked.html"));
  }), []);
});

test("links that lead out of the folder", () => {
  const out = ["/x.html", "/tower/x.html", "../x.html", "../public/x.html", "a/../../x.html", "%2e%2e/x.html", `${url}../x.html`, ".."];
  assert.deepEqual(
    of({ "x.html": page(out.map((address) => `<a href="${address}">x</a>`).join("\n")), "sub/y.html": page('<a href="../x.html">x</a>\n<a href="../../x.html">x</a>') }),
    [...out.map((address, i) => `public/x.html:${i + 4}: the link to '${address}' leads out of the folder`), "public/sub/y.html:5: the link to '../../x.html' leads out of the folder"],
  );
});

test("without an address of the site every absolute link leads elsewhere", () => {
  assert.deepEqual(inspect((cwd) => {
    output({ "x.html": page(`<a href="${url}z.html">z</a>`) })(cwd);
    write(cwd, "site.conf", conf.replace(/.*url = .*\n/, ""));
  }), []);
});

test("links of Markdown", () => {
  const md = `# The *first* \`part\` of 2_3

[a](b.md) ![c](d.png "title") [e](<f g.md>) [h](i\\_j.md) [k](../l.md)
| [m](n.md#o) | \`[p](q.md)\` \`\` \` [r](s.md) \`\` [t](u.md) \`[v](w.md)

> [x](quoted.md)

    [y](indented.md)

~~~~ md
[z](fenced.md)
\`\`\`
~~~
[z](fenced.md)
~~~~
\\[a\\]\\(b2.md\\) [a\\](b3.md) a](b4.md) [5](b5.md)
[6](#the-first-part-of-2_3) [7](#The-First) [8](y.md#Z) [9](y.md#z-1) [10](y.md#z-x) [11](y.md#here) [12](y.html#no) [13](${url}y.md#no)
`;
  assert.deepEqual(of({ "x.md": md, "y.md": '## z\n\n## z\n\n<a id="here"></a> [x](x.md)\n#no\n```\n# no\n```\n', "y.html": page("") }), [
    "public/x.md:3: the link to '../l.md' leads out of the folder",
    nowhere("x.md:17", "#The-First", "nothing in x.md has the id 'The-First'"),
    nowhere("x.md:3", "b.md", "there is no file b.md"),
    nowhere("x.md:3", "d.png", "there is no file d.png"),
    nowhere("x.md:3", "f g.md", "there is no file f g.md"),
    nowhere("x.md:3", "i_j.md", "there is no file i_j.md"),
    nowhere("x.md:4", "n.md#o", "there is no file n.md"),
    nowhere("x.md:4", "u.md", "there is no file u.md"),
    nowhere("x.md:4", "w.md", "there is no file w.md"),
    nowhere("x.md:16", "b4.md", "there is no file b4.md"),
    nowhere("x.md:16", "b5.md", "there is no file b5.md"),
    nowhere("x.md:17", "y.md#z-x", "nothing in y.md has the id 'z-x'"),
    nowhere("x.md:17", "y.html#no", "nothing in y.html has the id 'no'"),
    nowhere("x.md:17", `${url}y.md#no`, "nothing in y.md has the id 'no'"),
  ]);
});

test("a link that many pages have is told once, with their number", () => {
  const files = { "a.html": page('<a href="z.html">z</a>'), "b/c.html": page('\n<a href="../z.html">z</a> <a href="../z.html#y">z</a>'), "d.html": page('<a href="z.html">z</a>') };
  assert.deepEqual(of(files), [
    nowhere("a.html:4", "z.html", "there is no file z.html; so do 2 more"),
    nowhere("b/c.html:5", "../z.html#y", "there is no file z.html"),
  ]);
});

test("of each kind the first 20 are told, and the number of the rest", () => {
  const count = (n, text) => Array.from({ length: n }, (_, i) => text(i)).join("\n");
  const cwd = folder();
  cpSync(built, cwd, { recursive: true });
  output({ "x.html": page(`${count(20, (i) => `<a href="../${i}">x</a>`)}\n${count(23, (i) => `<a href="${i}">x</a>`)}\n${count(22, () => '<i id="i"></i>')}`) })(cwd);
  const { status, stdout } = tower(["check"], { cwd });
  assert.equal(status, 0);
  const lines = stdout.trimEnd().split("\n");
  assert.deepEqual(lines, [
    ...Array.from({ length: 20 }, (_, i) => `warning: public/x.html:${48 + i}: the id 'i' stands twice, first on line 47`),
    "warning: public: and 1 more ids that stand twice",
    ...Array.from({ length: 20 }, (_, i) => `warning: public/x.html:${4 + i}: the link to '../${i}' leads out of the folder`),
    ...Array.from({ length: 20 }, (_, i) => `warning: ${nowhere(`x.html:${24 + i}`, i, `there is no file ${i}`)}`),
    "warning: public: and 3 more links that lead nowhere",
    "site.conf: 1 sources, 1 editions; warnings: 64",
  ]);
});

test("what a page holds cannot drive a terminal or fill it", () => {
  const html = page(`<a href="a&#10;b&#9;c\x1b[31m&#x202E;d">x</a> <a href="#${"é".repeat(300)}">x</a> <i id="\x1b&#10;"></i><i id="\x1b&#10;"></i>`);
  assert.deepEqual(of({ "x.html": html }), [
    "public/x.html:4: the id '⟨U+001B⟩ ' stands twice, first on line 4",
    nowhere("x.html:4", `#${"é".repeat(99)}...`, `nothing in x.html has the id '${"é".repeat(100)}...'`),
    nowhere("x.html:4", "a b c⟨U+001B⟩[31m⟨U+202E⟩d", "there is no file a b c⟨U+001B⟩[31m⟨U+202E⟩d"),
  ]);
});

// Files are read in blocks: every tag comes to lie across the end of one.
test("a long page is read as a whole", () => {
  const lines = Array.from({ length: 9000 }, (_, i) => `<p id="é${i}"><a href="y.html#é${i}" title="${"t".repeat(i % 17)}">é</a>`);
  const files = { "x.html": page(lines.join("\n")), "y.html": page(lines.join("\n").replace('id="é4321"', 'id="é-4321"').replaceAll("y.html", "x.html")) };
  assert.deepEqual(of(files), [nowhere("x.html:4325", "y.html#é4321", "nothing in y.html has the id 'é4321'")]);
});

test("pages that are broken off or nothing but bytes are read to their end", () => {
  const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256));
  assert.deepEqual(of({ "a.html": "<a href='b.html", "b.html": bytes, "c.md": bytes, "d.html": "", "e.md": "[a](", "f.html": "\xff<a href=g.html>" }).filter((line) => !/(b\.html|c\.md):/.test(line)), [
    nowhere("f.html:1", "g.html", "there is no file g.html"),
  ]);
});

test("every edition's folder for itself", () => {
  assert.deepEqual(inspect((cwd) => {
    write(cwd, "site.conf", `${conf}[edition "public"]\n\tzones = public\n\toutput = public\n[edition "all"]\n\tzones = public, internal\n\toutput = out/all\n[edition "unbuilt"]\n\tzones = public\n\toutput = unbuilt\n`);
    output({ "a.html": page("") })(cwd);
    write(cwd, "out/all/x.html", page('<a href="a.html">a</a> <a href="../../public/a.html">a</a>'));
    write(cwd, "out/all/manifest.json", '{"files": ["x.html"]}');
  }), [
    "out/all/x.html:4: the link to '../../public/a.html' leads out of the folder",
    "out/all/x.html:4: the link to 'a.html' leads nowhere: there is no file a.html",
  ]);
});
