/** Where dots and names of a grid stand. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { apart, meet, placed, shortened } from "../../../journeymap/frontend/shared/grid_layout.js";

const BOX = { x: 40, y: 10, w: 940, h: 660 };
const R = 19;

/** The same numbers each time. @param {number} seed */
function numbers(seed) {
  let at = seed;
  return () => {
    at = (at * 16807) % 2147483647;
    return at / 2147483647;
  };
}

/** Means of few people fall on few places: many lie on the very same one. @param {number} n @param {number} seed */
function dots(n, seed) {
  const next = numbers(seed);
  return Array.from({ length: n }, (_, at) => ({ x: 40 + Math.round(next() * 8) * 110, y: 10 + Math.round(next() * 8) * 80, words: `Something to build, number ${at}` }));
}

test("no dot lies on another, and none leaves the grid", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    for (const n of [2, 13, 40]) {
      const found = apart(dots(n, seed), BOX, R);
      for (const [a, one] of found.entries()) {
        assert.ok(one.x >= BOX.x + R - 0.01 && one.x <= BOX.x + BOX.w - R + 0.01);
        assert.ok(one.y >= BOX.y + R - 0.01 && one.y <= BOX.y + BOX.h - R + 0.01);
        for (const other of found.slice(a + 1)) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 2 * R - 1, `${seed}/${n}`);
      }
    }
  }
});

test("no name lies on another one, nor on a dot", () => {
  for (const seed of [1, 2, 3]) {
    const found = placed(dots(20, seed), BOX, { r: R, letter: 19, most: 26 });
    const names = found.flatMap(({ label }) => (label ? [label] : []));
    assert.ok(names.length >= 5);
    for (const [a, one] of names.entries()) {
      for (const other of names.slice(a + 1)) assert.ok(!meet(one, other));
      for (const { x, y } of found) assert.ok(!meet(one, { x: x - R, y: y - R, w: 2 * R, h: 2 * R }));
    }
  }
});

test("a name is shortened by what a person sees as a character", () => {
  const family = "👨‍👩‍👧‍👦";
  assert.equal(shortened(family.repeat(3), 3), family.repeat(3));
  assert.equal(shortened(family.repeat(3), 2), `${family}…`);
  assert.equal(placed([{ x: 100, y: 100, words: "x" }], BOX, { r: R, letter: 19, most: 0 })[0].label, null);
});
