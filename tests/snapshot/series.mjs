// What can be said of a series, written once more: plainly, slowly, from the same sources as
// generator/snapshot/series.h names. A series is an array of numbers and nulls.
const known = (x) => x !== null;
const sorted = (xs) => [...xs].sort((a, b) => a - b);
const sum = (xs) => xs.reduce((a, b) => a + b, 0);

export const median = (xs) => {
  const s = sorted(xs), n = s.length;
  return n % 2 ? s[(n - 1) / 2] : s[n / 2 - 1] / 2 + s[n / 2] / 2;
};
export const mad = (xs) => median(xs.map((x) => Math.abs(x - median(xs))));

const lastKnown = (series) => {
  const last = series.findLastIndex(known);
  return last < 0 || last + 7 < series.length ? null : last;
};

// What is judged: of a flow each number, of a level each move.
const itemsOf = (series, kind, from, to) => {
  const days = series.map((value, day) => ({ value, day })).filter(({ value, day }) => known(value) && day <= to);
  const items = kind === "flow" ? days.map((d) => ({ ...d, gap: 1 }))
    : days.slice(1).map((d, i) => ({ day: d.day, gap: d.day - days[i].day, value: d.value - days[i].value }));
  return items.filter(({ day }) => day >= from);
};

const others = (xs) => sum(xs.map((x, i) => (xs.length > 1 ? Math.abs(x - median(xs.filter((_, j) => j !== i))) : 0)));

function baseline(items, step) {
  const all = items.map(({ value }) => value);
  const weeks = Array.from({ length: 7 }, (_, w) => items.filter(({ day }) => day % 7 === w).map(({ value }) => value));
  const weekday = weeks.every((w) => w.length === 0 || w.length >= 4) && sum(weeks.map(others)) < others(all);
  const usual = (day) => (weekday && weeks[day % 7].length ? median(weeks[day % 7]) : median(all));
  const away = items.map(({ day, value }) => value - usual(day));
  const distance = median(away.map(Math.abs));
  const deviation = Math.max(distance > 0 ? 1.4826 * distance : 1.2533 * sum(away.map(Math.abs)) / away.length, step);
  return { weekday, usual, away, distance, deviation };
}

export function anomaly(series, kind, step) {
  const at = lastKnown(series);
  if (at === null) return null;
  const items = itemsOf(series, kind, at - 56, at);
  const tonight = items.pop();
  if (items.length < 14) return null;
  if (kind === "level" && items.every(({ gap }) => gap < tonight.gap)) return null;
  const base = baseline(items, step);
  const usual = base.usual(at), away = tonight.value - usual;
  const start = kind === "level" ? series[at] - tonight.value : 0;
  return {
    at, value: series[at], expected: start + usual, moved: tonight.value, usual, deviation: base.deviation, distance: base.distance,
    score: base.deviation > 0 ? away / base.deviation : null,
    low: start + usual - 3.5 * base.deviation, high: start + usual + 3.5 * base.deviation, points: items.length, weekday: Number(base.weekday),
    unusual: Number(Math.abs(away) > 3.5 * base.deviation && (away < Math.min(...base.away) || away > Math.max(...base.away))),
  };
}

const choose = (n, k) => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
export const signTest = (ups, downs) => Math.min(1, 2 * sum(Array.from({ length: Math.min(ups, downs) + 1 }, (_, k) => choose(ups + downs, k))) / 2 ** (ups + downs));

export function slope(series, kind) {
  const to = lastKnown(series);
  if (to === null) return null;
  const start = Math.max(to - 55, 0);
  const days = series.map((value, day) => ({ value, day })).filter(({ value, day }) => known(value) && day >= start && day <= to);
  if (days.length < 14) return null;
  const pairs = kind === "level" ? days.slice(1).map(({ value }, i) => value - days[i].value)
    : days.filter(({ day }) => day - 28 >= start && known(series[day - 28])).map(({ value, day }) => value - series[day - 28]);
  const ups = pairs.filter((x) => x > 0).length, downs = pairs.filter((x) => x < 0).length, p = signTest(ups, downs);
  if (p > 0.001) return null;
  const slopes = days.flatMap((a, i) => days.slice(i + 1).map((b) => (b.value - a.value) / (b.day - a.day)));
  return { from: days[0].day, to, slope: median(slopes), ups, downs, p, points: days.length };
}

// Pettitt's statistic by its definition: signs of all pairs.
export function pettitt(xs, margin = 7) {
  const n = xs.length;
  let best = { at: 0, k: 0 };
  for (let t = margin; t <= n - margin; t++) {
    let u = 0;
    for (let i = 0; i < t; i++) for (let j = t; j < n; j++) u += Math.sign(xs[i] - xs[j]);
    if (Math.abs(u) > best.k) best = { at: t, k: Math.abs(u) };
  }
  return { at: best.at, p: Math.min(1, 2 * Math.exp((-6 * best.k ** 2) / (n ** 3 + n ** 2))) };
}

export function step(series, kind, least) {
  const last = lastKnown(series);
  if (last === null) return null;
  const items = itemsOf(series, kind, kind === "level" ? last - 55 : 0, last);
  if (items.length < 14) return null;
  const base = baseline(items, kind === "level" ? least : 0);
  const found = kind === "level" ? jump(series, items, base) : shift(items, base);
  return found && Math.abs(found.after - found.before) >= least ? { ...found, points: items.length } : null;
}

function jump(series, items, base) {
  const gap = median(items.map((item) => item.gap));
  const size = base.away.map((x, i) => (i + 7 <= items.length && items[i].gap <= gap ? Math.abs(x) : -1));
  const most = Math.max(...size), at = size.lastIndexOf(most);
  if (!(most > 3.5 * base.deviation)) return null;
  const { day, value } = items[at], levels = (a, b) => median(items.slice(a, b).map((item) => series[item.day]));
  const before = series[day] - value, after = levels(at), kept = (from) => (after - from) / value >= 0.5;
  return kept(before) && (at === 0 || kept(levels(0, at))) ? { at: day, before, after, p: null, score: base.away[at] / base.deviation } : null;
}

function shift(items, { away }) {
  let found = null;
  for (let start = 0; away.length - start >= 14;) {
    const { at, p } = pettitt(away.slice(start));
    if (!at || p > 0.001) break;
    const values = (a, b) => items.slice(a, b).map(({ value }) => value);
    found = { at: items[start + at].day, before: median(values(start, start + at)), after: median(values(start + at)), p, score: null };
    start += at;
  }
  return found;
}

const methods = {
  "naive": (past) => past.at(-1),
  "seasonal naive": (past, ahead) => {
    for (let back = (7 - (ahead % 7)) % 7; back < past.length && back < 56; back += 7) if (known(past.at(-1 - back))) return past.at(-1 - back);
    return null;
  },
  "mean": (past) => { const w = past.slice(-56).filter(known); return sum(w) / w.length; },
  "drift": (past, ahead) => {
    const w = past.slice(-56), first = w.findIndex(known);
    return w.at(-1) + ahead * (w.at(-1) - w[first]) / (w.length - 1 - first);
  },
};

export function forecast(series, days, most = Infinity) {
  const origin = lastKnown(series);
  if (origin === null) return null;
  const late = series.slice(Math.max(origin - 27, 0), origin + 1).filter(known);
  if (late.every((x) => x === late[0])) return null;
  const enough = (day) => known(series[day]) && series.slice(Math.max(day - 55, 0), day + 1).filter(known).length >= 14;
  const origins = series.map((_, day) => day).filter((day) => day <= origin && enough(day));
  if (origins.at(-1) !== origin) return null;
  const errors = (name, ahead) => origins.filter((day) => day + ahead < series.length && known(series[day + ahead]))
    .map((day) => { const f = methods[name](series.slice(0, day + 1), ahead); return f === null ? null : series[day + ahead] - f; }).filter(known);
  const mean = (xs) => sum(xs.map(Math.abs)) / xs.length;
  const tried = Object.keys(methods).map((name) => ({ name, errors: errors(name, days) }));
  const tests = tried[0].errors.length;
  if (tests < 9) return null;
  const best = tried.filter((m) => m.errors.length === tests).reduce((a, b) => (mean(b.errors) < mean(a.errors) ? b : a));
  const least = series.some((x) => known(x) && x < 0) ? -Infinity : 0;
  const within = (x) => Math.min(Math.max(x, least), most);
  const path = Array.from({ length: days }, (_, i) => {
    const value = methods[best.name](series.slice(0, origin + 1), i + 1), e = sorted(errors(best.name, i + 1)), cut = Math.floor((e.length + 1) / 10);
    if (!cut) return { value: within(value), low: null, high: null };
    return { value: within(value), low: within(value + Math.min(e[cut - 1], 0)), high: within(value + Math.max(e[e.length - cut], 0)) };
  });
  return {
    origin, method: best.name, tests, error: mean(best.errors), error_naive: mean(tried[0].errors),
    points: series.slice(Math.max(origin - 55, 0), origin + 1).filter(known).length,
    value: path.map((p) => p.value), low: path.map((p) => p.low), high: path.map((p) => p.high),
  };
}
