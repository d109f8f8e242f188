import assert from "node:assert/strict";
import test from "node:test";

import { placeBefore, walkOf } from "../../../journeymap/frontend/reversed/walk.js";

const MOMENTS = /** @type {Record<string, { id: string }[]>} */ ({ first: [{ id: "a" }, { id: "b" }], last: [{ id: "c" }], none: [] });
const model = {
  rows: (/** @type {string} */ table, /** @type {string | null | undefined} */ parent) =>
    table === "episodes" ? [{ id: "first" }, { id: "none" }, { id: "last" }] : (MOMENTS[parent ?? ""] ?? []),
};

test("every episode's outcome comes first, from the last to the first, and then the moments backwards", () => {
  assert.deepEqual(
    walkOf(model).map(({ kind, id }) => `${kind} ${id}`),
    ["aim last", "aim none", "aim first", "moment c", "empty end-none", "moment b", "moment a"],
  );
});

test("what happened just before stands before what is asked about", () => {
  const stops = walkOf(model);
  const at = (/** @type {string} */ id) => placeBefore(model, /** @type {any} */ (stops.find((one) => one.id === id)));
  assert.deepEqual([at("b"), at("a"), at("c"), at("end-none")], ["a", null, null, null]);
});
