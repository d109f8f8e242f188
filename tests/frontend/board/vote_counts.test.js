/** What the browser makes of the votes it is told: held to the server's own sums by shared vectors. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { opportunity, standings } from "../../../journeymap/frontend/board/results.js";
import { byItem, ranked, spread } from "../../../journeymap/frontend/room/tally.js";

/** @typedef {[item: string, question: string, value: number, n: number][]} Told */

const VECTORS = JSON.parse(readFileSync(new URL("../../support/vote_counts.json", import.meta.url), "utf-8"));
const near = (/** @type {number} */ one, /** @type {number} */ other) => assert.ok(Math.abs(one - other) < 1e-6, `${one} is not ${other}`);
const scale = (/** @type {string} */ question) => (question === "felt" ? [-2, -1, 0, 1, 2] : [1, 2, 3, 4, 5]);

/** As the phone and the room's screen unfold what they are told. @param {Told} told */
const unfolded = (told) => told.flatMap(([item, question, value, n]) => Array.from({ length: n }, () => ({ round: "s", item, question, value })));

/** @param {ReturnType<typeof standings>} found @param {string} item */
function shown(found, item) {
  const standing = found.get(item);
  assert.ok(standing);
  return standing;
}

test("the opportunity is the server's", () => {
  assert.ok(VECTORS.opportunity.length > 3);
  for (const [importance, satisfaction, worth] of VECTORS.opportunity) near(opportunity(importance, satisfaction), worth);
});

for (const { name, told, ranked: places, scores, worth } of VECTORS.cases) {
  test(`${name}: dots come to the server's places`, () => {
    const dots = byItem(unfolded(told), "s");
    const items = places.map((/** @type {[string]} */ [item]) => item);
    const found = ranked(items, (/** @type {string} */ item) => dots.get(item)?.length ?? 0);
    assert.deepEqual(
      found.map(({ item, n, rank, tied }) => [item, n, rank, tied]),
      places,
    );
  });

  test(`${name}: scores come to the server's means and spread`, () => {
    for (const [item, asked] of Object.entries(scores)) {
      for (const [question, { n, mean, median, counts }] of Object.entries(asked)) {
        const found = spread(byItem(unfolded(told), "s", question).get(item) ?? [], scale(question));
        near(found.mean ?? NaN, mean);
        assert.deepEqual([found.n, found.median, found.counts], [n, median, counts]);
      }
    }
  });

  test(`${name}: the board shows the server's dots, means and worth`, () => {
    const found = standings({ s: told });
    const items = new Set([...places.map((/** @type {[string]} */ [item]) => item), ...Object.keys(scores)]);
    assert.deepEqual([...found.keys()].sort(), [...items].sort());
    for (const [item, dots] of places) assert.equal(shown(found, item).dots, dots);
    for (const [item, value] of worth) assert.equal(shown(found, item).worth, value);
    for (const [item, asked] of Object.entries(scores)) {
      for (const [question, { n, mean, least, most }] of Object.entries(asked)) {
        const score = shown(found, item).scores[question];
        near(score.mean, mean);
        assert.deepEqual([score.n, score.low, score.high], [n, least, most]);
      }
    }
  });
}
