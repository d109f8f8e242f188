/** The ghost of the as-is on the to-be: found by where a moment comes from. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Ghost } from "../../../journeymap/frontend/board/ghost.js";
import { mapOf } from "./maps.js";

const MODEL = mapOf({
  episodes: [{ id: "e" }],
  moments: [
    { id: "kept", parent: "e", origin: "a" },
    { id: "merged", parent: "e", origin: "a" },
    { id: "hidden", parent: "e", origin: "secret" },
    { id: "new", parent: "e" },
    { id: "toString", parent: "e", origin: "toString" },
  ],
  origins: [
    { id: "o1", parent: "merged", as_is: "b" },
    { id: "o2", parent: "merged", as_is: "a" },
  ],
});

/** @param {Ghost} ghost */
const felt = (ghost) => Object.fromEntries(MODEL.moments().map((/** @type {any} */ moment) => [moment.id, ghost.of(moment)]));

test("a moment has what was felt where it comes from; merged ones the middle; new and hidden ones nothing", () => {
  const ghost = new Ghost(MODEL);
  assert.ok(ghost.take({ a: -2, b: 1 }));
  assert.deepEqual(felt(ghost), { kept: -2, merged: -0.5, hidden: null, new: null, toString: null });
});

test("it says whether it is another one, and without one there is none", () => {
  const ghost = new Ghost(MODEL);
  assert.ok(!ghost.take());
  assert.ok(!ghost.isThere);
  assert.ok(ghost.take({ a: 0 }));
  assert.ok(!ghost.take({ a: 0 }));
  assert.equal(felt(ghost).kept, 0);
  assert.ok(ghost.take({}));
  assert.ok(!ghost.isThere);
  assert.equal(felt(ghost).kept, null);
});
