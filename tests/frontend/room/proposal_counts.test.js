/** What is said of a proposal has the customers' voice in words of its own. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, proposalsSaid } from "../../../journeymap/frontend/room/steps/proposal_counts.js";

const say = (/** @type {string} */ key, /** @type {any} */ values) => (values ? `${key}(${values.text})` : key);
const found = counted([{ item: "m", answer: "change" }, { item: "m", answer: "change" }, { item: "m", answer: "drop" }]).get("m");
const desk = (/** @type {any} */ customers) => /** @type {any} */ ({ say, step: { id: "s" }, now: { customers } });

test("what customers propose is marked beside what everybody does", () => {
  const said = proposalsSaid(desk({ s: [["m", "drop", 1, 1], ["other", "keep", 1, 2]] }), "m", found);
  assert.equal(said, "fate-keep 0 · fate-change 2 · fate-drop 1 · proposals-customers(fate-drop 1)");
});
test("where no customer proposed anything nothing is said of them", () => {
  assert.equal(proposalsSaid(desk({}), "m", found), "fate-keep 0 · fate-change 2 · fate-drop 1");
});
