/** A board's own copy of a map, with a socket that says what the test says and keeps what the model sends. */

import "../page.js";
import { readFileSync } from "node:fs";
import { counts as countsOf } from "../../../journeymap/frontend/board/counts.js";
import { inverse } from "../../../journeymap/frontend/live/inverse.js";
import { BoardModel } from "../../../journeymap/frontend/live/model.js";
import { Rows } from "../../../journeymap/frontend/live/rows.js";
import { TABLES } from "../../../journeymap/frontend/live/schema.js";

/**
 * @typedef {import("../../../journeymap/frontend/live/rows.js").Row} Row
 * @typedef {import("../../../journeymap/frontend/live/rows.js").Change} Changed
 * @typedef {Record<string, Row[]>} Tables
 * @typedef {{ do: string, table: string, id: string, parent?: string | null, after?: string | null,
 *   values?: Record<string, any>, field?: string, value?: any }} Change
 * @typedef {["refused", [mine: number | null, code: string]]
 *   | ["operations", [mine: number | null, from: number, to: number, operations: any[]]]} Step
 */

export class Wire extends EventTarget {
  /** @type {any[]} */
  sent = [];

  again() {
    this.sent.push({ type: "again" });
  }

  open() {
    this.dispatchEvent(new Event("open"));
  }

  close() {}

  /** @param {any} frame */
  send(frame) {
    return this.sent.push(frame) > 0;
  }

  /** @param {any} frame */
  say(frame) {
    this.dispatchEvent(new CustomEvent("frame", { detail: frame }));
  }

  drop(code = 1006) {
    this.dispatchEvent(new CustomEvent("down", { detail: { code, offline: false, last: false } }));
  }
}

/** @param {(table: string, parent: string | null) => Row[]} under @returns {Tables} */
function read(under) {
  /** @type {Tables} */
  const tables = {};
  for (const [table, { parent }] of Object.entries(TABLES)) {
    const parents = parent ? tables[parent].map((row) => row.id) : [null];
    tables[table] = parents.flatMap((one) => under(table, one));
  }
  return tables;
}

/** A map after these operations. @param {Tables} map @param {any[]} operations */
export function rows(map, operations) {
  const copy = Rows.of(map);
  for (const operation of operations) copy.apply(operation);
  return read((table, parent) => copy.under(table, parent));
}

/** A map after these changes and what takes them away again. @param {Tables} map @param {Changed[]} changes */
export function thereAndBack(map, changes) {
  const copy = Rows.of(map);
  /** @type {Changed[][]} */
  const back = [];
  for (const change of changes) {
    back.unshift(inverse(copy, change));
    copy.apply(change);
  }
  for (const change of back.flat()) copy.apply(change);
  return read((table, parent) => copy.under(table, parent));
}

/** A board of this map, whose socket is open. @param {number} revision @param {Tables} map */
export function start(revision, map) {
  const wire = new Wire();
  const model = new BoardModel({ url: "/x", socket: /** @type {any} */ (wire) });
  /** @type {[string, any][]} */
  const said = [];
  for (const name of ["refused", "lost", "overwritten", "caughtup"])
    model.addEventListener(name, (event) => said.push([name, /** @type {CustomEvent} */ (event).detail]));
  model.open();
  const you = { id: "me", name: "Me", role: "participant", may: ["see", "edit"], colour: 0 };
  wire.say({ type: "snapshot", revision, map, you, can: { undo: false, redo: false } });
  return { model, wire, said };
}

/** The small map on which all that can be drawn is drawn; a test in Python holds it to the domain's. */
export function full() {
  const text = readFileSync(new URL("full.json", import.meta.url), "utf-8");
  return /** @type {{ revision: number, map: Tables }} */ (JSON.parse(text));
}

/** A board of that map. */
export function started() {
  const { revision, map } = full();
  return { revision, map, ...start(revision, map) };
}

/** What the board shows. @param {BoardModel} model */
export const shown = (model) => read((table, parent) => model.rows(table, parent));

/** What stands in numbers above a board of this map. @param {number} revision @param {Tables} map */
export const counts = (revision, map) => countsOf(start(revision, map).model);

/** Do this on the board. @param {BoardModel} model @param {Change} change */
function act(model, change) {
  const { table, id, parent = null, values = {}, field = "", value } = change;
  const after = "after" in change ? change.after : undefined;
  if (change.do === "add") return model.add(table, values, { parent, after, id });
  if (change.do === "set") return model.set(table, id, field, value);
  if (change.do === "move") return model.move(table, id, parent, /** @type {any} */ (after));
  return model.remove(table, id);
}

/**
 * What I do at once, and what comes of it in the order in which a server takes it and what others do.
 *
 * @param {number} revision
 * @param {Tables} map
 * @param {Change[]} mine
 * @param {Step[]} steps
 */
export function race(revision, map, mine, steps) {
  const { model, wire, said } = start(revision, map);
  const ops = mine.map((change) => act(model, change));
  const open = new Set(ops);
  /** @type {unknown[]} */
  const broken = [];
  for (const step of steps) {
    const op = step[1][0] === null ? null : ops[step[1][0]];
    answer(wire, step, op);
    open.delete(op);
    const later = mine.filter((_, n) => open.has(ops[n]));
    broken.push(...hidden(model, later));
  }
  const refused = said.filter(([name]) => name === "refused").length;
  const pending = model.pendingIds().size;
  return { shown: shown(model), queued: model.queued, pending, revision: model.revision, broken, refused };
}

/** @param {Wire} wire @param {Step} step @param {string | null} op mine, if it is */
function answer(wire, step, op) {
  if (step[0] === "refused") return wire.say({ type: "refused", op, code: step[1][1], reason: "no" });
  const [, from, to, operations] = step[1];
  if (op) wire.say({ type: "accepted", op, revision: to });
  const named = operations.map((one) => (op ? { ...one, op } : one));
  wire.say({ type: "operations", from: from + 1, to, operations: named });
}

/**
 * What I set last and that is not answered yet must stand on the screen, wherever its row still is: where it does not.
 *
 * @param {BoardModel} model
 * @param {Change[]} later not answered yet
 */
function hidden(model, later) {
  if (later.some((change) => change.do !== "set")) return [];
  const sets = new Map(later.map((change) => [`${change.id}.${change.field}`, change]));
  return [...sets.values()].flatMap(({ table, id, field = "", value }) => {
    const row = model.row(table, id);
    const same = !row || JSON.stringify(row[field]) === JSON.stringify(value);
    return same ? [] : [[table, id, field, row[field], value]];
  });
}
