/** Communication: per episode the message, and its tone, that bring about the emotion aimed at. */

import { el, furnish, Keyed } from "../../shared/dom.js";
import { Lane } from "./lane.js";
import { onKeys } from "../../shared/keyboard.js";

/**
 * @typedef {import("../../live/rows.js").Row} Row
 * @typedef {{ row: Row | null, span: import("../layout.js").Span, n: number, more: number }} Item `more`: rows there is no room for
 */

const HIGH = 34;
const MOST = 3;

export class CommunicationLane extends Lane {
  /** @param {import("../board.js").Board} board */
  constructor(board) {
    super(board, "communication");
    this.shown = new Keyed(
      this.body,
      (/** @type {Item} */ { row, span, more }) => row?.id ?? `${more ? "more" : "add"}-${span.episode.id}`,
      ({ row, span, more }) => (row ? this.#make(row.id) : more ? this.#makeRest(span.episode.id) : this.#makeAdder(span.episode.id)),
      (element, item) => this.#place(element, item),
    );
  }

  get #asks() {
    return this.board.mayAdd("communications");
  }

  height() {
    const { layout, model } = this.board;
    const most = Math.max(1, ...layout.spans.map(({ episode }) => model.rows("communications", episode.id).length));
    return Math.min(MOST, most) * (HIGH + 4) + (this.#asks ? 8 : 4);
  }

  said() {
    const { layout, model } = this.board;
    return layout.spans.some(({ episode }) => model.rows("communications", episode.id).length) ? "" : this.board.say("none-yet");
  }

  /** @param {import("./lane.js").Range} range */
  show(range) {
    const { board } = this;
    /** @type {Item[]} */
    const items = [];
    for (const span of range.spans) {
      const all = board.model.rows("communications", span.episode.id);
      const rows = this.fitting(all, MOST, range);
      const more = all.length - rows.length;
      rows.forEach((row, n) => items.push({ row, span, n, more: n === MOST - 1 ? more : 0 }));
      if (more) items.push({ row: null, span, n: MOST - 1, more });
      if (this.#asks) items.push({ row: null, span, n: rows.length, more: 0 });
    }
    this.shown.show(items, board.look);
  }

  /** @param {string} id */
  #make(id) {
    const { board } = this;
    const note = el("div", { class: "message", role: "button", tabindex: 0 }, el("p", { dir: "auto" }));
    note.dataset.id = id;
    note.addEventListener("click", () => board.pick("communications", id));
    note.addEventListener("dblclick", () => board.editing.edit("communications", id, "text", note));
    onKeys(note, (event) => {
      if (event.target !== note || event.key !== "Enter") return;
      board.editing.edit("communications", id, "text", note);
      event.preventDefault();
      event.stopPropagation();
    });
    return note;
  }

  /**
   * What there is no room for stands in the panel of its episode; how much that is stays in sight.
   *
   * @param {string} episode
   */
  #makeRest(episode) {
    const rest = el("button", { type: "button", class: "rest", onclick: () => this.board.pick("episodes", episode) });
    return el("div", { class: "rest-place" }, rest);
  }

  /** @param {string} episode */
  #makeAdder(episode) {
    const label = this.board.say("add-communication");
    const adder = el("button", {
      type: "button",
      class: "add-note",
      text: "+",
      title: label,
      "aria-label": label,
      onclick: () => this.board.editing.addUnder("communications", episode),
    });
    adder.dataset.id = episode;
    return adder;
  }

  /**
   * @param {HTMLElement} element
   * @param {Item} item
   */
  #place(element, { row, span, n, more }) {
    Object.assign(element.style, {
      left: `${span.x + 2}px`,
      width: `${span.width - 4}px`,
      top: `${4 + n * (HIGH + 4)}px`,
      height: `${HIGH}px`,
    });
    const { say, model, picked, toolbar } = this.board;
    if (!row && more) {
      const label = say("rest", { n: more });
      furnish(/** @type {Element} */ (element.firstElementChild), { text: `+${more}`, title: label, "aria-label": label });
      element.style.paddingInlineEnd = this.#asks ? "26px" : "4px";
      return;
    }
    if (!row) {
      const full = 4 + (n + 1) * (HIGH + 4) > this.high;
      if (full) Object.assign(element.style, { left: `${span.x + span.width - 22}px`, width: "20px", top: `${this.high - 21}px`, height: "20px" });
      element.classList.toggle("corner", full);
      return;
    }
    const channel = row.channel && model.row("channels", row.channel)?.name;
    const quoted = say("message", { text: row.text });
    const text = [quoted, [row.tone, channel].filter(Boolean).join(", ")].filter(Boolean).join(" — ");
    furnish(/** @type {Element} */ (element.firstElementChild), { text });
    element.classList.toggle("picked", picked?.id === row.id);
    element.classList.toggle("pending", toolbar.pending.has(row.id));
    element.classList.toggle("found", toolbar.found.has(row.id));
    element.classList.toggle("before-rest", more > 0);
    toolbar.showVisitors(element, row.id);
  }
}
