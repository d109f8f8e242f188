/**
 * The hover card: whatever zoom one looks at, all the words of a row stand beside it, for a mouse that rests on it, for
 * the keyboard, and after a tap where the bar itself has no room for them. A screen reader has the words from the row.
 */

import { el } from "../shared/dom.js";
import { faceIcon } from "../shared/faces.js";
import { onKeys } from "../shared/keyboard.js";
import { words } from "./hover_words.js";

/**
 * @typedef {"mouse" | "keys" | "touch"} By
 * @typedef {{ table: string, id: string, lane: HTMLElement | null }} Subject `lane`: where it stands there as a place on a curve or a line
 */

const SOON_MS = 120;
/** Where the words can be read already, it is only for those who stay. */
const LATE_MS = 600;
/** So long one may take from the row to its card. */
const GRACE_MS = 180;
const AWAY = 8;

export class HoverCard {
  /** @type {Subject | null} */
  #now = null;
  /** @type {By} */
  #by = "mouse";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** What is waited for, or was pressed: it does not come again before one has left it. */
  #asked = "";

  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    this.element = el("div", { class: "hover-card", "aria-hidden": "true", hidden: true });
    board.board.append(this.element);
    const { canvas, scroll } = board;
    canvas.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.#rest(event));
    canvas.addEventListener("pointerleave", () => this.#leave());
    scroll.addEventListener("pointerdown", () => this.hide());
    canvas.addEventListener("click", (event) => /** @type {PointerEvent} */ (event).pointerType === "touch" && this.#tap(event));
    canvas.addEventListener("focusin", (event) => this.#focus(event));
    canvas.addEventListener("focusout", () => this.#by === "keys" && this.hide());
    scroll.addEventListener("scroll", () => (this.#by === "mouse" ? this.hide() : this.#place()));
    const quiet = onKeys(document, ({ key }) => key === "Escape" && this.hide(), true);
    board.leaving.push(() => {
      clearTimeout(this.#timer);
      quiet();
    });
  }

  hide() {
    clearTimeout(this.#timer);
    this.#now = null;
    this.element.hidden = true;
  }

  /** The map has changed, or stands elsewhere. */
  follow() {
    if (this.#now) this.#show(this.#now, this.#by);
  }

  /** @param {PointerEvent} event */
  #rest(event) {
    if (event.buttons || this.#isOver(event)) return clearTimeout(this.#timer);
    const subject = this.#subjectAt(event);
    const name = subject ? nameOf(subject) : "";
    if (name === this.#asked) return;
    this.#asked = name;
    clearTimeout(this.#timer);
    if (!subject) this.#leaveSoon();
    else if (this.#now) this.#show(subject, "mouse");
    else this.#timer = setTimeout(() => this.#show(subject, "mouse"), this.#wait);
  }

  #leave() {
    this.#asked = "";
    clearTimeout(this.#timer);
    this.#leaveSoon();
  }

  #leaveSoon() {
    if (this.#by === "mouse") this.#timer = setTimeout(() => this.hide(), GRACE_MS);
  }

  get #wait() {
    return this.board.layout.legible ? LATE_MS : SOON_MS;
  }

  /** @param {FocusEvent} event */
  #focus({ target }) {
    const row = this.board.rowOf(target ?? undefined);
    if (!row || !(/** @type {HTMLElement} */ (target).matches(":focus-visible"))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show({ ...row, lane: null }, "keys"), this.#wait);
  }

  /** @param {MouseEvent} event */
  #tap(event) {
    const subject = this.#subjectAt(event);
    if (subject && (subject.lane || !this.board.layout.legible)) this.#show(subject, "touch");
  }

  /**
   * What is meant where one points: a row, or the moment whose column this is on a curve or among the channels.
   *
   * @param {MouseEvent} event
   * @returns {Subject | null}
   */
  #subjectAt(event) {
    const { board } = this;
    const target = /** @type {Element} */ (event.target);
    for (let at = /** @type {Element | null} */ (target); at && at !== board.canvas; at = at.parentElement) {
      const row = board.rowOf(at);
      if (row) return { ...row, lane: null };
    }
    const lane = /** @type {HTMLElement | null} */ (target.closest(".lane-emotion .lane-body, .lane-channels:not(.unfolded) .lane-body"));
    const column = lane && board.layout.columns[board.layout.indexAt(board.canvasX(event))];
    return lane && column?.moment ? { table: "moments", id: column.moment.id, lane } : null;
  }

  /** Whether one is on the card itself, which one may read in peace. @param {MouseEvent} event */
  #isOver({ clientX: x, clientY: y }) {
    if (!this.#now || this.#by !== "mouse") return false;
    const { left, right, top, bottom } = this.element.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  /**
   * @param {Subject} subject
   * @param {By} by
   */
  #show(subject, by) {
    const { board } = this;
    const busy = board.editing.open || board.dragging.drag?.moved || board.dragging.lifted;
    const { model, say, stage } = board;
    const known = { model, say, feeling: board.feeling.bind(board), marks: (/** @type {string} */ id) => stage.marksOf(id).map(({ said }) => said.replaceAll("\n", ". ")), before: board.feltBefore.bind(board) };
    const said = busy ? null : words(known, subject.table, subject.id);
    if (!said) return this.hide();
    this.#now = subject;
    this.#by = by;
    const title = el("div", { class: "hover-title" }, said.valence !== null && faceIcon(said.valence, 18, ""), el("b", { dir: "auto", text: said.title }));
    const over = said.over && el("small", { dir: "auto", text: said.over });
    const lines = said.lines.map(({ sign, text, list }) => el("p", { class: `hover-${sign}${list ? " listed" : ""}`, dir: "auto", text }));
    this.element.replaceChildren(...[over, title, ...lines].filter((one) => !!one));
    this.element.hidden = false;
    this.#place();
  }

  /** Beside what it is about, within the board; where that is out of sight there is none. */
  #place() {
    const box = this.#now && this.#boxOf(this.#now);
    if (!this.#now) return;
    const { board, element } = this;
    const sight = board.scroll.getBoundingClientRect();
    const from = sight.left + board.labelWidth;
    if (!box || box.right < from || box.left > sight.right || box.bottom < sight.top || box.top > sight.bottom) return this.hide();
    const whole = board.board.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: high } = element;
    const left = Math.min(Math.max((box.left + box.right - width) / 2, sight.left + 4), sight.right - width - 4);
    const below = box.bottom + AWAY;
    const top = below + high <= sight.bottom ? below : box.top - AWAY - high;
    element.style.left = `${Math.max(4, left - whole.left)}px`;
    element.style.top = `${Math.max(4, top - whole.top)}px`;
  }

  /** @param {Subject} subject */
  #boxOf({ id, lane }) {
    const { board } = this;
    if (!lane) return board.elementOf(id)?.getBoundingClientRect() ?? null;
    const column = board.layout.byMoment.get(id);
    if (!column || !lane.isConnected) return null;
    const { left, top, bottom } = lane.getBoundingClientRect();
    return { left: left + column.x, right: left + column.x + board.columnWidth, top, bottom };
  }
}

/** @param {Subject} subject */
const nameOf = ({ table, id, lane }) => `${table} ${id} ${lane?.parentElement?.className ?? ""}`;
