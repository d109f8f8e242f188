import assert from "node:assert/strict";
import test from "node:test";

import { actOf } from "../../../journeymap/frontend/dispositions/keys.js";

const KINDS = ["kept", "changed", "moved", "moved-channel", "merged", "split", "removed"];
/** @param {string} key @param {object} [more] */
const act = (key, more = {}) => actOf({ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...more }, KINDS);

test("the numbers are the kinds in their order, and there is none beyond them", () => {
  assert.deepEqual(["1", "4", "7", "8", "0"].map((key) => act(key)), ["kept", "moved-channel", "removed", "", "undecided"]);
});

test("Enter confirms, and what belongs to the browser is left to it", () => {
  assert.equal(act("Enter"), "confirm");
  for (const key of ["Enter", "r", "1"]) assert.equal(act(key, { ctrlKey: true }), "");
  assert.equal(act("x"), "");
});

test("Ctrl+Z and Cmd+Z take back, redoing is left to the page", () => {
  for (const held of ["ctrlKey", "metaKey"]) assert.equal(act("z", { [held]: true }), "undo");
  assert.equal(act("z", { ctrlKey: true, shiftKey: true }), "");
  assert.equal(act("z"), "");
});
