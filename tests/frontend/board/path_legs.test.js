/** A path over the cards: which steps, and which way from each to the next. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, legsOf, numbersOf, stepsOf } from "../../../journeymap/frontend/board/path_legs.js";
import { mapOf } from "./maps.js";

/** @type {Map<string, any>} */
const PLACES = new Map(["a", "b", "c", "d"].map((id, index) => [id, { index, x: index * 100 }]));

test("the steps of a path are its own, in their order", () => {
  const path_steps = [
    { id: "1", parent: "loop", moment: "b" },
    { id: "2", parent: "other", moment: "c" },
    { id: "3", parent: "loop", moment: "a" },
  ];
  assert.deepEqual(stepsOf(mapOf({ paths: [{ id: "loop" }, { id: "other" }], path_steps }), "loop"), ["b", "a"]);
});

test("a moment that a loop visits again has both its numbers", () => {
  assert.deepEqual([...numbersOf(["a", "b", "a", "c"])], [
    ["a", [1, 3]],
    ["b", [2]],
    ["c", [4]],
  ]);
});

test("a leg goes to the next card, passes some over, or returns; a card that is gone is left out", () => {
  const legs = legsOf(PLACES, ["a", "b", "gone", "d", "b", "b"]);
  assert.deepEqual(
    legs.map(({ from, to, kind }) => [from.index, to.index, kind]),
    [
      [0, 1, "next"],
      [1, 3, "ahead"],
      [3, 1, "back"],
      [1, 1, "back"],
    ],
  );
  assert.deepEqual(legsOf(PLACES, ["a"]), []);
});

test("what goes on is drawn straight, and what returns in an arc over it", () => {
  const [on, back] = legsOf(PLACES, ["a", "c", "a"]).map((leg) => drawn(leg, 100, 17, 14));
  assert.equal(on, "M50 17H250");
  assert.match(back, /^M250 17C.* 3 .* 3 50 17$/);
});
