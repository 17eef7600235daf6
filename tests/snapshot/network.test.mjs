// Who uses whom, and circles: the aggregates, beside slow and simple ones.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site, sql, tower } from "../tower.mjs";

const path = site({ "site.conf": '[source "s"]\n\ttype = git\n\tpath = .\n' });
assert.equal(tower(["analyse", "-q", "-C", path]).status, 0);
const ask = (call, edges) => JSON.parse(sql(path, `SELECT ${call}(value ->> 0, value ->> 1) AS json FROM json_each('${JSON.stringify(edges)}')`)[0].json);

test("no edge, an edge that is there twice, one to itself, one from nowhere", () => {
  assert.deepEqual([ask("network_users", []), ask("network_cycles", [])], [[], []]);
  assert.deepEqual(ask("network_users", [[7, 3], [7, 3], [3, 3], [null, 3]]), [[3, 1, 1], [7, 0, 0]]);
  assert.deepEqual(ask("network_cycles", [[7, 3], [3, 3]]), []);
});

test("a chain, a fork and a circle, by hand", () => {
  assert.deepEqual(ask("network_users", [[1, 2], [2, 3], [1, 3], [4, 3]]), [[1, 0, 0], [2, 1, 1], [3, 3, 3], [4, 0, 0]]);
  // 1 -> 2 -> 3 -> 1, with a shorter circle 2 <-> 3, and 4 that uses them
  const edges = [[1, 2], [2, 3], [3, 1], [3, 2], [4, 1]];
  assert.deepEqual(ask("network_users", edges), [[1, 2, 3], [2, 2, 3], [3, 1, 3], [4, 0, 0]]);
  assert.deepEqual(ask("network_cycles", edges), [{ members: [1, 2, 3], cycle: [2, 3] }]);
  assert.deepEqual(ask("network_cycles", edges.reverse()), [{ members: [1, 2, 3], cycle: [2, 3] }]);
  assert.deepEqual(ask("network_cycles", [[9, 8], [8, 9], [5, 6], [6, 7], [7, 5]]), [{ members: [5, 6, 7], cycle: [5, 6, 7] }, { members: [8, 9], cycle: [8, 9] }]);
});

// Reaching by walking, from every node.
function simple(edges) {
  const targets = new Map();
  for (const [from, to] of edges) for (const node of [from, to]) if (!targets.has(node)) targets.set(node, new Set());
  for (const [from, to] of edges) if (from !== to) targets.get(from).add(to);
  const nodes = [...targets.keys()].sort((a, b) => a - b);
  const reached = new Map(nodes.map((start) => {
    const seen = new Set(), queue = [start];
    while (queue.length) for (const next of targets.get(queue.pop())) if (!seen.has(next)) seen.add(next), queue.push(next);
    return [start, seen];
  }));
  const users = nodes.map((node) => [node, nodes.filter((other) => targets.get(other).has(node)).length, nodes.filter((other) => other !== node && reached.get(other).has(node)).length]);
  const groups = nodes.map((node) => nodes.filter((other) => reached.get(node).has(other) && reached.get(other).has(node))).filter((group, i) => group.length > 1 && group[0] === nodes[i]);
  return { users, groups, targets, reached };
}
let seed = 1;
const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
for (const [nodes, count] of [[5, 8], [30, 40], [60, 60], [200, 260], [1500, 1700], [2100, 1500]])
  test(`${count} edges between ${nodes} nodes`, () => {
    const edges = Array.from({ length: count }, () => [random(nodes), random(nodes)]);
    const { users, groups, targets } = simple(edges);
    assert.deepEqual(ask("network_users", edges), users);
    const cycles = ask("network_cycles", edges);
    assert.deepEqual(cycles.map(({ members }) => members), groups);
    for (const { members, cycle } of cycles) {
      assert.ok(cycle.length > 1 && new Set(cycle).size === cycle.length && cycle.every((node, i) => members.includes(node) && targets.get(node).has(cycle[(i + 1) % cycle.length])));
      if (members.some((node) => [...targets.get(node)].some((other) => targets.get(other).has(node)))) assert.equal(cycle.length, 2);
    }
  });

test("a chain of 100,000 is walked without recursion", () => {
  const chain = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)";
  assert.deepEqual(sql(path, `${chain} SELECT network_cycles(i, i + 1) AS json FROM n`), [{ json: "[]" }]);
  assert.deepEqual(sql(path, `${chain} SELECT json_array_length(network_cycles(i, i % 1000 + 1), '$[0].members') AS size FROM n WHERE i <= 1000`), [{ size: 1000 }]);
});
