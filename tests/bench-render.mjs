// Rendering a portfolio, beside Hugo making comparable pages of the same data and beside
// copying the finished site on the same disk.
//
// Comparable: each repository has a page in HTML, Markdown and JSON with the same facts, score,
// findings, issues and notes on what was read; Hugo is given what the program says of them in
// JSON. The same issues have a text, which the program puts through cmark-gfm and Hugo through
// goldmark, as it comes. A list of all repositories is made in the three formats. Both may use
// all processors, and write into a folder that is new. Neither waits for the disk: what was
// written before is brought there ahead of each measurement.
//
// Not comparable: the program asks a database for each page; Hugo finds its data made ready, as
// front matter in JSON, which it reads faster than YAML. The program makes safe what is not
// trusted, in processes of its own, and formats texts anew for its Markdown pages; Hugo prints
// them there as they are. Only the program makes desk, checks and sources, keeps a manifest and
// notes what it made, so that the next run can leave out what is as it was; Hugo begins anew
// each time. Its taxonomies, feeds, site map, home and error pages are switched off.
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { edit } from "./snapshot/edit.mjs";
import { now, program } from "./tower.mjs";

// Hugo's site: its configuration and layouts, and the content made from the program's JSON.

const config = `
baseURL = "https://example.org/"
title = "Control Tower"
uglyURLs = true
disableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[mediaTypes."text/markdown"]
suffixes = ["md"]
[outputFormats.MD]
mediaType = "text/markdown"
isPlainText = true
[outputs]
page = ["HTML", "MD", "JSON"]
section = ["HTML", "MD", "JSON"]
`;

const base = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{ .Title }} – {{ site.Title }}</title>
<link rel="stylesheet" href="/style.css">
{{ with .OutputFormats.Get "MD" }}<link rel="alternate" type="text/markdown" href="{{ .RelPermalink }}">{{ end }}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site">
<p><a href="/index.html">{{ site.Title }}</a></p>
<nav aria-label="Site">
<ul>
<li><a href="/index.html">Desk</a></li>
<li><a href="/repo.html">Repositories</a></li>
<li><a href="/checks.html">Checks</a></li>
<li><a href="/sources.html">Sources</a></li>
<li><a href="/about.html">About</a></li>
</ul>
</nav>
</header>
<main id="main" tabindex="-1">
{{ block "main" . }}{{ end }}
</main>
<footer class="site">
<p>Edition: public. {{ with .OutputFormats.Get "MD" }}<a href="{{ .RelPermalink }}" type="text/markdown">This page as Markdown</a>.{{ end }}</p>
</footer>
</body>
</html>
`;

// What is said of a row, the same in both formats.
const known = (name) => `{{ if ne .${name} nil }}{{ .${name} }}{{ else }}unknown{{ end }}`;
const optional = (name) => `{{ with .${name} }}{{ . }}{{ end }}`;
const date = (name) => `{{ with .${name} }}{{ time.Format "2006-01-02" . }}{{ else }}unknown{{ end }}`;
const points = (name) => `{{ if ne .${name} nil }}{{ printf "%.1f" .${name} }}{{ else }}unknown{{ end }}`;
const facts = {
  Address: "{{ .url }}", Source: "{{ .source }} ({{ .system }})", Visibility: "{{ .visibility }}", "Default branch": "{{ .default_branch }}", Protected: "{{ .protected }}",
  "State of CI": known("ci_state"), "Latest release": "{{ .latest_release }}", Language: "{{ .language }}", Licence: "{{ .license }}", Commits: known("commits"),
  Contributors: known("contributors"), Branches: known("branches"), Tags: known("tags"), Created: date("created"), "First commit": date("first_commit"),
  "Last commit": date("last_commit"), "Last push": date("pushed"), Stars: known("stars"), Forks: known("forks"), "Open items": known("open_items"), "Size in kB": known("size_kb"),
};
// Of sections without a row here: where it is said why.
const without = { Releases: "releases", "Runs of workflows": "runs", Dependencies: "dependencies", Languages: "", Contributors: "", "Commits by day and by month": "" };

// Tables for one format: LINK leads to an issue, DRAW(rows, { heading: cell }) makes a table.
const tables = (link, draw) => ({
  health: draw(".health", { Component: "{{ .component }}", Points: points("earned"), of: "{{ .maximum }}", Evidence: "{{ .reason }}", "What would help": optional("remedy") }),
  findings: draw(".findings", { Severity: "{{ .severity }}", Finding: `{{ .message }} ${link}`, Evidence: "{{ .rule }}: {{ .evidence }}", "What would help": optional("remedy") }),
  closed: draw(".closed", { Item: link, Kind: "{{ .kind }}", Result: "{{ .result }}", Opened: date("opened"), Closed: date("ended") }),
  alerts: draw(".alert_kinds", { Kind: "{{ .label }}", Open: known("open"), "Critical or high": known("severe"), "Why it is not known": optional("words") }),
  traffic: draw(".traffic", { What: "{{ .label }}", Times: known("seen"), "Most visitors on a day": known("busiest"), "Why it is not known": optional("words") }),
  community: draw(".community", { What: "{{ .what }}", There: "{{ .answer }}", Files: optional("paths") }),
  origins: draw(".origins", { Declaration: "{{ .declaration }}", Rows: "{{ .rows }}", "What it gives": "{{ .summary }}" }),
  missing: draw(".missing", { Declaration: "{{ .declaration }}", Outcome: "{{ .outcome }}", Reason: "{{ .reason }}", "Last up to date": `{{ with .loaded }}{{ time.Format "2006-01-02" . }}{{ else }}never{{ end }}`, "What it gives": "{{ .summary }}" }),
  repos: (page) => draw(".Pages.ByTitle", {
    Repository: page, Health: `${optional("Params.data.this.grade")} ${points("Params.data.this.score")}`, "Last commit": date("Params.data.this.pushed"), Commits: known("Params.data.this.commits"),
    Contributors: known("Params.data.this.contributors"), "Open issues": "{{ (index .Params.data.open 0).open_issues }}", "Open pull requests": "{{ (index .Params.data.open 0).open_pulls }}",
    Language: "{{ .Params.data.this.language }}", Licence: "{{ .Params.data.this.license }}", Source: "{{ .Params.data.this.source }}",
  }),
});

function htmlTable(rows, columns) {
  const head = Object.keys(columns).map((heading) => `<th scope="col">${heading}</th>`);
  const cells = Object.entries(columns).map(([heading, cell], n) => (n ? `<td data-label="${heading}"><bdi>${cell}</bdi></td>` : `<th scope="row"><bdi>${cell}</bdi></th>`));
  return `<div class="scroll" role="region" tabindex="0">\n<table class="stack">\n<thead>\n<tr>${head.join("")}</tr>\n</thead>\n<tbody>\n{{ range ${rows} -}}\n<tr>${cells.join("")}</tr>\n{{ end -}}\n</tbody>\n</table>\n</div>`;
}
const html = tables('{{ if .number }}<a href="{{ .url }}">#{{ .number }} <bdi>{{ or .issue .title }}</bdi></a>{{ end }}', htmlTable);
const htmlSection = (id, heading, text) => `<section aria-labelledby="${id}">\n<h2 id="${id}">${heading}</h2>\n${text}\n</section>`;
const htmlPage = `{{ define "main" }}{{ with .Params.data -}}
{{ with .this -}}
<h1><bdi>{{ .repo }}</bdi></h1>
<p class="facts">{{ if eq .archived "1" }}<span class="badge">archived</span> {{ end }}<span class="badge demo">demo</span> {{ range .topics }}<bdi class="label">{{ . }}</bdi> {{ end }}</p>
<p><bdi>{{ .description }}</bdi></p>
<aside class="banner demo" aria-label="Demo data"><strong>Demo:</strong> this repository comes from a recording and is invented. Decide nothing by it.</aside>
<p class="grade-line"><a class="grade {{ .grade }}" href="#health">Grade {{ or .grade "unknown" }}</a> <span>Health <strong>${points("score")}</strong> of 100, made from <a href="#health">these components</a>.</span></p>
${htmlSection("facts", "Facts", `<dl class="facts-list">\n${Object.entries(facts).map(([name, value]) => `<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`).join("\n")}\n</dl>`)}
{{ end -}}
${htmlSection("health", "Health", `<p><bdi>{{ .this.score_reason }}</bdi>. What is not known counts neither way. <a href="/checks.html#passes">How it is computed</a>.</p>\n${html.health}`)}
${htmlSection("findings", 'Findings <span class="count">{{ len .findings }}</span>', html.findings)}
<section aria-labelledby="open">
<h2 id="open">Open issues and pull requests</h2>
<p class="note">{{ with index .open 0 }}Issues: {{ .open_issues }}. Pull requests: {{ .open_pulls }}.{{ end }} The most urgent first.</p>
{{ range .issues -}}
<article class="issue" id="issue-{{ .number }}" aria-labelledby="title-{{ .number }}">
<h3 id="title-{{ .number }}"><a href="{{ .url }}"><bdi>{{ .title }}</bdi></a></h3>
<p class="facts">{{ with .urgency }}<span class="badge {{ . }}">{{ . }}</span> {{ end }}{{ with .points }}{{ . }} points {{ end }}{{ .kind }} #{{ .number }} {{ if eq .blocked "1" }}<span class="badge">blocked</span> {{ end }}{{ range .labels }}<bdi class="label">{{ . }}</bdi> {{ end }}</p>
<p class="why">{{ with .reason }}<bdi>{{ . }}</bdi>{{ else }}Not ranked.{{ end }}</p>
<p class="facts">Opened ${date("opened")} by <bdi>{{ .author }}</bdi>, last touched ${date("touched")}, assigned to {{ with .assigned }}<bdi>{{ . }}</bdi>{{ else }}nobody{{ end }}.</p>
<details><summary>Text</summary>
<div class="text">
{{ .body | markdownify }}
</div>
</details>
</article>
{{ end -}}
</section>
${htmlSection("closed", "Recently closed", html.closed)}
${Object.entries(without).map(([heading, why], n) => htmlSection(`without-${n}`, heading, why ? `<p><strong>Unknown:</strong> <bdi>{{ (index .told 0).${why} }}</bdi>, see <a href="#origin">where this comes from</a>.</p>` : "<p>Unknown.</p>")).join("\n")}
${htmlSection("alerts", "Security alerts", html.alerts)}
${htmlSection("traffic", "Traffic", html.traffic)}
${htmlSection("community", "How it is run", html.community)}
${htmlSection("origin", "Where this comes from", `${html.origins}\n${html.missing}\n{{ range .barred }}<p><strong>Not permitted</strong> (<bdi>{{ .reason }}</bdi>): {{ .names }}.</p>{{ end }}`)}
{{ end }}{{ end }}
`;

const mdTable = (rows, columns) => `| ${Object.keys(columns).join(" | ")} |\n|${" :-- |".repeat(Object.keys(columns).length)}\n{{ range ${rows} -}}\n| ${Object.values(columns).join(" | ")} |\n{{ end }}`;
const md = tables("{{ if .number }}[#{{ .number }} {{ or .issue .title }}]({{ .url }}){{ end }}", mdTable);
const mdHead = "[Desk](/index.md) · [Repositories](/repo.md) · [Checks](/checks.md) · [Sources](/sources.md) · [About](/about.md)\n";
const mdPage = `{{ with .Params.data }}${mdHead}
# {{ .this.repo }}

{{ .this.description }}

> **Demo:** this repository comes from a recording and is invented. Decide nothing by it.

## Facts
{{ with .this }}
${Object.entries(facts).map(([name, value]) => `- ${name}: ${value}`).join("\n")}

## Health

**Grade {{ or .grade "unknown" }}**, ${points("score")} of 100. {{ .score_reason }}. What is not known counts neither way.
{{ end }}
${md.health}
## Findings ({{ len .findings }})

${md.findings}
## Open issues and pull requests

{{ with index .open 0 }}Issues: {{ .open_issues }}. Pull requests: {{ .open_pulls }}.{{ end }} The most urgent first.
{{ range .issues }}
### #{{ .number }} [{{ .title }}]({{ .url }})

- {{ .kind }}{{ with .urgency }}, urgency {{ . }}{{ end }}{{ with .points }}, {{ . }} points{{ end }}{{ if eq .blocked "1" }}, blocked{{ end }}
- Why: {{ or .reason "not ranked" }}
- Labels: {{ .label_names }}
- Opened ${date("opened")} by {{ .author }}, last touched ${date("touched")}, assigned to {{ or .assigned "nobody" }}

> {{ replace .body "\\n" "\\n> " }}
{{ end }}
## Recently closed

${md.closed}
${Object.entries(without).map(([heading, why]) => `## ${heading}\n\n${why ? `**Unknown:** {{ (index .told 0).${why} }}, see "Where this comes from".` : "Unknown."}\n`).join("\n")}
## Security alerts

${md.alerts}
## Traffic

${md.traffic}
## How it is run

${md.community}
## Where this comes from

${md.origins}
${md.missing}
{{ range .barred }}**Not permitted** ({{ .reason }}): {{ .names }}.{{ end }}
{{ end }}`;

const listed = "source repo path demo grade score pushed commits contributors open_items language license archived fork template empty shallow visibility".split(" ");
const layouts = {
  "_default/baseof.html": base,
  "repo/single.html": htmlPage,
  "repo/single.md": mdPage,
  "repo/single.json": "{{ .Params.data | jsonify }}\n",
  "repo/list.html": `{{ define "main" }}<h1>Repositories</h1>\n<p>Repositories: {{ len .Pages }}</p>\n${html.repos('<a href="{{ .RelPermalink }}">{{ .Title }}</a>')}\n{{ end }}\n`,
  "repo/list.md": `${mdHead}\n# Repositories\n\nRepositories: {{ len .Pages }}\n\n${md.repos('[{{ .Title }}]({{ with .OutputFormats.Get "MD" }}{{ .RelPermalink }}{{ end }})')}`,
  "repo/list.json": `{"repos": [\n{{ range $n, $page := .Pages.ByTitle }}{{ if $n }},\n{{ end }}{{ with $page.Params.data.this }}{{ dict ${listed.map((name) => `"${name}" .${name}`).join(" ")} | jsonify }}{{ end }}{{ end }}]}\n`,
};

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

// Hugo's site in PATH, of the repositories' pages in FOLDER, as the program made them in JSON.
function writeHugo(path, folder) {
  write(join(path, "config.toml"), config);
  for (const [name, text] of Object.entries(layouts)) write(join(path, "layouts", name), text);
  write(join(path, "content/repo/_index.md"), '{"title": "Repositories"}\n');
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    const data = JSON.parse(readFileSync(join(folder, name), "utf8"));
    write(join(path, "content/repo", name.replace(".json", ".md")), `${JSON.stringify({ title: data.this.repo, data }, null, 1)}\n`);
  }
}

// Measuring.

// Runs a command, with the disk at rest before; gives { time, cpu, memory } in seconds and MB.
function timed(command, ...args) {
  spawnSync("sync");
  const start = process.hrtime.bigint();
  const result = spawnSync("/usr/bin/time", ["-f", "%M %U %S", command, ...args], { encoding: "utf8", env: { ...process.env, SOURCE_DATE_EPOCH: "" } });
  const time = Number(process.hrtime.bigint() - start) / 1e9;
  if (result.error || result.status) throw result.error ?? new Error(result.stderr + result.stdout);
  const [kilobytes, user, system] = result.stderr.trim().split("\n").pop().split(" ").map(Number);
  return { time, cpu: user + system, memory: kilobytes / 1024 };
}

const render = (path) => ["render", "-C", path, "--now", now, "-q"];

// How many files are in a folder, and how many MB.
function weigh(path) {
  const sizes = spawnSync("find", [path, "-type", "f", "-printf", "%s\n"], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout.trim().split("\n").map(Number);
  return { files: sizes.length, size: sizes.reduce((sum, size) => sum + size, 0) / 1e6 };
}

// A site of its own with the same snapshot, from which nothing was rendered yet.
function fresh(path, name) {
  const site = join(path, name);
  for (const folder of ["data", "recordings"]) mkdirSync(join(site, folder), { recursive: true });
  for (const file of ["site.conf", "data/tower.db"]) copyFileSync(join(path, file), join(site, file));
  return site;
}

const run = (path) => timed(program, ...render(path));

// From now on the site is rendered into another folder.
function redirect(site, output) {
  appendFileSync(join(site, "site.conf"), `[edition "public"]\n\tzones = public\n\toutput = ${output}\n`);
}

// Changes a title without asking the source again, and makes sure that the page shows it.
function retitled(site, output, title) {
  edit(site, `UPDATE issue SET title = '${title}' WHERE repo = 'o/r1' AND number = 1`);
  const figures = run(site);
  if (!readFileSync(join(site, output, "repo/bench/o/r1.html"), "utf8").includes(title)) throw new Error("the page does not show the new title");
  return figures;
}

const least = (runs) => runs.reduce((first, second) => (second.time < first.time ? second : first));

// The processes below PID with their depth; itself is 0. Those at 2 render Markdown for the
// helpers at 1.
function* family(pid, depth = 0) {
  yield [pid, depth];
  for (const child of readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean)) yield* family(child, depth + 1);
}

const kilobytes = (pid, file, name) => Number(readFileSync(`/proc/${pid}/${file}`, "utf8").match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))?.[1] ?? 0);

// What there is in memory at this moment, what several processes share counted once.
function sample(pid, peak) {
  const sum = [0, 0];
  try {
    for (const [member, depth] of family(pid)) {
      const kind = Number(depth > 1);
      peak.largest[kind] = Math.max(peak.largest[kind], kilobytes(member, "status", "VmHWM") / 1024);
      sum[kind] += kilobytes(member, "smaps_rollup", "Pss") / 1024;
    }
  } catch {
    return; // one of them has just ended
  }
  for (const kind of [0, 1]) peak.sum[kind] = Math.max(peak.sum[kind], sum[kind]);
}

// Peaks in MB: [the program's own processes, those that render Markdown].
async function watched(site) {
  const peak = { largest: [0, 0], sum: [0, 0] };
  const child = spawn(program, render(site), { stdio: "ignore" });
  const timer = setInterval(() => sample(child.pid, peak), 10);
  const status = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(timer);
  if (status) throw new Error(`rendering ended with ${status}`);
  return peak;
}

// Several rounds, each measuring everything once: what else the machine does meets all alike.
function compare(path, count) {
  const runs = { first: [], cached: [], hugo: [], copy: [] };
  const hasHugo = !spawnSync("hugo", ["version"]).error;
  let site;
  for (let round = 0; round < (count > 5000 ? 2 : 3); round++) {
    site = fresh(path, `site-${round}`);
    runs.first.push(run(site));
    redirect(site, "second");
    runs.cached.push(run(site));
    if (hasHugo) {
      if (!round) writeHugo(join(path, "hugo"), join(site, "public/repo/bench/o"));
      runs.hugo.push(timed("hugo", "--quiet", "--noBuildLock", "--source", join(path, "hugo"), "--cacheDir", join(site, "hugo-cache"), "--destination", join(site, "hugo")));
    }
    runs.copy.push(timed("cp", "-r", join(site, "public"), join(site, "copy")));
  }
  const figures = Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, all.length ? least(all) : null]));
  figures.none = least([1, 2, 3].map(() => run(site)));
  figures.one = least([1, 2, 3].map((n) => retitled(site, "second", `Another title ${n}`)));
  return { ...figures, site };
}

const seconds = ({ time }) => `${time.toFixed(time < 1 ? 3 : 2)} s`;
const percent = (part, whole) => `${((100 * part.time) / whole.time).toFixed(1)}% of the first`;
const processor = ({ cpu }) => `${cpu.toFixed(2)} s of processor time`;

function reportHugo({ hugo, first, cached, site }, report) {
  if (!hugo) return report("Hugo", "unknown", "it is not installed: apt-get install hugo");
  const made = weigh(join(site, "hugo"));
  report(`Hugo, ${made.files} files, ${made.size.toFixed(1)} MB`, seconds(hugo), `${(hugo.time / first.time).toFixed(1)} times the first, ${(hugo.time / cached.time).toFixed(1)} with cached documents (aim: 8); ${processor(hugo)}, ${(hugo.cpu / first.cpu).toFixed(1)} times the first; ${Math.round(hugo.memory)} MB`);
}

// Measures rendering what is in the snapshot of the site in PATH, of COUNT repositories of the
// owner "o" from the source "bench", collected and analysed; prints with
// REPORT(what, figure, beside). What it leaves is in PATH: nothing is removed while measuring,
// because ext4 makes files slowly for minutes where others were removed.
export async function measureRender(path, count, report) {
  console.log(`\nrendering ${count} repositories, ${spawnSync("nproc", { encoding: "utf8" }).stdout.trim()} processors`);
  const figures = compare(path, count);
  const { first, cached, copy, none, one, site } = figures;
  const made = weigh(join(site, "public"));
  report(`first, ${made.files} files, ${made.size.toFixed(1)} MB`, seconds(first), `${(first.time / copy.time).toFixed(1)} times copying them (aim: 2); ${processor(first)}`);
  report("into another folder, with cached documents", seconds(cached), `${(cached.time / copy.time).toFixed(1)} times copying; ${processor(cached)}`);
  report("copying with cp", seconds(copy), processor(copy));
  reportHugo(figures, report);
  report("again, one title changed", seconds(one), `${percent(one, first)} (aim: 5)`);
  report("again, nothing changed", seconds(none), `${percent(none, first)} (aim: 3)`);
  const { largest, sum } = await watched(fresh(path, "watched"));
  if (!largest[0]) return report("peak memory", "unknown", "this system's /proc does not name the children of a process");
  report("peak memory of the largest process", `${Math.round(largest[0])} MB`, `aim: 64; ${Math.round(largest[1])} MB of one that renders Markdown`);
  report("peak memory of all together", `${Math.round(sum[0])} MB`, `and ${Math.round(sum[1])} MB of those that render Markdown; shared memory counted once, seen every 10 ms`);
}
