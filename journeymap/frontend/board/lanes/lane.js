/** What every lane has: a label that stays in sight, a body as wide as the journey, and a height. */

import { el, furnish } from "../../shared/dom.js";

const COLLAPSED = 22;

/**
 * @typedef {import("../layout.js").Column} Column
 * @typedef {import("../layout.js").Span} Span
 * @typedef {{ from: number, to: number, columns: Column[], kept: Column[], spans: Span[], held: Set<string>, sight: number }} Range
 *   `sight`: how wide it is; the columns in sight, and the episodes over them; `kept` are also those out of sight with a row one has hold of (`held`)
 */

export class Lane {
  /**
   * @param {import("../board.js").Board} board
   * @param {string} name
   */
  constructor(board, name) {
    this.board = board;
    this.name = name;
    /** How high it is when it is not folded up, since it was last arranged. */
    this.high = 0;
    /** Whether it stays at the top while one looks through the lanes below it. */
    this.pins = false;
    this.title = el("button", {
      type: "button",
      class: "lane-title",
      text: board.say(`lane-${name}`),
      title: board.say("lane-fold"),
      onclick: () => this.fold(),
    });
    this.detail = el("p", { class: "lane-detail" });
    this.label = el("div", { class: "lane-label" }, this.title, this.detail);
    this.body = el("div", { class: "lane-body" });
    this.element = el("div", { class: `lane lane-${name}`, role: "group", "aria-label": board.say(`lane-${name}`) }, this.label, this.body);
  }

  get collapsed() {
    return this.board.views.collapsed(this.name);
  }

  /** How high it is as it stands, folded up or not. */
  get standing() {
    return this.collapsed ? COLLAPSED : this.high;
  }

  /**
   * Stay this far from the top of the sight, or scroll along.
   *
   * @param {number | null} top
   */
  pin(top) {
    this.element.classList.toggle("pinned", top !== null);
    this.element.style.top = top === null ? "" : `${top}px`;
  }

  /** Fold the lane up to its title, or unfold it. */
  fold() {
    this.board.views.toggle("collapsed", this.name);
    this.board.arrange();
  }

  /** How high the lane is, unfolded; in CSS pixels. */
  height() {
    return 80;
  }

  /** A few words under the title. */
  said() {
    return "";
  }

  /** How many there are, as it stands under the title; nothing is said as a word, not as a nought. @param {string} key @param {number} n */
  counted(key, n) {
    return n ? this.board.say(key, { n }) : this.board.say("none-yet");
  }

  /** Take the new layout into account. */
  arrange() {
    const { collapsed } = this;
    this.high = this.height();
    this.element.classList.toggle("collapsed", collapsed);
    this.title.setAttribute("aria-expanded", String(!collapsed));
    this.body.style.width = `${this.board.layout.width}px`;
    this.element.style.height = `${this.standing}px`;
    const said = collapsed ? "" : this.said();
    if (this.detail.textContent !== said) this.detail.textContent = said;
  }

  /**
   * Draw what is in sight.
   *
   * @param {Range} range
   */
  draw(range) {
    if (this.collapsed) this.body.replaceChildren();
    else this.show(range);
  }

  /**
   * As many rows as there is room for; one that somebody has hold of takes the last place, where it stands further down.
   *
   * @param {import("../../live/rows.js").Row[]} rows
   * @param {number} most
   * @param {Range} range
   */
  fitting(rows, most, { held }) {
    const last = rows.slice(most).find(({ id }) => held.has(id));
    return last ? [...rows.slice(0, most - 1), last] : rows.slice(0, most);
  }

  /**
   * Lay a drawing over the columns of a range, and no further: what is wide is slow to paint. Inside it,
   * places are those of the canvas. Returns its two edges.
   *
   * @param {SVGElement} drawing
   * @param {Range} range
   */
  cover(drawing, { columns }) {
    const { columnWidth } = this.board;
    const left = columns.length ? columns[0].x : 0;
    const right = columns.length ? columns[columns.length - 1].x + columnWidth : 0;
    const [width, height] = [Math.max(1, right - left), this.high];
    furnish(drawing, { width, height, viewBox: `${left} 0 ${width} ${height}` });
    drawing.style.left = `${left}px`;
    return { left, right };
  }

  /**
   * @param {Range} _range
   */
  show(_range) {}
}
