// Safe Markdown: what anybody wrote, as HTML and as Markdown that can be shown to everybody.
// `tower markdown [--trusted]` reads texts from stdin, parted by NUL bytes, and prints
// {html, md, plain, reason}, as an array where there was a NUL.
//
// A folder in markdown/ is a case: input.md gives expected.html and expected.md. The name of
// a folder that begins with "trusted-" is rendered as the owner's own text.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const tower = process.env.TOWER ?? join(here, '../../build/tower');
const cases = join(here, 'markdown');

// Below valgrind a child's memory limit ends valgrind itself, which says so on stderr.
const watched = tower.endsWith('valgrind');
const complaints = (stderr) =>
    (watched && stderr.includes("Valgrind's memory management: out of memory") ? '' : stderr);

function run(input, ...options) {
    const child = spawnSync(tower, ['markdown', ...options], {
        input,
        maxBuffer: 256 * 1024 * 1024,
        timeout: 60000,
    });
    assert.equal(child.status, 0, String(child.stderr));
    assert.equal(complaints(String(child.stderr)), '', 'nothing on stderr');
    return JSON.parse(child.stdout);
}

const render = (text, ...options) => run(text, ...options);
const batch = (texts, ...options) => run(texts.join('\0'), ...options);

// Every tag and attribute that may appear. cmark writes '>' inside of attributes as an
// entity, so a tag ends at the next one.
const allowed = {
    a: ['href', 'title', 'rel'], blockquote: [], br: [], code: ['class'], del: [], em: [],
    h1: ['id'], h2: ['id'], h3: ['id'], h4: ['id'], h5: ['id'], h6: ['id'], hr: [], img: ['src', 'alt', 'title'],
    input: ['type', 'checked', 'disabled'], li: [], ol: ['start'], p: [], pre: ['class'],
    strong: [], table: [], tbody: [], td: ['align'], th: ['align'], thead: [], tr: [], ul: [],
};

function assertSafe(html, context) {
    for (const [, tag] of html.matchAll(/<([^>]*)>/g)) {
        const shape = /^\/?([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)(?: \/)?$/.exec(tag);
        assert.ok(shape, `${context}: <${tag}> is not a tag that the renderer writes`);
        const [, name, attributes] = shape;
        assert.ok(name in allowed, `${context}: <${tag}>`);
        for (const [, key, value] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
            assert.ok(allowed[name].includes(key), `${context}: <${tag}>`);
            if (key === 'href')
                assert.match(value, /^(https?:\/\/[^/]|mailto:[^"]*@|#)/i, context);
        }
    }
    assert.equal(html.replace(/<[^>]*>/g, '').match(/[<>]/), null, `${context}: stray bracket`);
    assert.doesNotMatch(html, /<img/, context);
    assert.doesNotMatch(html, hidden, context);
}

const hidden =
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/;

for (const name of readdirSync(cases).sort()) {
    test(`case ${name}`, () => {
        const file = (suffix) => readFileSync(join(cases, name, suffix));
        const options = name.startsWith('trusted-') ? ['--trusted'] : [];
        const result = render(file('input.md'), ...options);
        assert.equal(result.html, String(file('expected.html')));
        assert.equal(result.md, String(file('expected.md')));
        assert.equal(result.plain, false);
        assert.equal(result.reason, null);
        if (!options.length)
            assertSafe(result.html, name);
    });
}

const vectors = [
    '<script>alert(1)</script>',
    '<SCRIPT SRC=https://a.b/x.js></SCRIPT>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<script\n>alert(1)</script\n>',
    '<img src=x onerror=alert(1)>',
    '<img src="x" onerror="alert(1)"/>',
    '<IMG SRC=javascript:alert(1)>',
    '<img/src=x/onerror=alert(1)>',
    'a <svg onload=alert(1)> b',
    '<svg><script>alert(1)</script></svg>',
    '<body onload=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<object data="data:text/html,<script>alert(1)</script>">',
    '<embed src="javascript:alert(1)">',
    '<a href="javascript:alert(1)">a</a>',
    '<a href=https://a.b onmouseover=alert(1)>a</a>',
    '<form action="javascript:alert(1)"><button>a</button></form>',
    '<input autofocus onfocus=alert(1)>',
    '<details open ontoggle=alert(1)>',
    '<style>@import "https://a.b/x.css";</style>',
    '<link rel=stylesheet href=https://a.b/x.css>',
    '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    '<base href="https://a.b/">',
    '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<?php echo "<script>alert(1)</script>" ?>',
    '<!DOCTYPE html><script>alert(1)</script>',
    '<!--><script>alert(1)</script>-->',
    '<!-- --!><script>alert(1)</script>',
    '[a](javascript:alert(1))',
    '[a](JAVASCRIPT:alert(1))',
    '[a]( javascript:alert(1))',
    '[a](<\tjavascript:alert(1)>)',
    '[a](java&#x0A;script:alert(1))',
    '[a](java&Tab;script:alert(1))',
    '[a](javascript&colon;alert(1))',
    '[a](&#x6A&#x61vascript:alert(1))',
    '[a](\\javascript:alert(1))',
    '[a](\u0001javascript:alert(1))',
    '[a](vbscript:msgbox(1))',
    '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[a](view-source:javascript:alert(1))',
    '[a](//a.b/x)',
    '[a](\\\\a.b\\x)',
    '[a](/\\a.b)',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '[a]: data:text/html,x\n\n[a]',
    '<javascript:alert(1)>',
    '<data:text/html,x>',
    '![a](javascript:alert(1))',
    '![a](x" onerror="alert(1))',
    '![a"onerror="alert(1)](https://a.b/x.png)',
    '![<img src=x onerror=alert(1)>](https://a.b/x.png)',
    '[a](https://a.b "\\" onmouseover=\\"alert(1)")',
    '[a](https://a.b/"onmouseover="alert(1))',
    '[a](https://a.b/\'onmouseover=\'alert(1))',
    '[a](https://a.b "&quot; onclick=&quot;alert(1)")',
    '[<script>alert(1)</script>](https://a.b)',
    '[a](<https://a.b/><script>alert(1)</script>)',
    '```"><script>alert(1)</script>\nx\n```',
    '```js" onmouseover="alert(1)\nx\n```',
    '``` a&#10;~~~&#10;<script>&#96;\nx\n```',
    '~~~ `\n~~~~\n<script>alert(1)</script>\n~~~',
    '`<script>alert(1)</script>`',
    '| a |\n|---|\n| `\\|<img src=x onerror=alert(1)>` |',
    '| <script>alert(1)</script> |\n|---|\n| ~~`\\|<script>`~~ |',
    '`x | <img src=x onerror=alert(1)>`\n\\:-: \\| :-:',
    '- a\n\n\n<!-- -->\n\n    <script>alert(1)</script>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '\\<script>alert(1)\\</script>',
    '&#60;script&#62;alert(1)',
    '<a\nhref="javascript:alert(1)"\n>x</a>',
    '<x onclick="\n# a\n">',
    '[script](mailto:script)',
    'https://a.b/<img src=x onerror=alert(1)>',
    'www.a.b_<img src=x onerror=alert(1)>',
    'a@b.c<script>alert(1)</script>',
    '<a@b.c onclick=alert(1)>',
];

test('no attack gets through, in neither output', () => {
    assert.ok(vectors.length >= 40);
    const first = batch(vectors);
    assert.equal(first.length, vectors.length);
    first.forEach(({ html }, i) => assertSafe(html, vectors[i]));
    // What the Markdown holds is seen when it is parsed: nothing in it is more than before.
    batch(first.map(({ md }) => md)).forEach(({ html }, i) => assertSafe(html, vectors[i]));
});

// The text between the tags without its spaces: between two runs of code the Markdown has one.
const words = (html) => html.replace(/<[^>]*>|\s/g, '');

test('the Markdown says what the HTML says', () => {
    const names = readdirSync(cases).filter((name) => !name.startsWith('trusted-'));
    for (const name of names) {
        if (name === 'twin-address-before-html') // becomes code as a whole
            continue;
        const first = render(readFileSync(join(cases, name, 'input.md')));
        const again = render(first.md, '--trusted');
        assert.equal(words(again.html), words(first.html), name);
    }
});

test('links of untrusted texts carry rel, those of trusted ones do not', () => {
    const text = '[a](https://a.b) https://c.d <e@f.g> ![h](https://i.j/k.png)';
    const links = (html) => html.match(/<a [^>]*>/g);
    const untrusted = links(render(text).html);
    assert.equal(untrusted.length, 4);
    for (const link of untrusted)
        assert.match(link, /^<a rel="nofollow noopener" href="/);
    for (const link of links(render(text, '--trusted').html))
        assert.match(link, /^<a href="/);
});

const repeat = (text, size = 65536) => text.repeat(Math.ceil(size / text.length)).slice(0, size);
const lines = (count, line) => Array.from({ length: count }, (_, i) => line(i)).join('\n');

const hostile = {
    'nested lists': lines(360, (i) => `${' '.repeat(i)}- x`),
    'lists on one line': repeat('- '),
    'a long ordered list': repeat('1. \n'),
    'a wide table': `${repeat('a|', 21844)}\n${repeat('-|', 21844)}\n${repeat('a|\n', 21844)}`,
    'a long table': `${repeat('a|', 2000)}\n${repeat('-|', 2000)}\n${repeat('a|\n', 61000)}`,
    'images': repeat('![a](x'),
    'image openers': repeat('!['),
    'emphasis': repeat('**a *b _c '),
    'strikes': repeat('~~a'),
    'block quotes': repeat('>'),
    'block quotes by line': lines(350, (i) => `${'>'.repeat(i)} a\n`),
    'brackets': repeat('['),
    'backticks': repeat('`'),
    'growing backticks': lines(360, (i) => '`'.repeat(i + 1)).replaceAll('\n', ' a '),
    'angles': repeat('<'),
    'addresses': repeat('a@'),
    'comments': repeat('<!--'),
    'instructions': repeat('<?'),
    'references': lines(5000, (i) => `[a${i}]: b`),
    'hidden characters': repeat('&#x202E;'),
};

for (const [name, text] of Object.entries(hostile)) {
    test(`64 kB of ${name} cost little, and what follows is rendered`, () => {
        const start = Date.now();
        const [first, next] = batch([text, 'after **this**']);
        assert.ok(Date.now() - start < 10000);
        assertSafe(first.html, name);
        const reasons = ['took longer than 2 seconds', 'needed more than 256 MB'];
        if (watched) reasons.push('made the Markdown parser fail');
        assert.ok(first.plain ? reasons.includes(first.reason) : first.reason === null);
        assert.equal(first.html.startsWith('<pre class="plain">'), first.plain);
        assert.equal(next.html, '<p>after <strong>this</strong></p>\n');
        assert.equal(next.plain, false);
    });
}

const childrenOf = (pid) =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
const cpuOf = (pid) =>
    Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[11]) * 10;

// How long a text takes depends on the machine; so its process is made to stand still once it
// has worked for a while, also when it is tried again by itself.
async function hold(program) {
    while (program.exitCode === null) {
        try {
            for (const pid of childrenOf(program.pid).flatMap(childrenOf))
                if (cpuOf(pid) >= 100) process.kill(pid, 'SIGSTOP');
        } catch {
            // It has ended meanwhile.
        }
        await sleep(5);
    }
}

test('a text that takes too long is shown as it is', async () => {
    const shown = repeat('a.b@c.d', 260000);
    const text = `${shown} \`\`\`\` <b>\u202E`;
    const child = spawn(tower, ['markdown']);
    let out = '';
    child.stdout.on('data', (data) => (out += data));
    const closed = new Promise((resolve) => child.on('close', resolve));
    child.stdin.end(['*a*', text, '*b*'].join('\0'));
    await hold(child);
    await closed;
    const [before, slow, after] = JSON.parse(out);
    assert.equal(before.html, '<p><em>a</em></p>\n');
    assert.equal(after.html, '<p><em>b</em></p>\n');
    assert.equal(slow.plain, true);
    assert.equal(slow.reason, 'took longer than 2 seconds');
    assert.equal(slow.html, `<pre class="plain">${shown} ` +
        '```` &lt;b&gt;⟨U+202E⟩</pre>\n');
    assert.equal(slow.md, `\`\`\`\`\` text\n${shown} \`\`\`\` <b>⟨U+202E⟩\n\`\`\`\`\`\n`);
});

test('a text over 256 kB is plain, and cut between two characters', () => {
    const start = 'a'.repeat(256 * 1024 - 1);
    const [exact, over] = batch([`${start}b`, `${start}é and *more*`]);
    assert.equal(exact.plain, false);
    assert.equal(exact.html, `<p>${start}b</p>\n`);
    assert.equal(over.plain, true);
    assert.equal(over.reason, 'larger than 256 kB');
    assert.equal(over.html, `<pre class="plain">${start}</pre>\n` +
        '<p>The text is larger than 256 kB and ends here.</p>\n');
    assert.equal(over.md, `\`\`\` text\n${start}\n\`\`\`\n\n` +
        'The text is larger than 256 kB and ends here.\n');
});

test('many texts in one batch', () => {
    const texts = Array.from({ length: 200 }, (_, i) => `text *${i}* ${'x'.repeat(i * 100 + 1)}`);
    batch(texts).forEach(({ html }, i) =>
        assert.ok(html.startsWith(`<p>text <em>${i}</em> `)));
});

// The processes below a program that waits for its input, as Linux lists them.
const skip = existsSync('/proc/self/task') ? false : 'needs /proc';

async function until(condition, what) {
    for (let tries = 0; tries < 100; tries++) {
        const value = condition();
        if (value)
            return value;
        await sleep(50);
    }
    return assert.fail(`${what} within 5 seconds`);
}

async function startWaiting() {
    const program = spawn(tower, ['markdown'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const list = `/proc/${program.pid}/task/${program.pid}/children`;
    const helper = await until(() => Number(readFileSync(list, 'utf8').split(' ')[0]),
        'a helper starts');
    return { program, helper };
}

const isRunning = (pid) => {
    try {
        return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
        return false;
    }
};

test('without its helper the program shows texts as they are', { skip }, async () => {
    const { program, helper } = await startWaiting();
    process.kill(helper, 'SIGKILL');
    await until(() => !isRunning(helper), 'the helper ends');
    let output = '';
    program.stdout.on('data', (data) => { output += data; });
    program.stdin.end('a *b* <c>');
    await new Promise((resolve) => { program.on('close', resolve); });
    const result = JSON.parse(output);
    assert.equal(result.plain, true);
    assert.equal(result.reason, 'the Markdown helper had ended');
    assert.equal(result.html, '<pre class="plain">a *b* &lt;c&gt;</pre>\n');
    assert.equal(result.md, '``` text\na *b* <c>\n```\n');
});

test('the helper ends with the program', { skip }, async () => {
    const { program, helper } = await startWaiting();
    assert.ok(isRunning(helper));
    program.kill('SIGKILL');
    await until(() => !isRunning(helper), 'the helper ends');
});

test('the helper has no files of the program open', { skip: skip || (watched && 'valgrind has files of its own open') }, async () => {
    const { program, helper } = await startWaiting();
    const files = await until(() => {
        const names = readdirSync(`/proc/${helper}/fd`).sort();
        return names.length <= 4 && names;
    }, 'the helper closes what it does not need');
    assert.deepEqual(files, ['0', '1', '2', '3']);
    program.stdin.end();
});
