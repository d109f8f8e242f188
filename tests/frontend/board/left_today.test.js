import assert from "node:assert/strict";
import test from "node:test";

import { leftOf } from "../../../journeymap/frontend/board/left_today.js";

const TODAY = /** @type {[string, string][]} */ ([["a", "I look"], ["b", "I call"], ["c", "I wait"], ["d", "I go"]]);

/** @param {any[]} dispositions */
const model = (dispositions = []) => ({
  moments: () => [{ id: "1", origin: "a" }, { id: "2", origin: null }],
  rows: (/** @type {string} */ table, /** @type {string | null | undefined} */ parent) =>
    table === "dispositions" ? dispositions : parent === "1" ? [{ as_is: "b" }] : [],
});

test("what no card comes from is left, also not as one that was merged", () => {
  assert.deepEqual(leftOf(TODAY, model()).map(({ id }) => id), ["c", "d"]);
});

test("what was decided is left no more, and the last decision counts", () => {
  const removed = { as_is: "c", kind: "removed" };
  assert.deepEqual(leftOf(TODAY, model([removed])).map(({ id }) => id), ["d"]);
  assert.deepEqual(leftOf(TODAY, model([removed, { as_is: "c", kind: "undecided" }])).map(({ id }) => id), ["c", "d"]);
});
