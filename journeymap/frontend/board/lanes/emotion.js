/**
 * The emotion curve: felt as a line, targeted as dashes, the gap between them shaded. Points are
 * dragged up and down, or moved with the arrow keys. A finger beside them scrolls, and a tap chooses.
 */

import { el, furnish, svg } from "../../shared/dom.js";
import { face } from "../../shared/faces.js";
import { clamp } from "../layout.js";
import { Lane } from "./lane.js";
import { signed } from "../../shared/numbers.js";
import { onKeys } from "../../shared/keyboard.js";

/**
 * @typedef {import("../layout.js").Column} Column
 * @typedef {"felt" | "targeted"} Which
 * @typedef {{ column: Column, which: Which, valence: number, x: number, y: number, off: number, moved: boolean }} Held
 * @typedef {{ column: Column, x: number, felt: number | null, targeted: number | null, before: number | null }} Point
 *   `before`: felt in the as-is
 */

/** What is drawn, from below. */
const LINES = /** @type {const} */ (["before", "targeted", "felt"]);
const HIGH = 136;
const EDGE = 18;
const GRIP = 14;
const STEP = 0.5;
/** Whoever moves less has only pressed. */
const FAR_ENOUGH = 3;
/** How far around a point a finger takes hold of it. */
const FINGER = 16;
const AIM = 4;
/** In columns narrower than this a point is no more than seen. */
const ROOMY = 34;

export class EmotionLane extends Lane {
  /** @param {import("../board.js").Board} board */
  constructor(board) {
    super(board, "emotion");
    /** @type {Held | null} */
    this.held = null;
    this.cursor = 0;
    /** Whether it was a finger that pressed last, or a pen. */
    this.touched = false;
    /** @type {Map<number, SVGElement[]>} by column */
    this.kept = new Map();
    this.keptLook = -1;
    this.drawing = svg("svg", { class: "curve", "aria-hidden": "true" });
    this.legend = el("ul", { class: "legend" });
    this.label.append(this.legend);
    this.scene = svg("g");
    this.drawing.append(this.scene);
    this.body.append(this.drawing);
    furnish(this.body, { tabindex: 0, role: "application", "aria-label": board.say("emotion-keys") });
    this.body.addEventListener("pointerdown", (event) => this.#grip(event));
    this.body.addEventListener("pointermove", (event) => this.#pull(event));
    this.body.addEventListener("pointerup", () => this.#letGo());
    this.body.addEventListener("pointercancel", () => this.#drop());
    this.body.addEventListener("click", (event) => this.#click(event));
    onKeys(this.body, (event) => this.#key(event));
    this.body.addEventListener("focus", () => board.draw());
    this.body.addEventListener("blur", () => board.draw());
  }

  height() {
    return HIGH;
  }

  arrange() {
    super.arrange();
    this.legend.hidden = this.collapsed;
    const lines = this.board.ghost.isThere ? LINES : LINES.slice(1);
    if (this.legend.childElementCount !== lines.length) this.legend.replaceChildren(...lines.map((line) => this.#explain(line)));
  }

  /** How a line is drawn, and what it is. @param {string} line */
  #explain(line) {
    const sample = svg("svg", { width: 22, height: 8, "aria-hidden": "true" }, svg("line", { class: `sample-${line}`, x1: 1, x2: 21, y1: 4, y2: 4 }));
    return el("li", {}, sample, el("span", { text: this.board.say(`line-${line}`) }));
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
    if (held?.moved && held.which === which && isHeldWith(held, moment, episode)) return held.valence;
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
      before: column.moment && this.board.ghost.of(column.moment),
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
    if (!this.drawing.isConnected) this.body.append(this.drawing);
    const { left, right } = this.cover(this.drawing, range);
    const points = columns.filter(({ moment }) => moment).map((column) => this.#point(column));
    /** @type {SVGElement[]} */
    const drawn = [svg("line", { class: "zero", x1: left, x2: right, y1: HIGH / 2, y2: HIGH / 2 })];
    // Along a path that is chosen, the curve is that of who goes it.
    const isOn = (/** @type {Point} */ { column }) => !this.board.path.passes(column.moment?.id);
    const both = this.#along(points, range, (point) => point.felt !== null && point.targeted !== null && isOn(point));
    if (both.length > 1) {
      const there = both.map(({ x, felt }) => `${x},${this.#y(/** @type {number} */ (felt))}`);
      const back = both.map(({ x, targeted }) => `${x},${this.#y(/** @type {number} */ (targeted))}`).reverse();
      drawn.push(svg("polygon", { class: "gap", points: [...there, ...back].join(" ") }));
    }
    for (const which of LINES) {
      const known = this.#along(points, range, (point) => point[which] !== null && isOn(point));
      const line = known.map((point) => `${point.x},${this.#y(/** @type {number} */ (point[which]))}`).join(" ");
      if (known.length) drawn.push(svg("polyline", { class: which, points: line }));
    }
    for (const { x, before } of points) if (before !== null) drawn.push(svg("circle", { class: "was", cx: x, cy: this.#y(before), r: 2.5 }));
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
  #drawMarks(point) {
    const { column, x } = point;
    const { chosen: chosenIds } = this.board;
    const isAt = this.#isAt(column);
    const chosen = (column.moment !== null && chosenIds.has(column.moment.id)) || isAt;
    const drawn = [...this.#drawFelt(point, chosen), ...(this.#roomy ? this.#drawHandles(point, chosen) : [])];
    if (this.board.path.passes(column.moment?.id)) for (const one of drawn) one.classList.add("off");
    if (isAt) drawn.push(svg("rect", { class: "cursor", x: x - 15, y: 2, width: 30, height: HIGH - 4, rx: 6 }));
    return drawn;
  }

  /**
   * What one takes hold of.
   *
   * @param {Point} point
   * @param {boolean} chosen
   */
  #drawHandles(point, chosen) {
    const { column, x, felt, targeted } = point;
    const grip = this.#maySet(column, "felt") ? [this.#makeGrab({ cx: x, cy: this.#y(felt ?? 0), r: FINGER })] : [];
    const aim = targeted !== null || this.#maySet(column, "targeted") ? this.#drawAim(point, chosen) : [];
    return [...grip, ...aim];
  }

  /**
   * What is felt: a face, a dot where there is no room for one; a hollow one where nobody has said.
   *
   * @param {Point} point
   * @param {boolean} chosen
   * @returns {SVGElement[]}
   */
  #drawFelt({ column, x, felt }, chosen) {
    const size = this.#faceSize;
    if (felt === null) return this.#roomy ? [svg("circle", { class: "unsaid", cx: x, cy: HIGH / 2, r: 5 })] : [];
    if (size < 12) return [svg("circle", { class: "dot", cx: x, cy: this.#y(felt), r: 2.5 })];
    const drawn = face(felt, chosen ? size + 5 : size);
    drawn.setAttribute("transform", `translate(${x} ${this.#y(felt)}) ${drawn.getAttribute("transform")}`);
    drawn.classList.toggle("guess", column.moment?.evidence_status === "assumed");
    return [drawn];
  }

  /**
   * What is aimed at; where nothing is yet, a handle by which to say it.
   *
   * @param {Point} point
   * @param {boolean} chosen
   */
  #drawAim(point, chosen) {
    const { targeted } = point;
    const at = { cx: this.#aimX(point), cy: this.#y(targeted ?? 0) };
    const name = targeted === null ? "aim unset" : "aim";
    const drawn = [svg("circle", { class: name, ...at, r: chosen ? AIM + 2 : AIM })];
    const title = targeted === null && svg("title", { text: this.board.say("aim-unset") });
    if (this.#maySet(point.column, "targeted")) drawn.push(this.#makeGrab({ ...at, r: FINGER - AIM }, title));
    return drawn;
  }

  /**
   * Where one takes hold of a point: more than is seen of it. It hears the finger itself, for it may be drawn
   * anew meanwhile; and within a drawing browsers do not heed `touch-action`.
   *
   * @param {Record<string, number>} circle
   * @param {SVGElement | false} [title]
   */
  #makeGrab(circle, title) {
    const grab = svg("circle", { class: "grab", ...circle }, title);
    grab.addEventListener("touchmove", (event) => this.#keepStill(event), { passive: false });
    return grab;
  }

  /**
   * @param {Column} column
   * @param {Which} which
   */
  #maySet(column, which) {
    return this.board.gate.may(wishOf(column, which));
  }

  get #faceSize() {
    return clamp(this.board.columnWidth * 0.7, 8, 22);
  }

  get #roomy() {
    return this.board.columnWidth >= ROOMY;
  }

  /**
   * Where an aim stands: in the middle of its column, or beside the face where that would lie over it.
   *
   * @param {Point} point
   */
  #aimX({ x, felt, targeted }) {
    const apart = Math.abs(this.#y(felt ?? 0) - this.#y(targeted ?? 0));
    if (apart > this.#faceSize / 2 + AIM) return x;
    return x + Math.min(this.#faceSize / 2 + AIM * 2, this.board.columnWidth / 2 - AIM);
  }

  /** @param {Column} column */
  #isAt(column) {
    return this.cursor === column.index && !this.held && this.body.matches(":focus-visible");
  }

  /** @param {PointerEvent} event */
  #grip(event) {
    const { board } = this;
    this.touched = event.pointerType !== "mouse";
    if (event.button !== 0 || this.held) return;
    const column = this.#columnAt(event);
    if (!column?.moment) return;
    // Where a finger begins to scroll nothing is meant yet; a tap comes as a click.
    if (!this.touched) this.#choose(column);
    const found = this.#takes(event) && this.#pointAt(column, board.canvasX(event), this.#heightOf(event));
    if (!found) return;
    this.held = { column, ...found, x: event.clientX, y: event.clientY, moved: false };
    this.body.setPointerCapture(event.pointerId);
    if (!this.touched) event.preventDefault();
  }

  /** Whether this may take hold of a point. @param {PointerEvent} event */
  #takes({ target }) {
    return this.board.mayEdit && (!this.touched || isGrip(target));
  }

  /**
   * The face or the aim that stands near enough to this place to be meant, and how far off it is.
   *
   * @param {Column} column
   * @param {number} x
   * @param {number} y
   */
  #pointAt(column, x, y) {
    const point = this.#point(column);
    if (Math.abs(x - point.x) > Math.max(GRIP, this.board.columnWidth / 3)) return null;
    const which = this.#nearest(point, x, y);
    const valence = point[which] ?? 0;
    const off = y - this.#y(valence);
    return Math.abs(off) > GRIP * 1.5 ? null : { which, valence, off };
  }

  /**
   * Which of the two is meant.
   *
   * @param {Point} point
   * @param {number} x
   * @param {number} y
   * @returns {Which}
   */
  #nearest(point, x, y) {
    if (!this.#roomy && point.targeted === null) return "felt";
    const toFelt = Math.hypot(x - point.x, y - this.#y(point.felt ?? 0));
    const toAim = Math.hypot(x - this.#aimX(point), y - this.#y(point.targeted ?? 0));
    return toAim < toFelt ? "targeted" : "felt";
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const column = this.#columnAt(event);
    if (this.touched && column?.moment) this.#choose(column);
  }

  /** @param {Column} column */
  #choose({ index, moment }) {
    if (!moment) return;
    this.cursor = index;
    this.body.focus({ preventScroll: true });
    this.board.pick("moments", moment.id);
  }

  /** @param {MouseEvent} event */
  #columnAt(event) {
    const { layout } = this.board;
    return layout.columns[layout.indexAt(this.board.canvasX(event))];
  }

  /** @param {MouseEvent} event */
  #heightOf(event) {
    return event.clientY - this.body.getBoundingClientRect().top;
  }

  /** @param {PointerEvent} event */
  #pull(event) {
    const { held } = this;
    if (!held) return;
    const moved = held.moved || Math.abs(event.clientY - held.y) > FAR_ENOUGH;
    if (moved && !held.moved && !this.board.allows(wishOf(held.column, held.which))) return this.#drop();
    const valence = moved ? this.#valenceAt(this.#heightOf(event) - held.off) : held.valence;
    if (valence === held.valence && moved === held.moved) return;
    this.held = { ...held, valence, moved };
    this.board.draw();
  }

  /**
   * What a finger has hold of follows it up and down, and nothing scrolls; who goes sideways wants to scroll.
   *
   * @param {TouchEvent} event
   */
  #keepStill(event) {
    const { held } = this;
    if (!held || !event.cancelable) return;
    const [{ clientX, clientY }] = event.touches;
    const across = !held.moved && Math.abs(clientX - held.x) > Math.abs(clientY - held.y);
    if (across || event.touches.length > 1) this.#drop();
    else event.preventDefault();
  }

  #letGo() {
    const { held } = this;
    this.held = null;
    if (held?.moved) this.#put(held.column, held.which, held.valence);
    else if (held) this.board.draw();
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
    if (!moment || !board.allows(wishOf({ moment, episode }, which))) return;
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

  /** @param {number} by so many columns */
  #walk(by) {
    const { board } = this;
    const { columns } = board.layout;
    this.cursor = clamp(this.cursor + by, 0, columns.length - 1);
    const { moment } = columns[this.cursor];
    if (moment) {
      board.reveal(moment.id);
      const felt = board.feeling(moment.felt_valence) || board.say("felt-unsaid");
      board.announce([moment.text, felt, board.feltBefore(moment)].filter(Boolean).join(". "));
    }
    board.draw();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { columns } = this.board.layout;
    const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const up = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (event.key === "Escape" && this.held) {
      this.#drop();
    } else if (along && columns.length) {
      this.#walk(along);
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

/** @param {EventTarget | null} target */
function isGrip(target) {
  return target instanceof Element && target.matches(".grab");
}

/**
 * Whether a moment goes along with what is dragged: it is that one, or all of its episode is meant.
 *
 * @param {{ which: Which, column: Column }} held
 * @param {import("../../live/rows.js").Row} moment
 * @param {import("../../live/rows.js").Row} episode
 */
function isHeldWith({ which, column }, moment, episode) {
  if (column.moment?.id === moment.id) return true;
  const whole = which === "targeted" && !overrides(column.moment) && !overrides(moment);
  return whole && column.episode.id === episode.id;
}

/**
 * What is asked of the gate where a point of the curve is set: an aim is the episode's, unless the moment has its own.
 *
 * @param {Pick<Column, "moment" | "episode">} column
 * @param {Which} which
 * @returns {import("../../live/gate.js").Wish}
 */
function wishOf({ moment, episode }, which) {
  if (which === "targeted" && !overrides(moment)) return { do: "set", table: "episodes", row: episode, field: "targeted_valence" };
  return { do: "set", table: "moments", row: moment ?? undefined, field: `${which}_valence` };
}

/** @param {import("../../live/rows.js").Row | null} moment */
function overrides(moment) {
  return !!moment && (moment.targeted_valence !== null || moment.targeted_label !== "");
}
