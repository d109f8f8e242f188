/** What the hover card says: every word that a bar has no room for. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { words } from "../../../journeymap/frontend/board/hover_words.js";
import { mapOf } from "./maps.js";

const MODEL = mapOf({
  channels: [
    { id: "phone", name: "Phone" },
    { id: "desk", name: "Desk" },
  ],
  episodes: [{ id: "e", title: "At the park", targeted_valence: 1, targeted_label: "" }],
  moments: [
    { id: "m", parent: "e", text: "I call", felt_valence: -1, moment_of_truth: true },
    { id: "bare", parent: "e", text: "I wait" },
  ],
  touchpoints: ["phone", "desk", "phone"].map((channel, n) => ({ id: `t${n}`, parent: "m", channel })),
  pain_points: [1, 2, 3, 4, 5].map((n) => ({ id: `p${n}`, parent: "m", text: `pain ${n}` })),
  needs: [{ id: "n", parent: "m", text: "be sure" }],
  backstage_steps: [{ id: "b", parent: "m", text: "look it up", team: "Desk", system: "CRM" }],
  communications: [{ id: "c", parent: "e", text: "Welcome", tone: "warm", channel: "desk" }],
});

const known = {
  model: MODEL,
  say: (/** @type {string} */ key, /** @type {any} */ { n, feeling, text } = {}) => [key, n ?? feeling ?? text].filter((one) => one !== undefined).join(" "),
  feeling: (/** @type {number | null | undefined} */ valence) => (valence === null || valence === undefined ? "" : `feels ${valence}`),
  marks: (/** @type {string} */ id) => (id === "m" ? ["3 dots"] : []),
};

/** @param {string} table @param {string} id */
const said = (table, id) => {
  const found = words(known, table, id);
  assert.ok(found);
  return [found.over, found.title, ...found.lines.map(({ text }) => text)];
};

test("a moment says its episode, text, feeling, marks, channels, pains and needs; what is too much is counted", () => {
  const pains = ["pain 1", "pain 2", "pain 3", "channels-more 2"];
  assert.deepEqual(said("moments", "m"), ["At the park", "I call", "feels -1", "truth. 3 dots", "Phone, Desk", ...pains, "be sure"]);
});

test("of a moment about which nothing is known yet, it is said that the feeling is not", () => {
  assert.deepEqual(said("moments", "bare"), ["At the park", "I wait", "felt-unsaid"]);
});

test("every other row of the board says its own words, and where it stands", () => {
  assert.deepEqual(said("episodes", "e"), ["moments-count 2", "At the park", "should-feel feels 1"]);
  assert.deepEqual(said("needs", "n"), ["I call", "be sure"]);
  assert.deepEqual(said("backstage_steps", "b"), ["I call", "look it up", "Desk · CRM"]);
  assert.deepEqual(said("communications", "c"), ["At the park", "message Welcome", "warm, Desk"]);
  assert.deepEqual(said("channels", "phone"), ["", "Phone", "moments-count 1"]);
});

test("of what is gone nothing is said", () => {
  assert.equal(words(known, "moments", "gone"), null);
  assert.equal(words(known, "maps", "m"), null);
});
