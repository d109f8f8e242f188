/** What stories became in trackers stands on their cards in a few letters, and all of it in words. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Sent } from "../../../journeymap/frontend/board/sent.js";

const item = (/** @type {string} */ key, more = {}) => ({ key, status: "New", url: `https://x/${key}`, closed: false, gone: false, ...more });

test("a card has the keys that stand there; of many, how many more", () => {
  const sent = new Sent();
  sent.take({ m: [item("#1"), item("#2"), item("#3"), item("#4", { gone: true })] });
  assert.deepEqual(sent.marks("m"), [{ class: "mark sent", text: "#1 #2 +1", title: "#1 New, #2 New, #3 New" }]);
  assert.equal(sent.of("m").length, 4);
});

test("what is done there is ticked; what was deleted, or never sent, has no mark", () => {
  const sent = new Sent();
  sent.take({ done: [item("#1", { closed: true, status: "Closed" })], gone: [item("#2", { gone: true })] });
  assert.deepEqual(sent.marks("done"), [{ class: "mark sent closed", text: "✓ #1", title: "#1 Closed" }]);
  assert.deepEqual([sent.marks("gone"), sent.marks("toString")], [[], []]);
});

test("the same said again is nothing new", () => {
  const sent = new Sent();
  assert.deepEqual([sent.take({ m: [item("#1")] }), sent.take({ m: [item("#1")] }), sent.take(), sent.take()], [true, false, true, false]);
});
