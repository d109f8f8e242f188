// @ts-check
/**
 * The emotion curve: felt as a line, targeted as dashes, the gap between them shaded. Points are
 * dragged up and down, or moved with the arrow keys.
 */

import { furnish, svg } from "../dom.js";
import { face } from "../faces.js";
import { clamp } from "../layout.js";
import { Lane } from "./lane.js";

/**
 * @typedef {import("../layout.js").Column} Column
 * @typedef {"felt" | "targeted"} Which
 * @typedef {{ column: Column, which: Which, valence: number }} Held
 * @typedef {{ column: Column, x: number, felt: number | null, targeted: number | null }} Point
 */

const HIGH = 136;
const EDGE = 18;
const GRIP = 14;
const STEP = 0.5;

export class EmotionLane extends Lane {
  /** @param {import("../board.js").Board} board */
  constructor(board) {
    super(board, "emotion");
    /** @type {Held | null} */
    this.held = null;
    this.cursor = 0;
    /** @type {Map<number, SVGElement[]>} by column */
    this.kept = new Map();
    this.keptLook = -1;
    this.drawing = svg("svg", { class: "curve", "aria-hidden": "true" });
    this.scene = svg("g");
    this.drawing.append(this.scene);
    this.body.append(this.drawing);
    furnish(this.body, { tabindex: 0, role: "application", "aria-label": board.say("emotion-keys") });
    this.body.addEventListener("pointerdown", (event) => this.#grip(event));
    this.body.addEventListener("pointermove", (event) => this.#pull(event));
    this.body.addEventListener("pointerup", () => this.#letGo());
    this.body.addEventListener("pointercancel", () => this.#drop());
    this.body.addEventListener("keydown", (event) => this.#key(event));
    this.body.addEventListener("focus", () => board.draw());
    this.body.addEventListener("blur", () => board.draw());
  }

  height() {
    return HIGH;
  }

  said() {
    return this.board.say("emotion-said");
  }

  /** @param {number} valence */
  #y(valence) {
    return HIGH / 2 - (valence / 2) * (HIGH / 2 - EDGE);
  }

  /** @param {number} y */
  #valenceAt(y) {
    const raw = ((HIGH / 2 - y) / (HIGH / 2 - EDGE)) * 2;
    return clamp(Math.round(raw / STEP) * STEP, -2, 2);
  }

  /**
   * What is felt or aimed at in a column; what is being dragged shows where it is held.
   *
   * @param {Column} column
   * @param {Which} which
   * @returns {number | null}
   */
  #valence({ moment, episode }, which) {
    if (!moment) return null;
    const { held } = this;
    if (held?.which === which) {
      const whole = which === "targeted" && !overrides(held.column.moment) && !overrides(moment);
      if (held.column.moment?.id === moment.id || (whole && held.column.episode.id === episode.id)) return held.valence;
    }
    if (which === "felt") return moment.felt_valence;
    return overrides(moment) ? moment.targeted_valence : episode.targeted_valence;
  }

  /**
   * @param {Column} column
   * @returns {Point}
   */
  #point(column) {
    return {
      column,
      x: column.x + this.board.columnWidth / 2,
      felt: this.#valence(column, "felt"),
      targeted: this.#valence(column, "targeted"),
    };
  }

  /**
   * The points of a line: those in sight, and the next one on either side, however far away it is.
   *
   * @param {Point[]} points
   * @param {import("./lane.js").Range} range
   * @param {(point: Point) => boolean} known
   */
  #along(points, { from, to }, known) {
    return [this.#next(from, -1, known), ...points.filter(known), this.#next(to, 1, known)].filter((point) => point !== null);
  }

  /**
   * @param {number} index
   * @param {1 | -1} by
   * @param {(point: Point) => boolean} known
   * @returns {Point | null}
   */
  #next(index, by, known) {
    const { columns } = this.board.layout;
    for (let at = index + by; columns[at]; at += by) {
      if (!columns[at].moment) continue;
      const point = this.#point(columns[at]);
      if (known(point)) return point;
    }
    return null;
  }

  /** @param {import("./lane.js").Range} range */
  show(range) {
    const { columns } = range;
    const { board } = this;
    if (!this.drawing.isConnected) this.body.append(this.drawing);
    const { left, right } = this.cover(this.drawing, range);
    const points = columns.filter(({ moment }) => moment).map((column) => this.#point(column));
    const drawn = [svg("line", { class: "zero", x1: left, x2: right, y1: HIGH / 2, y2: HIGH / 2 })];
    const both = this.#along(points, range, ({ felt, targeted }) => felt !== null && targeted !== null);
    if (both.length > 1) {
      const there = both.map(({ x, felt }) => `${x},${this.#y(/** @type {number} */ (felt))}`);
      const back = both.map(({ x, targeted }) => `${x},${this.#y(/** @type {number} */ (targeted))}`).reverse();
      drawn.push(svg("polygon", { class: "gap", points: [...there, ...back].join(" ") }));
    }
    for (const which of /** @type {Which[]} */ (["targeted", "felt"])) {
      const known = this.#along(points, range, (point) => point[which] !== null);
      const line = known.map((point) => `${point.x},${this.#y(/** @type {number} */ (point[which]))}`).join(" ");
      if (known.length) drawn.push(svg("polyline", { class: which, points: line }));
    }
    for (const point of points) drawn.push(...this.#marks(point));
    this.scene.replaceChildren(...drawn);
  }

  /**
   * The face and the aim of one column: drawn once, and kept while one only scrolls.
   *
   * @param {Point} point
   */
  #marks(point) {
    const { look } = this.board;
    if (this.keptLook !== look) this.kept.clear();
    this.keptLook = look;
    const { index } = point.column;
    const kept = this.kept.get(index) ?? this.#drawMarks(point);
    this.kept.set(index, kept);
    return kept;
  }

  /** @param {Point} point */
  #drawMarks({ column, x, felt, targeted }) {
    const { board } = this;
    const size = clamp(board.columnWidth * 0.7, 8, 22);
    const roomy = board.columnWidth >= 34;
    const chosen = board.chosen.has(column.moment?.id ?? "") || this.#isAt(column);
    const drawn = [];
    if (targeted !== null && roomy) drawn.push(svg("circle", { class: "aim", cx: x, cy: this.#y(targeted), r: chosen ? 6 : 4 }));
    if (felt === null) {
      if (roomy) drawn.push(svg("circle", { class: "unsaid", cx: x, cy: HIGH / 2, r: 5 }));
    } else if (size >= 12) {
      const drawnFace = face(felt, chosen ? size + 5 : size);
      drawnFace.setAttribute("transform", `translate(${x} ${this.#y(felt)}) ${drawnFace.getAttribute("transform")}`);
      drawnFace.classList.toggle("guess", column.moment?.evidence_status === "assumed");
      drawn.push(drawnFace);
    } else {
      drawn.push(svg("circle", { class: "dot", cx: x, cy: this.#y(felt), r: 2.5 }));
    }
    if (this.#isAt(column)) drawn.push(svg("rect", { class: "cursor", x: x - 15, y: 2, width: 30, height: HIGH - 4, rx: 6 }));
    return drawn;
  }

  /** @param {Column} column */
  #isAt(column) {
    return this.cursor === column.index && !this.held && this.body.matches(":focus-visible");
  }

  /** @param {PointerEvent} event */
  #grip(event) {
    const { board } = this;
    const x = board.canvasX(event);
    const column = board.layout.columns[board.layout.indexAt(x)];
    if (!column?.moment || event.button !== 0) return;
    this.cursor = column.index;
    this.body.focus({ preventScroll: true });
    board.pick("moments", column.moment.id);
    if (!board.mayEdit || Math.abs(x - column.x - board.columnWidth / 2) > Math.max(GRIP, board.columnWidth / 3)) return;
    const y = event.clientY - this.body.getBoundingClientRect().top;
    const felt = this.#valence(column, "felt");
    const targeted = this.#valence(column, "targeted");
    const toFelt = Math.abs(y - this.#y(felt ?? 0));
    const toAim = targeted === null ? Infinity : Math.abs(y - this.#y(targeted));
    const which = toAim < toFelt ? "targeted" : "felt";
    if (Math.min(toFelt, toAim) > GRIP * 1.5) return;
    this.held = { column, which, valence: (which === "felt" ? felt : targeted) ?? 0 };
    this.body.setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  /** @param {PointerEvent} event */
  #pull(event) {
    if (!this.held) return;
    const valence = this.#valenceAt(event.clientY - this.body.getBoundingClientRect().top);
    if (valence === this.held.valence) return;
    this.held = { ...this.held, valence };
    this.board.draw();
  }

  #letGo() {
    const { held } = this;
    this.held = null;
    if (held) this.#put(held.column, held.which, held.valence);
  }

  #drop() {
    this.held = null;
    this.board.draw();
  }

  /**
   * @param {Column} column
   * @param {Which} which
   * @param {number} valence
   */
  #put({ moment, episode }, which, valence) {
    const { board } = this;
    if (!moment || !board.mayEdit) return;
    if (which === "felt") {
      if (moment.felt_valence !== valence) board.model.set("moments", moment.id, "felt_valence", valence);
    } else if (overrides(moment)) {
      if (moment.targeted_valence !== valence) board.model.set("moments", moment.id, "targeted_valence", valence);
    } else if (episode.targeted_valence !== valence) {
      board.model.set("episodes", episode.id, "targeted_valence", valence);
    }
    board.announce(board.say(`${which}-set`, { moment: moment.text, feeling: board.feeling(valence), valence: signed(valence) }));
    board.draw();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { board } = this;
    const { columns } = board.layout;
    const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const up = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (event.key === "Escape" && this.held) {
      this.#drop();
    } else if (along && columns.length) {
      this.cursor = clamp(this.cursor + along, 0, columns.length - 1);
      const { moment } = columns[this.cursor];
      if (moment) {
        board.reveal(moment.id);
        board.announce(`${moment.text}. ${board.feeling(moment.felt_valence) || board.say("felt-unsaid")}`);
      }
      board.draw();
    } else if (up && columns[this.cursor]) {
      const which = event.shiftKey ? "targeted" : "felt";
      const now = this.#valence(columns[this.cursor], which) ?? 0;
      this.#put(columns[this.cursor], which, clamp(now + up, -2, 2));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

/** @param {import("../rows.js").Row | null} moment */
function overrides(moment) {
  return !!moment && (moment.targeted_valence !== null || moment.targeted_label !== "");
}

/** @param {number} valence */
function signed(valence) {
  return valence > 0 ? `+${valence}` : String(valence).replace("-", "−");
}
