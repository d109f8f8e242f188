/**
 * After an undo or a redo one sees what it changed: it comes into sight, is marked for a moment, and is said aloud. Of
 * what is gone with it, the place where it stood.
 */

import { el } from "../shared/dom.js";
import { columnOf } from "./viewport.js";

/**
 * @typedef {import("../live/turns.js").Turned} Change
 * @typedef {{ table: string, id: string, lane: string | null }} Place `lane`: the lane in which it is seen, beside its row
 */

const STAYS_MS = 2_600;
/** What stands for itself on the board; all else is seen at the row that it stands under. */
const DRAWN = new Set(["episodes", "moments", "needs", "backstage_steps", "communications", "channels"]);
/** In which lane a change is seen that has no row there. @type {Record<string, string>} */
const SEEN_IN = { touchpoints: "channels" };

/**
 * Where on the board one sees a change.
 *
 * @param {{ row: (table: string, id: string) => any, find: (id: string) => { table: string } | undefined }} model as it is now
 * @param {Change} change
 * @returns {Place | null}
 */
export function placeOf(model, { table, id, field = "", was }) {
  const now = model.row(table, id);
  if (now && DRAWN.has(table)) return { table, id, lane: /^(felt|targeted)_/.test(field) ? "emotion" : null };
  return above(model, now ?? was, SEEN_IN[table] ?? null);
}

/**
 * @param {{ find: (id: string) => { table: string } | undefined }} model
 * @param {any} row
 * @param {string | null} lane
 * @returns {Place | null}
 */
function above(model, row, lane) {
  const table = row?.parent && model.find(row.parent)?.table;
  return table && DRAWN.has(table) ? { table, id: row.parent, lane } : null;
}

/** What a row is called. @param {any} row @returns {string} */
const nameOf = (row) => row?.text ?? row?.title ?? row?.name ?? "";

export class TurnMarks {
  #turn = "";
  /** @type {Place[]} */
  #places = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {HTMLElement[]} */
  #spots = [];

  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    const listener = (/** @type {any} */ event) => this.#take(event.detail);
    board.model.addEventListener("turned", listener);
    board.leaving.push(() => {
      clearTimeout(this.#timer);
      board.model.removeEventListener("turned", listener);
    });
  }

  /** @param {import("../live/turns.js").Turn} turn */
  #take({ turn, kind, rows }) {
    const { board } = this;
    const isFirst = turn !== this.#turn;
    if (isFirst) this.#clear();
    this.#turn = turn;
    this.#places.push(...rows.flatMap((row) => placeOf(board.model, row) ?? []));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#clear(), STAYS_MS);
    // What is new has to have its place first.
    board.arrange();
    if (isFirst) this.#show(kind, rows);
    board.draw();
  }

  /**
   * @param {"undo" | "redo"} kind
   * @param {Change[]} rows
   */
  #show(kind, rows) {
    const { board } = this;
    const along = (/** @type {Place} */ place) => columnOf(board, place)?.index ?? 0;
    const [first] = [...this.#places].sort((one, other) => along(one) - along(other));
    if (first && !board.editing.open) board.toolbar.searching.show(first, first.lane);
    const [change] = rows;
    const what = nameOf(board.model.row(change.table, change.id) ?? change.was) || (first ? nameOf(board.model.row(first.table, first.id)) : "");
    board.announce(board.say(`turned-${kind}`, { n: rows.length, what }));
  }

  /** The board was drawn: what is marked may be another element now. */
  follow() {
    for (const { id } of this.#places) this.board.elementOf(id)?.classList.add("turned");
    for (const spot of this.#spots) spot.remove();
    this.#spots = this.#places.flatMap((place) => this.#spot(place) ?? []);
  }

  /** The part of a curve or of the channels that is marked. @param {Place} place */
  #spot(place) {
    const { board } = this;
    const lane = place.lane && board.lanes.find(({ name, collapsed }) => name === place.lane && !collapsed);
    const column = lane && board.layout.byMoment.get(place.id);
    if (!lane || !column) return null;
    const spot = el("div", { class: "turned-spot turned", "aria-hidden": "true" });
    spot.style.left = `${column.x + 2}px`;
    spot.style.width = `${board.columnWidth - 4}px`;
    lane.body.append(spot);
    return spot;
  }

  #clear() {
    this.#turn = "";
    this.#places = [];
    for (const spot of this.#spots) spot.remove();
    this.#spots = [];
    for (const one of this.board.canvas.querySelectorAll(".turned")) one.classList.remove("turned");
  }
}
