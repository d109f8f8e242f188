/** Ways through a journey as lanes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { besides, lineOf, named, visited } from "../../../journeymap/frontend/shared/path_lanes.js";

const EPISODES = [
  { id: "e1", title: "Before", moments: ["a", "b", "c"] },
  { id: "e2", title: "Nobody goes here", moments: ["d"] },
  { id: "e3", title: "After", moments: ["f", "g"] },
];
const way = (/** @type {string[]} */ ...stops) => ({ id: stops.join(), kind: "happy", stops });

test("only what some way visits has a place, in the order of the journey and in its own episode", () => {
  const found = visited(EPISODES, [way("g", "a"), way("c", "a")]);
  assert.deepEqual(found.map(({ title, at, moments }) => [title, at, moments]), [
    ["Before", 0, ["a", "c"]],
    ["After", 2, ["g"]],
  ]);
});

test("a line goes straight on, and turns back in an arc that is seen, also to the same moment", () => {
  const line = lineOf([10, 40, 20, 20], 50, 20);
  assert.deepEqual([...line].filter((sign) => /[A-Z]/.test(sign)).join(""), "MLCC");
  const again = line.split("C")[2].split(/ /).map(Number);
  assert.notEqual(again[0], again[2], "an arc to the same place is open, not a stroke");
  assert.equal(lineOf([], 50, 20), "");
});

test("the names say where it ends, then where it leaves the way that is hoped for, then what comes again", () => {
  const hoped = new Set(["a", "b", "g"]);
  assert.deepEqual(named(["a", "b", "c", "f", "b", "g"], hoped), ["g", "c", "b", "a", "f"]);
  assert.deepEqual(named([], hoped), []);
});

test("no name touches another or leaves the drawing, and the weightiest has its place", () => {
  const names = Array.from({ length: 30 }, (_, at) => ({ x: (at * 97) % 900, width: 120 + ((at * 31) % 90) }));
  const found = besides(names, 900, 10);
  assert.equal(found[0].x, names[0].x);
  assert.ok(found.length > 2);
  for (const [n, one] of found.entries()) {
    assert.ok(one.left >= 0 && one.right <= 900);
    for (const other of found.slice(n + 1)) assert.ok(one.right + 10 <= other.left || other.right + 10 <= one.left);
  }
});
