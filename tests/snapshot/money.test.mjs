// Money in SQL: what is an amount, what is none, and what is too much to be one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site as newSite, sql, tower } from "../tower.mjs";

const site = newSite({ "site.conf": "" });
assert.equal(tower(["analyse", "-q", "-C", site]).status, 0);
// The values of expressions, in one question.
const values = (expressions) => Object.values(sql(site, `SELECT ${expressions.map((expression, i) => `${expression} AS "c${String(i).padStart(2, "0")}"`).join(", ")}`)[0]);
const check = (cases) => assert.deepEqual(values(cases.map(([expression]) => expression)), cases.map(([, value]) => value));

test("an amount is all of a text, or none of it", () =>
  check([
    ["money('112.40')", 112400000], ["money('-0.5')", -500000], ["money('1.2e-05')", 12], ["money(' 3 ')", 3000000],
    [`money('{"cost":"2.50"}' -> '$.cost')`, 2500000], [`money('{"cost":2.5}' -> '$.cost')`, 2500000], ["money('10000000')", 10000000000000],
    ["money('1 000.50')", null], ["money('12 GBP')", null], ["money('12\" x')", null], ["money('1,5')", null], ["money('')", null], ["money('\"')", null], ["money(NULL)", null],
    ["money('10000000.000001')", null], ["money('1e400')", null],
  ]));

test("as text it has two decimals at least", () =>
  check([["money_text(112400000)", "112.40"], ["money_text(-1)", "-0.000001"], ["money_text(-9223372036854775807 - 1)", "-9223372036854.775808"], ["money_text(NULL)", null]]));

test("what tokens cost is rounded once, and nothing where it is beyond all measure", () => {
  const most = 2n ** 62n, pairs = Array(16).fill(`${most}, ${most}`).join(", ");
  check([
    ["money_of_tokens(500000, 1, 500000, 2)", 2], ["money_of_tokens(0, NULL, 1000000, 7)", 7], ["money_of_tokens(1, NULL)", null], ["money_of_tokens(-1, 1)", null],
    [`money_of_tokens(${pairs})`, null], ["money_converted(3, 500000000)", 2], [`money_converted(${most}, ${most})`, null],
  ]);
});

test("an equal share is rounded half to even; of what is not known, or among nobody, there is none", () =>
  check([
    ["money_divided(10, 4)", 2], ["money_divided(14, 4)", 4], ["money_divided(-10, 4)", -2], ["money_divided(-14, 4)", -4], ["money_divided(1, 3)", 0], ["money_divided(2, 3)", 1], ["money_divided(0, 7)", 0],
    ["money_divided(NULL, 4)", null], ["money_divided(10, NULL)", null], ["money_divided(10, 0)", null], ["money_divided(10, -2)", null], ["money_divided(10000000000001, 1)", null],
  ]));
