// @ts-check
/** Lanes of small notes under each micro-moment: what is needed, and what happens backstage. */

import { el, furnish, Keyed } from "../dom.js";
import { Lane } from "./lane.js";

/**
 * @typedef {import("../rows.js").Row} Row
 * @typedef {import("../layout.js").Column} Column
 * @typedef {{ row: Row | null, column: Column, n: number, more: number }} Note
 */

const MOST = 4;
const GAP = 4;
/** How large the + is in a column that is full. */
const CORNER = 20;

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
      (/** @type {Note} */ { row, column }) => row?.id ?? `add-${column.moment?.id}`,
      (note) => (note.row ? this.make(note.row.id) : this.#makeAdder(/** @type {Row} */ (note.column.moment).id)),
      (element, note) => this.#place(element, note),
    );
  }

  height() {
    const { layout, model, mayEdit } = this.board;
    if (!layout.legible) return 34;
    let most = 1;
    for (const { moment } of layout.columns) if (moment) most = Math.max(most, model.rows(this.table, moment.id).length);
    return Math.min(MOST, most) * (this.noteHeight + GAP) + GAP + (mayEdit ? GAP : 0);
  }

  /** @param {import("./lane.js").Range} range */
  show(range) {
    const { board } = this;
    /** @type {Note[]} */
    const notes = [];
    for (const column of range.columns) {
      if (!column.moment) continue;
      const rows = board.model.rows(this.table, column.moment.id);
      rows.slice(0, MOST).forEach((row, n) => {
        notes.push({ row, column, n, more: n === MOST - 1 ? rows.length - MOST : 0 });
      });
      if (board.mayEdit && board.layout.legible) notes.push({ row: null, column, n: rows.length, more: 0 });
    }
    this.shown.show(notes, board.look);
  }

  /**
   * @param {HTMLElement} element
   * @param {Note} note
   */
  #place(element, { row, column, n, more }) {
    const { board } = this;
    const { legible } = board.layout;
    const high = legible ? this.noteHeight : 6;
    const gutter = legible ? 8 : 3;
    const top = GAP + n * (high + (legible ? GAP : 1));
    const [left, width] = [column.x + gutter / 2, board.columnWidth - gutter];
    if (!row) {
      // Where there is no free place left, it hangs on the last note.
      const full = top + high > this.high;
      Object.assign(element.style, {
        left: `${full ? left + width - CORNER + 2 : left}px`,
        width: `${full ? CORNER : width}px`,
        top: `${full ? this.high - CORNER - 1 : top}px`,
        height: `${full ? CORNER : high}px`,
      });
      element.classList.toggle("corner", full);
      return;
    }
    Object.assign(element.style, { left: `${left}px`, width: `${width}px`, top: `${top}px`, height: `${high}px` });
    const mine = board.chosen.has(/** @type {Row} */ (column.moment).id) || board.picked?.id === row.id;
    furnish(element, { tabindex: mine ? 0 : -1, title: row.text });
    element.classList.toggle("picked", board.picked?.id === row.id);
    element.classList.toggle("pending", board.toolbar.pending.has(row.id));
    this.update(element, row, more);
  }

  /** @param {string} id */
  make(id) {
    const { board, table } = this;
    const note = el("div", { class: "note", role: "button" }, el("p", { dir: "auto" }), el("small", { dir: "auto" }), el("div", { class: "marks" }));
    note.addEventListener("click", () => {
      if (!board.dragging.justDropped) board.pick(table, id);
    });
    note.addEventListener("dblclick", () => board.editing.edit(table, id, "text", note));
    note.addEventListener("keydown", (event) => {
      if (event.target !== note) return;
      if (event.key === "Enter") board.editing.edit(table, id, "text", note);
      else if (event.key === "Delete" && board.mayEdit) board.model.remove(table, id);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    board.dragging.liftable(note, { table, id });
    return note;
  }

  /** @param {string} moment */
  #makeAdder(moment) {
    const label = this.board.say(`add-${this.name}`);
    return el("button", {
      type: "button",
      class: "add-note",
      text: "+",
      title: label,
      "aria-label": label,
      tabindex: -1,
      onclick: () => this.board.editing.addUnder(this.table, moment),
    });
  }

  /**
   * @param {HTMLElement} element
   * @param {Row} row
   * @param {number} more
   */
  update(element, row, more) {
    const [text, small, marks] = /** @type {Iterable<HTMLElement>} */ (element.children);
    furnish(text, { text: row.text });
    furnish(small, { text: [this.under(row), more > 0 && `+${more}`].filter(Boolean).join(" · ") });
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
