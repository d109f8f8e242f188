/** A prompt is folded where a sentence ends, and the pattern one writes by stays to be seen. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { folded } from "../../../journeymap/frontend/room/prompt_fold.js";

test("a colon ends no sentence", () => {
  const first = "Say it in the customer's own words: what do they want?";
  assert.deepEqual(folded(`${first} Five to seven are usual.`), [first, "Five to seven are usual."]);
});
test("the pattern of a sentence stays", () => {
  const first = "Write alone and say nothing yet. Be the persona: “I … through … because I need …”.";
  assert.deepEqual(folded(`${first} One thing a card. Nobody sees it.`), [first, "One thing a card. Nobody sees it."]);
});
test("a short sentence is not enough to begin with, and one alone is whole", () => {
  assert.deepEqual(folded("Alone. Write what you do, e.g. by phone. Then wait."), ["Alone. Write what you do, e.g. by phone.", "Then wait."]);
  assert.deepEqual(folded("Write what you do"), ["Write what you do", ""]);
});
