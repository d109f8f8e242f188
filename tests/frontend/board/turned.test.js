/** Where one sees what an undo changed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf } from "../../../journeymap/frontend/board/turned.js";
import { Turns } from "../../../journeymap/frontend/live/turns.js";
import { mapOf } from "./maps.js";

const TABLES = {
  episodes: [{ id: "e" }],
  moments: [{ id: "m", parent: "e" }],
  needs: [{ id: "n", parent: "m" }],
  touchpoints: [{ id: "t", parent: "m", channel: "c" }],
};
const MODEL = {
  ...mapOf(TABLES),
  find: (/** @type {string} */ id) => Object.entries(TABLES).flatMap(([table, rows]) => (rows.some((row) => row.id === id) ? [{ table }] : []))[0],
};

test("a row is seen where it stands, and a feeling on the curve", () => {
  assert.deepEqual(placeOf(MODEL, { table: "needs", id: "n" }), { table: "needs", id: "n", lane: null });
  assert.deepEqual(placeOf(MODEL, { table: "moments", id: "m", field: "felt_valence" }), { table: "moments", id: "m", lane: "emotion" });
  assert.deepEqual(placeOf(MODEL, { table: "moments", id: "m", field: "text" }), { table: "moments", id: "m", lane: null });
});

test("what has no place of its own is seen at what it stands under; so is what is gone", () => {
  assert.deepEqual(placeOf(MODEL, { table: "touchpoints", id: "t" }), { table: "moments", id: "m", lane: "channels" });
  const was = { id: "gone", parent: "m" };
  assert.deepEqual(placeOf(MODEL, { table: "needs", id: "gone", was }), { table: "moments", id: "m", lane: null });
  assert.deepEqual(placeOf(MODEL, { table: "moments", id: "gone", was: { id: "gone", parent: "e" } }), { table: "episodes", id: "e", lane: null });
});

test("what the board does not show has no place on it", () => {
  assert.equal(placeOf(MODEL, { table: "maps", id: "map" }), null);
  assert.equal(placeOf(MODEL, { table: "needs", id: "gone", was: { id: "gone", parent: "gone too" } }), null);
});

test("of all operations those count that came of an undo or redo of mine, each turn by itself", () => {
  const turns = new Turns();
  turns.ask("u", "undo");
  turns.ask("r", "redo");
  const nameOf = (/** @type {{ op: string }} */ { op }) => op.split("~")[0];
  const changes = ["x", "u~1", "r", "u~2"].map((op, n) => ({ op, table: "moments", id: `m${n}` }));
  const found = turns.of(changes, nameOf, () => undefined);
  assert.deepEqual(
    found.map(({ turn, kind, rows }) => [turn, kind, rows.map(({ id }) => id)]),
    [
      ["u", "undo", ["m1", "m3"]],
      ["r", "redo", ["m2"]],
    ],
  );
});

test("those that nothing came of are forgotten in the end", () => {
  const turns = new Turns();
  for (let n = 0; n < 60; n += 1) turns.ask(`u${n}`, "undo");
  const of = (/** @type {string} */ op) => turns.of([{ table: "moments", id: "m" }], () => op, () => undefined).length;
  assert.deepEqual([of("u0"), of("u59")], [0, 1]);
});
