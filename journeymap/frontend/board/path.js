/**
 * The path that somebody has chosen to look at: drawn over the micro-moments with the number of each step; what it does
 * not come by is quieter. It is chosen for oneself, and is there again at the next visit.
 */

import { el, furnish, svg } from "../shared/dom.js";
import { drawn, legsOf, numbersOf, stepsOf } from "./path_legs.js";

/** How much higher the lane of micro-moments is with a path over it. */
export const STRIP = 26;
const LINE = 17;
const NODE = 9;
/** In columns narrower than this a node has no number. */
const NUMBERED = 20;
/** And in these it is small. */
const CLOSE = 34;
const DOT = 3.5;
/** Where the arrow of a leg stands, and how large it is. */
const ARROW = 5;

export class ChosenPath {
  #state = -1;
  /** @type {string[]} */
  #steps = [];
  /** @type {Map<string, number[]>} */
  #numbers = new Map();
  #offered = "";
  /** The path that was chosen at an earlier visit, until the paths are here or another one is chosen. */
  #earlier;

  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    this.#earlier = board.views.path(board.map);
    const label = board.say("path");
    this.select = el("select", { class: "path-choice", "aria-label": label, title: label });
    this.select.addEventListener("change", () => this.choose(this.select.value));
    this.drawing = svg("svg", { class: "path-line", "aria-hidden": "true" });
  }

  /** The row of the path that is chosen; nothing where none is, or it is gone. */
  get row() {
    return this.select.value ? this.board.model.row("paths", this.select.value) : undefined;
  }

  /** Whether a path is chosen. */
  get isOn() {
    return !!this.row;
  }

  /** @param {string} id of a path; nothing: all of the journey again */
  choose(id) {
    const { board } = this;
    this.select.value = id;
    this.#state = -1;
    this.#earlier = "";
    board.views.setPath(board.map, id);
    board.arrange();
    const { row } = this;
    board.announce(row ? board.say("path-chosen", { name: row.name, n: this.#read().size, all: board.layout.byMoment.size }) : board.say("path-all"));
  }

  /** Offer the paths there are now; one that is gone is no longer chosen. */
  draw() {
    const { model, say } = this.board;
    const paths = model.rows("paths");
    const offered = paths.map(({ id, name }) => `${id} ${name}`).join("|");
    this.select.hidden = !paths.length;
    if (offered === this.#offered) return;
    this.#offered = offered;
    const before = this.select.value || this.#earlier;
    const options = paths.map(({ id, name }) => el("option", { value: id, text: name }));
    this.select.replaceChildren(el("option", { value: "", text: say("path-all") }), ...options);
    this.select.value = paths.some(({ id }) => id === before) ? before : "";
    if (!before) return;
    if (this.select.value) this.#earlier = "";
    this.board.arrangeSoon();
  }

  /** At which steps it comes by each moment. */
  #read() {
    const { board, row } = this;
    if (this.#state === board.state) return this.#numbers;
    this.#state = board.state;
    this.#steps = row ? stepsOf(board.model, row.id) : [];
    this.#numbers = numbersOf(this.#steps);
    return this.#numbers;
  }

  /**
   * Whether a moment is beside the path that is chosen.
   *
   * @param {string | undefined} moment
   */
  passes(moment) {
    return this.isOn && !this.#read().has(moment ?? "");
  }

  /**
   * What is said of a moment: which step it is.
   *
   * @param {string} moment
   */
  said(moment) {
    const { row, board } = this;
    if (!row) return "";
    const steps = this.#read().get(moment);
    return steps ? board.say("path-step", { name: row.name, n: steps.join(", ") }) : board.say("path-not", { name: row.name });
  }

  /**
   * The line over the cards.
   *
   * @param {import("./lanes/lane.js").Lane} lane
   * @param {import("./lanes/lane.js").Range} range
   */
  show(lane, range) {
    if (!this.isOn) return this.drawing.remove();
    if (!this.drawing.isConnected) lane.body.append(this.drawing);
    const { layout, columnWidth } = this.board;
    const { left, right } = lane.cover(this.drawing, range);
    furnish(this.drawing, { height: STRIP + 4, viewBox: `${left} 0 ${Math.max(1, right - left)} ${STRIP + 4}` });
    const numbers = this.#read();
    const near = legsOf(layout.byMoment, this.#steps).filter(({ from, to }) => reaches(from, to, range));
    const legs = near.map((leg) => svg("path", { class: `leg ${leg.kind}`, d: drawn(leg, columnWidth, LINE, LINE - 3) }));
    const arrows = near.map((leg) => this.#arrow(leg));
    const nodes = range.columns.flatMap(({ x, moment }) => {
      const steps = moment && numbers.get(moment.id);
      return steps ? this.#node(x + columnWidth / 2, steps) : [];
    });
    this.drawing.replaceChildren(...legs, ...arrows.filter((one) => one !== null), ...nodes);
  }

  /** Which way a leg goes, where there is room to say it. @param {import("./path_legs.js").Leg} leg */
  #arrow({ from, to, kind }) {
    const { columnWidth } = this.board;
    if (from === to || Math.abs(to.x - from.x) < NODE * 2 + ARROW * 3) return null;
    const x = (from.x + to.x + columnWidth) / 2;
    // The top of its arc stands three quarters of the room above the line.
    const y = kind === "back" ? LINE - (LINE - 3) * 0.75 : LINE;
    const by = kind === "back" ? -ARROW : ARROW;
    return svg("path", { class: "arrow", d: `M${x - by} ${y - ARROW}L${x + by} ${y}L${x - by} ${y + ARROW}Z` });
  }

  /**
   * @param {number} x
   * @param {number[]} steps
   * @returns {SVGElement[]}
   */
  #node(x, steps) {
    const { columnWidth } = this.board;
    if (columnWidth < NUMBERED) return [svg("circle", { class: "node", cx: x, cy: LINE, r: DOT })];
    const close = columnWidth < CLOSE;
    const [half, letter] = close ? [NODE - 2.5, 5.2] : [NODE, 6.5];
    const all = steps.join("·");
    const text = all.length * letter + 8 < columnWidth ? all : `${steps[0]}${close ? "" : "+"}`;
    const wide = Math.max(half * 2, Math.min(columnWidth - 1, 8 + text.length * letter));
    const box = svg("rect", { class: "node", x: x - wide / 2, y: LINE - half, width: wide, height: half * 2, rx: half });
    const number = svg("text", { class: close ? "node-number close" : "node-number", x, y: LINE + (close ? 3 : 3.7), "text-anchor": "middle" });
    number.textContent = text;
    return [box, number];
  }
}

/**
 * Whether any of a leg is in sight.
 *
 * @param {import("./layout.js").Column} from
 * @param {import("./layout.js").Column} to
 * @param {import("./lanes/lane.js").Range} range
 */
function reaches(from, to, range) {
  return Math.min(from.index, to.index) <= range.to && Math.max(from.index, to.index) >= range.from;
}
