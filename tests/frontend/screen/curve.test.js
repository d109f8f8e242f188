/** The emotion curve in numbers: the middle of the room, the width of chapters, and which moments are named. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { bandOf, endsOf, middleOf, pointsOf, widthsOf } from "../../../journeymap/frontend/screen/views/curve_shape.js";

test("the middle is the median, and half of the answers are around it", () => {
  assert.equal(middleOf([]), null);
  assert.deepEqual(middleOf([1]), { low: 1, middle: 1, high: 1, mean: 1, n: 1 });
  const four = /** @type {any} */ (middleOf([2, -2, 0, 1]));
  assert.deepEqual([four.low, four.middle, four.high, four.n], [-0.5, 0.5, 1.25, 4]);
});

test("chapters are as wide as they have moments, never too narrow, and together as wide as there is", () => {
  assert.deepEqual(widthsOf([1, 3], 400, 50), [100, 300]);
  assert.deepEqual(widthsOf([1, 98, 1], 1000, 100), [100, 800, 100]);
  assert.deepEqual(widthsOf([1, 1, 1, 1], 100, 50), [25, 25, 25, 25], "there is no room for more");
  for (const counts of [[1], [140], [0, 5], [1, 2, 3, 100, 4], Array.from({ length: 30 }, (_, n) => n + 1)]) {
    const widths = widthsOf(counts, 900, 60);
    assert.ok(Math.abs(widths.reduce((sum, one) => sum + one, 0) - 900) < 1e-6, String(counts));
    assert.ok(widths.every((one) => one > 0), String(counts));
  }
});

/** @param {string} id @param {number[]} given */
const felt = (id, given) => ({ id, text: id, middle: /** @type {any} */ (middleOf(given)), dots: [] });

test("moments stand in the order of the journey, and one without an answer keeps its place", () => {
  const chapters = [
    { x: 0, width: 100, moments: [felt("a", [0]), null] },
    { x: 110, width: 50, moments: [felt("b", [2])] },
  ];
  const points = pointsOf(chapters, (value) => 10 * value);
  assert.deepEqual(points.map(({ id, x, y }) => [id, x, y]), [["a", 25, 0], ["b", 135, 20]]);
  assert.equal(bandOf(points).split(" ").length, 4);
});

test("of equal middles the mean decides which is the lowest; a flat line has no highest", () => {
  const place = (/** @type {any[]} */ moments) => pointsOf([{ x: 0, width: 100, moments }], (value) => value);
  const { lowest, highest } = endsOf(place([felt("a", [-1, -1, 2]), felt("b", [-2, -1, 0]), felt("c", [1, 1])]));
  assert.deepEqual([lowest.id, highest?.id], ["b", "c"]);
  assert.equal(endsOf(place([felt("a", [1]), felt("b", [1])])).highest, null);
});
