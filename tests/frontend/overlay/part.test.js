/** The picture of two maps in parts: nothing is lost between two sheets, and every episode is a stop. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { part, parts, stops } from "../../../journeymap/frontend/overlay/part.js";
import { linesBeside } from "../../../journeymap/frontend/overlay/side.js";
import { tier } from "../../../journeymap/frontend/overlay/zoom.js";

/** @param {number} column @param {string} id */
const card = (column, id) => /** @type {any} */ ({ id, column, text: id });
/** @param {string} id @param {number} first @param {number} last */
const band = (id, first, last) => ({ id, title: id, aim: "", first, last, colour: "#000" });

/** So many columns, a card of each map in every second one at least, and a link that crosses all of them. @param {number} n */
function picture(n) {
  const all = Array.from({ length: n }, (_, at) => at);
  return /** @type {any} */ ({
    columns: n,
    as_is: all.map((at) => card(at, `a${at}`)),
    to_be: all.filter((at) => at % 2 === 0).map((at) => card(at, `b${at}`)),
    links: [{ from: 0, to: (n - 1) & ~1, fate: "moved" }, { from: 1, to: 0, fate: "merged" }],
    as_is_episodes: [band("one", 0, Math.floor(n / 2)), band("two", Math.floor(n / 2) + 1, n - 1)],
    to_be_episodes: [band("one", 0, n - 1)],
    felt: all.map((at) => [at, at % 3 ? 1 : null]),
    targeted: [[0, 2]],
  });
}

for (const n of [1, 9, 10, 11, 59, 64, 140]) {
  test(`on the sheets of ${n} columns every card stands once, in its order, and no sheet is wider than said`, () => {
    const sheets = parts(picture(n), 10);
    assert.ok(sheets.every(({ columns }) => columns > 0 && columns <= 10));
    assert.equal(sheets.reduce((sum, { columns }) => sum + columns, 0), n);
    assert.deepEqual(sheets.flatMap(({ as_is }) => as_is.map(({ id }) => id)), picture(n).as_is.map((/** @type {any} */ one) => one.id));
    assert.deepEqual(sheets.flatMap(({ to_be }) => to_be.map(({ id }) => id)), picture(n).to_be.map((/** @type {any} */ one) => one.id));
    for (const { columns, as_is, to_be } of sheets) for (const one of [...as_is, ...to_be]) assert.ok(one.column >= 0 && one.column < columns);
    assert.ok(sheets.every(({ as_is_episodes }) => as_is_episodes.length > 0), "each sheet says whose episode it shows");
  });
}

test("an empty picture has no sheet", () => assert.deepEqual(parts(picture(0), 10), []));

test("what is joined with a card on another sheet says in which column that stands, on both sheets", () => {
  const sheets = parts(picture(20), 10);
  assert.deepEqual(sheets.map(({ elsewhere }) => elsewhere.map(({ card: { id }, side, column }) => [id, side, column])), [
    [["a0", "as-is", 18]],
    [["b18", "to-be", 0]],
  ]);
  assert.deepEqual(sheets.map(({ links }) => links.length), [1, 0]);
});

test("a part keeps curves and episodes where they are, from its own first column on", () => {
  const cut = part(picture(12), 6, 9);
  assert.deepEqual(cut.felt.map(([column]) => column), [0, 1, 2, 3]);
  assert.deepEqual(cut.as_is_episodes.map(({ id, first, last }) => [id, first, last]), [["one", 0, 0], ["two", 1, 3]]);
});

test("one goes from episode to episode, and to new ones where they stand", () => {
  const both = { ...picture(10), as_is_episodes: [band("one", 0, 3), band("two", 6, 7)], to_be_episodes: [band("one", 0, 4), band("fresh", 5, 5), band("two", 6, 9)] };
  assert.deepEqual(stops(both).map(({ id, first, last }) => [id, first, last]), [
    ["as-is:one", 0, 4],
    ["to-be:fresh", 5, 5],
    ["as-is:two", 6, 9],
  ]);
});

test("side by side each column is a line, with whatever begins there", () => {
  const lines = linesBeside({ ...picture(5), words: {} });
  assert.deepEqual(lines.map(({ as_is, to_be }) => [as_is?.id, to_be?.id]), [["a0", "b0"], ["a1", undefined], ["a2", "b2"], ["a3", undefined], ["a4", "b4"]]);
  assert.deepEqual(lines.map(({ before, after }) => [before?.id, after?.id]), [["one", "one"], [undefined, undefined], [undefined, undefined], ["two", undefined], [undefined, undefined]]);
});

test("the narrower a column, the less stands on its card", () => {
  assert.deepEqual([200, 84, 83, 52, 51, 13, 12, 4].map(tier), ["words", "words", "few", "few", "signs", "signs", "bars", "bars"]);
});
