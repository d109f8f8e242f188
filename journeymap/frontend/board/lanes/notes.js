/** Lanes of small notes under each micro-moment: what is needed, and what happens backstage. */

import { el, furnish, Keyed } from "../../shared/dom.js";
import { Lane } from "./lane.js";
import { onKeys } from "../../shared/keyboard.js";

/**
 * @typedef {import("../../live/rows.js").Row} Row
 * @typedef {import("../layout.js").Column} Column
 * @typedef {{ row: Row | null, column: Column, n: number, more?: number, covered?: boolean }} Note `more`: rows there is no room for;
 *   `covered`: how many these are stands on its corner
 */

const MOST = 4;
/** Where the board is low, so that the curve stands in sight with the cards. */
const MOST_LOW = 2;
const GAP = 4;
/** How large the + is in a column that is full. */
const CORNER = 20;
const BADGE = 30;

class NotesLane extends Lane {
  /**
   * @param {import("../board.js").Board} board
   * @param {string} name
   * @param {string} table
   * @param {number} noteHeight
   */
  constructor(board, name, table, noteHeight) {
    super(board, name);
    this.table = table;
    this.noteHeight = noteHeight;
    this.shown = new Keyed(
      this.body,
      (/** @type {Note} */ { row, column, more }) => row?.id ?? `${more ? "more" : "add"}-${column.moment?.id}`,
      (note) => (note.row ? this.make(note.row.id) : this.#makeButton(note)),
      (element, note) => this.#place(element, note),
    );
  }

  get #asks() {
    return this.board.mayAdd(this.table);
  }

  get #most() {
    return this.board.low ? MOST_LOW : MOST;
  }

  height() {
    const { layout, model } = this.board;
    if (!layout.legible) return 34;
    let most = 1;
    for (const { moment } of layout.columns) if (moment) most = Math.max(most, model.rows(this.table, moment.id).length);
    return Math.min(this.#most, most) * (this.noteHeight + GAP) + GAP + (this.#asks ? GAP : 0);
  }

  said() {
    const { layout, model } = this.board;
    return layout.columns.some(({ moment }) => moment && model.rows(this.table, moment.id).length) ? "" : this.board.say("none-yet");
  }

  /** @param {import("./lane.js").Range} range */
  show(range) {
    const { board } = this;
    /** @type {Note[]} */
    const notes = [];
    const room = this.#most;
    for (const column of range.kept) {
      if (!column.moment) continue;
      const rows = board.model.rows(this.table, column.moment.id);
      const last = rows.length > room ? room - 1 : -1;
      this.fitting(rows, room, range).forEach((row, n) => notes.push({ row, column, n, covered: n === last }));
      if (!board.layout.legible) continue;
      if (rows.length > room) notes.push({ row: null, column, n: room - 1, more: rows.length - room });
      if (this.#asks) notes.push({ row: null, column, n: rows.length });
    }
    this.shown.show(notes, board.look);
  }

  /**
   * @param {HTMLElement} element
   * @param {Note} note
   */
  #place(element, { row, column, n, more, covered }) {
    const { board } = this;
    const { legible } = board.layout;
    const high = legible ? this.noteHeight : 6;
    const gutter = legible ? 8 : 3;
    const top = GAP + n * (high + (legible ? GAP : 1));
    const [left, width] = [column.x + gutter / 2, board.columnWidth - gutter];
    if (!row) return this.#placeButton(element, { left, width, top, high }, more);
    Object.assign(element.style, { left: `${left}px`, width: `${width}px`, top: `${top}px`, height: `${high}px` });
    const picked = board.picked?.id === row.id;
    const mine = board.chosen.has(/** @type {Row} */ (column.moment).id) || picked;
    furnish(element, { tabindex: mine ? 0 : -1 });
    element.classList.toggle("picked", picked);
    element.classList.toggle("covered", !!covered);
    element.classList.toggle("pending", board.toolbar.pending.has(row.id));
    element.classList.toggle("found", board.toolbar.found.has(row.id));
    element.classList.toggle("off", board.path.passes(column.moment?.id));
    board.toolbar.showVisitors(element, row.id);
    this.update(element, row);
  }

  /**
   * What asks for one more note, or says how many more there are. Where there is no free place left, it hangs on the last
   * note, and how many more there are beside it.
   *
   * @param {HTMLElement} element
   * @param {{ left: number, width: number, top: number, high: number }} place where the next note would stand
   * @param {number | undefined} more
   */
  #placeButton(element, { left, width, top, high }, more) {
    const full = top + high > this.high;
    const beside = more && this.#asks ? CORNER + 2 : 0;
    const wide = more ? BADGE : CORNER;
    const corner = { left: left + width + 2 - beside - wide, width: wide, top: this.high - CORNER - 1, height: CORNER };
    const at = full || more ? corner : { left, width, top, height: high };
    for (const [name, value] of Object.entries(at)) element.style.setProperty(name, `${value}px`);
    element.classList.toggle("corner", full && !more);
    if (more) this.#updateMore(element, more);
  }

  /** @param {string} id */
  make(id) {
    const { board, table } = this;
    const note = el("div", { class: "note", role: "button" }, el("p", { dir: "auto" }), el("small", { dir: "auto" }), el("div", { class: "marks" }));
    note.dataset.id = id;
    note.addEventListener("click", () => {
      if (!board.dragging.justDropped) board.pick(table, id);
    });
    note.addEventListener("dblclick", () => board.editing.edit(table, id, "text", note));
    onKeys(note, (event) => {
      if (event.target !== note || event.key !== "Enter") return;
      board.editing.edit(table, id, "text", note);
      event.preventDefault();
      event.stopPropagation();
    });
    board.dragging.liftable(note, { table, id });
    return note;
  }

  /** @param {Note} note */
  #makeButton({ column, more }) {
    const moment = /** @type {Row} */ (column.moment).id;
    // What there is no room for stands in the panel of its moment.
    if (more) return el("button", { type: "button", class: "rest", onclick: () => this.board.pick("moments", moment) });
    const label = this.board.say(`add-${this.name}`);
    const adder = el("button", {
      type: "button",
      class: "add-note",
      text: "+",
      title: label,
      "aria-label": label,
      tabindex: -1,
      onclick: () => this.board.editing.addUnder(this.table, moment),
    });
    adder.dataset.id = moment;
    return adder;
  }

  /**
   * @param {HTMLElement} element
   * @param {number} more
   */
  #updateMore(element, more) {
    const label = this.board.say("rest", { n: more });
    furnish(element, { text: `+${more}`, title: label, "aria-label": label, tabindex: -1 });
  }

  /**
   * @param {HTMLElement} element
   * @param {Row} row
   */
  update(element, row) {
    const [text, small, marks] = /** @type {Iterable<HTMLElement>} */ (element.children);
    furnish(text, { text: row.text });
    furnish(small, { text: this.under(row) });
    const voted = this.board.stage.marksOf(row.id);
    const said = voted.map((mark) => mark.said).join("\n");
    if (marks.dataset.said === said) return;
    marks.dataset.said = said;
    marks.replaceChildren(...voted.map((mark) => el("span", { class: `mark ${mark.kind}`, text: mark.text, title: mark.said })));
  }

  /**
   * What stands small under the text.
   *
   * @param {Row} _row
   */
  under(_row) {
    return "";
  }
}

export class NeedsLane extends NotesLane {
  /** @param {import("../board.js").Board} board */
  constructor(board) {
    super(board, "needs", "needs", 38);
  }
}

export class BackstageLane extends NotesLane {
  /** @param {import("../board.js").Board} board */
  constructor(board) {
    super(board, "backstage", "backstage_steps", 50);
  }

  /** @param {Row} row */
  under({ team, system }) {
    return [team, system].filter(Boolean).join(" · ");
  }
}
