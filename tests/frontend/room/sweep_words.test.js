/** How many channels there are is said in one sentence, in which no number stands for two things. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { sweepWords } from "../../../journeymap/frontend/room/sweep_words.js";

const say = (/** @type {string} */ key, /** @type {any} */ values) => `${key} ${JSON.stringify(values)}`;
const channels = (/** @type {number} */ before, /** @type {number} */ after) => [
  ...Array(before).fill({ assumed: true }), ...Array(after).fill({ assumed: false }),
];

test("what was found is counted without what was named before", () => {
  assert.equal(sweepWords(say, channels(3, 16)), 'channels-found {"all":19,"assumed":3,"n":16}');
});
test("where nothing was found yet, that is no figure", () => {
  assert.equal(sweepWords(say, channels(6, 0)), 'channels-before {"n":6}');
});
test("where nothing was named before, there is one number", () => {
  assert.equal(sweepWords(say, channels(0, 6)), 'channels-n {"n":6}');
});
