/** What is said of a proposal has the customers' voice in words of its own. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, proposalsSaid, proposedIn } from "../../../journeymap/frontend/room/steps/proposal_counts.js";

const say = (/** @type {string} */ key, /** @type {any} */ values) => (values ? `${key}(${values.text})` : key);
const given = (/** @type {string} */ author, /** @type {string} */ answer) => ({ item: "m", author, answer });
const found = counted([given("ann", "change"), given("ben", "change"), given("cas", "drop")]).get("m");
const desk = (/** @type {any} */ customers) => /** @type {any} */ ({ say, step: { id: "s" }, now: { customers } });

test("what customers propose is marked beside what everybody does", () => {
  const said = proposalsSaid(desk({ s: [["m", "drop", 1, 1], ["other", "keep", 1, 2]] }), "m", found);
  assert.equal(said, "fate-keep 0 · fate-change 2 · fate-drop 1 · proposals-customers(fate-drop 1)");
});
test("where no customer proposed anything nothing is said of them", () => {
  assert.equal(proposalsSaid(desk({}), "m", found), "fate-keep 0 · fate-change 2 · fate-drop 1");
});
test("whoever the server counts nowhere is not counted, and nobody counts twice", () => {
  const rows = [given("ann", "drop"), given("ann", "keep"), given("ben", "drop"), { ...given("cas", "drop"), private: "s" }];
  const model = { rows: () => rows };
  const at = (/** @type {any} */ uncounted) => proposedIn(/** @type {any} */ ({ model, step: { id: "s" }, now: { uncounted } })).get("m");
  assert.deepEqual([at({})?.keep, at({})?.drop], [1, 1]);
  assert.deepEqual([at({ s: ["ben"] })?.keep, at({ s: ["ben"] })?.drop], [1, 0]);
  assert.equal(at({ other: ["ben"] })?.drop, 1);
  assert.equal(at({ s: ["ann", "ben"] }), undefined);
});
