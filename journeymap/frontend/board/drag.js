/**
 * Moving things: with the mouse, with a finger (after a short hold, so that one can still scroll), and
 * with the keyboard alone (Space lifts, arrows move, Space drops, Escape cancels; all of it said aloud).
 */

import { el } from "../shared/dom.js";
import { clamp } from "./layout.js";
import { onKeys } from "../shared/keyboard.js";

/**
 * @typedef {{ table: string, id: string }} What
 * @typedef {{ what: What, pointer: number, x: number, y: number, ghost: HTMLElement | null, target: any,
 *   element: HTMLElement, moved: boolean, may: boolean, before: Set<string> | null, last: { clientX: number, clientY: number } | null }} Drag
 * @typedef {{ ids: string[], episode: string, after: string | null }} Lifted
 */

const FAR_ENOUGH = 5;
const HOLD_MS = 260;
const EDGE = 56;
/** CSS pixels a second at which the board scrolls under what is held at its very edge. */
const FASTEST = 900;
const CLICK_MS = 350;

export class Dragging {
  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    /** @type {Drag | null} */
    this.drag = null;
    /** @type {Lifted | null} */
    this.lifted = null;
    this.justDropped = false;
    /** Whether what is held was refused: until it lets go, the finger that lifted it moves nothing else. */
    this.refused = false;
    this.cancel = this.cancel.bind(this);
  }

  /**
   * Let an element be picked up.
   *
   * @param {HTMLElement} element
   * @param {What} what
   */
  liftable(element, what) {
    element.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || !this.board.mayEdit || this.board.editing.open) return;
      if (event.pointerType === "mouse") this.#watch(event, element, what);
      else this.#hold(event, element, what);
    });
    element.addEventListener("touchmove", (event) => (this.drag?.moved || this.refused) && event.preventDefault(), { passive: false });
    element.addEventListener("contextmenu", (event) => this.drag && event.preventDefault());
  }

  /** @param {string} id */
  isLifted(id) {
    return this.lifted?.ids.includes(id) ?? false;
  }

  /**
   * @param {PointerEvent} event
   * @param {HTMLElement} element
   * @param {What} what
   */
  #hold(event, element, what) {
    const give = () => {
      clearTimeout(timer);
      for (const name of ["pointermove", "pointerup", "pointercancel"]) removeEventListener(name, early);
    };
    /** @param {any} other */
    const early = (other) => {
      if (other.type !== "pointermove" || Math.hypot(other.clientX - event.clientX, other.clientY - event.clientY) > FAR_ENOUGH) give();
    };
    const timer = setTimeout(() => {
      give();
      this.#watch(event, element, what);
      this.#start(true);
      navigator.vibrate?.(15);
    }, HOLD_MS);
    for (const name of ["pointermove", "pointerup", "pointercancel"]) addEventListener(name, early);
  }

  /**
   * @param {PointerEvent} event
   * @param {HTMLElement} element
   * @param {What} what
   */
  #watch(event, element, what) {
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    this.drag = { what, pointer, x, y, ghost: null, target: null, element, moved: false, may: false, before: null, last: null };
    /** @param {PointerEvent} moved */
    const move = (moved) => moved.pointerId === this.drag?.pointer && this.#move(moved);
    /** @param {PointerEvent} up */
    const drop = (up) => {
      stop();
      this.#drop(up);
    };
    /** @param {KeyboardEvent} key */
    const key = (key) => {
      if (key.key !== "Escape") return;
      key.stopPropagation();
      stop();
      this.cancel();
    };
    const gone = () => {
      stop();
      this.cancel();
    };
    const stop = () => {
      this.refused = false;
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", drop);
      removeEventListener("pointercancel", gone);
      quiet();
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", drop);
    addEventListener("pointercancel", gone);
    const quiet = onKeys(window, key, true);
  }

  /** @param {boolean} [held] by a finger that stays where it is: it may only want to choose */
  #start(held = false) {
    const { drag, board } = this;
    if (!drag) return;
    drag.moved = true;
    if (drag.what.table === "moments" && !board.chosen.has(drag.what.id)) {
      drag.before = board.chosen;
      board.pick("moments", drag.what.id, { quiet: held });
    }
    const box = drag.element.getBoundingClientRect();
    const ghost = /** @type {HTMLElement} */ (drag.element.cloneNode(true));
    ghost.classList.add("ghost");
    const count = drag.what.table === "moments" ? board.chosen.size : 1;
    if (count > 1) ghost.append(el("span", { class: "count", text: String(count) }));
    Object.assign(ghost.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` });
    board.board.append(ghost);
    drag.ghost = ghost;
    board.board.classList.add("dragging");
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const { drag, board } = this;
    if (!drag) return;
    const isFar = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) >= FAR_ENOUGH;
    if (!isFar && !(drag.moved && drag.may)) return;
    if (!drag.may && !this.#mayLift(drag)) {
      this.refused = true;
      return this.#clear();
    }
    if (!drag.moved) this.#start();
    event.preventDefault();
    if (drag.ghost) drag.ghost.style.transform = `translate(${event.clientX - drag.x}px, ${event.clientY - drag.y}px) rotate(1deg)`;
    // What is held at an edge may rest there: the board scrolls on.
    if (!drag.last) requestAnimationFrame((now) => this.#glide(drag, now, now));
    drag.last = { clientX: event.clientX, clientY: event.clientY };
    this.#aim(drag, drag.last);
    board.draw();
  }

  /**
   * Whether all that is held may be moved by me; where not, it is said why.
   *
   * @param {Drag} drag
   */
  #mayLift(drag) {
    const { board } = this;
    const { table, id } = drag.what;
    const row = board.model.row(table, id);
    const rows = table === "moments" && board.chosen.has(id) ? board.chosenInOrder() : row ? [row] : [];
    drag.may = board.allows(...moves(table, rows));
    return drag.may;
  }

  /**
   * @param {Drag} drag
   * @param {{ clientX: number, clientY: number }} at
   */
  #aim(drag, at) {
    drag.target = this.#targetAt(at, drag.what);
    this.#show(drag.what, drag.target);
  }

  /**
   * Near an edge the board scrolls by itself, for as long as something is held there.
   *
   * @param {Drag} drag
   * @param {number} before
   * @param {number} now
   */
  #glide(drag, before, now) {
    if (this.drag !== drag || !drag.last) return;
    if (this.#nudge(drag.last, drag.what, Math.min(0.1, (now - before) / 1000))) this.#aim(drag, drag.last);
    requestAnimationFrame((next) => this.#glide(drag, now, next));
  }

  /**
   * Only what is sorted from top to bottom scrolls that way, and all else along the journey.
   *
   * @param {{ clientX: number, clientY: number }} at
   * @param {What} what
   * @param {number} seconds
   * @returns {boolean} whether the board moved
   */
  #nudge({ clientX, clientY }, { table }, seconds) {
    const { scroll, labelWidth } = this.board;
    const box = scroll.getBoundingClientRect();
    const by = (/** @type {number} */ before, /** @type {number} */ behind) => {
      const beyond = Math.max(0, EDGE - behind) - Math.max(0, EDGE - before);
      return clamp(beyond / EDGE, -1, 1) * FASTEST * seconds;
    };
    const { scrollLeft, scrollTop } = scroll;
    if (table === "channels") scroll.scrollTop += by(clientY - box.top, box.bottom - clientY);
    else scroll.scrollLeft += by(clientX - box.left - labelWidth, box.right - clientX);
    return scroll.scrollLeft !== scrollLeft || scroll.scrollTop !== scrollTop;
  }

  /**
   * Where a row would go if it were dropped here; outside the lanes nowhere.
   *
   * @param {{ clientX: number, clientY: number }} event
   * @param {What} what
   */
  #targetAt(event, { table, id }) {
    const { board } = this;
    if (!isWithin(board.scroll.getBoundingClientRect(), event)) return null;
    const x = board.canvasX(event);
    if (table === "moments") return board.layout.dropAt(x, board.chosen);
    if (table === "episodes") return this.#episodeAt(x, id);
    if (table === "channels") return this.#channelAt(event.clientY, id);
    const column = board.layout.columns[board.layout.indexAt(x)];
    return column?.moment ? { moment: column.moment.id, x: column.x } : null;
  }

  /** @param {number} x @param {string} id */
  #episodeAt(x, id) {
    const { layout } = this.board;
    const span = layout.spans.find((one) => x < one.x + one.width / 2);
    const others = layout.spans.filter(({ episode }) => episode.id !== id);
    const before = span ? others.filter((one) => one.x < span.x) : others;
    return { after: before.at(-1)?.episode.id ?? null, x: span ? span.x : layout.width };
  }

  /** @param {number} y @param {string} id */
  #channelAt(y, id) {
    const { board } = this;
    const rows = board.model.rows("channels").filter((row) => row.id !== id);
    const lane = /** @type {any} */ (board.lanes[2]);
    const at = Math.round(lane.rowAt(y));
    return { after: rows[Math.min(rows.length, Math.max(0, at)) - 1]?.id ?? null };
  }

  /**
   * @param {What} what
   * @param {any} target
   */
  #show({ table }, target) {
    const lane = /** @type {any} */ (this.board.lanes[1]);
    lane.showDrop(table === "moments" || table === "episodes" ? target : target?.moment ? { x: target.x } : null);
  }

  /** @param {PointerEvent} event */
  #drop({ pointerType }) {
    const { drag } = this;
    this.#clear();
    if (!drag?.moved) return;
    const { target, what, before } = drag;
    this.justDropped = true;
    // What a finger did comes once more, as a click, and not at once.
    setTimeout(() => (this.justDropped = false), pointerType === "mouse" ? 0 : CLICK_MS);
    if (target) this.#put(what, target);
    else if (drag.last) this.board.announce(this.board.say("cancelled"));
    // A finger that stayed where it was chooses one more, as Shift does for a mouse.
    else if (what.table === "moments") this.board.chooseWith(before, what.id);
  }

  /**
   * @param {What} what
   * @param {any} target
   */
  #put({ table, id }, target) {
    const { board } = this;
    const { model } = board;
    if (table === "moments") {
      this.moveMoments(board.chosenInOrder().map((moment) => moment.id), target.episode, target.after);
    } else if (table === "episodes" || table === "channels") {
      if (target.after !== id && previous(model, table, id) !== target.after) model.move(table, id, null, target.after);
    } else {
      this.#putUnder(table, id, target.moment);
    }
    board.arrange();
  }

  /**
   * Put a note under another moment.
   *
   * @param {string} table
   * @param {string} id
   * @param {string} moment
   */
  #putUnder(table, id, moment) {
    const { board } = this;
    const row = board.model.row(table, id);
    if (row?.parent === moment || !board.allows({ do: "move", table, row, parent: moment })) return;
    board.model.move(table, id, moment);
    board.announce(board.say("note-moved", { moment: board.model.row("moments", moment)?.text ?? "" }));
  }

  /**
   * Put moments, in their order, behind one another after this one.
   *
   * @param {string[]} ids
   * @param {string} episode
   * @param {string | null} after
   */
  moveMoments(ids, episode, after) {
    const { model } = this.board;
    const rows = ids.flatMap((id) => model.row("moments", id) ?? []);
    if (!this.board.allows(...moves("moments", rows, episode))) return;
    model.together(() => {
      let behind = after;
      for (const id of ids) {
        const row = model.row("moments", id);
        if (row && (row.parent !== episode || previous(model, "moments", id) !== behind)) model.move("moments", id, episode, behind);
        behind = id;
      }
    });
    const name = model.row("episodes", episode)?.title ?? "";
    this.board.announce(this.board.say("moved", { n: ids.length, episode: name }));
  }

  /** Put everything back where it was. */
  cancel() {
    if (this.drag?.moved) this.board.announce(this.board.say("cancelled"));
    this.#clear();
  }

  #clear() {
    this.drag?.ghost?.remove();
    this.drag = null;
    this.board.board.classList.remove("dragging");
    this.#show({ table: "", id: "" }, null);
    this.board.draw();
  }

  // With the keyboard alone

  /** Lift the chosen moments, or drop them where they are now. */
  liftOrDrop() {
    const { board } = this;
    if (this.lifted) {
      const { ids, episode, after } = this.lifted;
      this.lifted = null;
      this.#show({ table: "", id: "" }, null);
      this.moveMoments(ids, episode, after);
      board.arrange();
      board.reveal(ids[0]);
      board.focusCard(ids[0]);
      return;
    }
    const moments = board.chosenInOrder();
    if (!moments.length || !board.allows(...moves("moments", moments))) return;
    const [first] = moments;
    const ids = moments.map(({ id }) => id);
    const siblings = board.model.rows("moments", first.parent ?? null).filter(({ id }) => !ids.includes(id) || id === first.id);
    const at = siblings.findIndex(({ id }) => id === first.id);
    this.lifted = { ids, episode: String(first.parent), after: siblings[at - 1]?.id ?? null };
    board.announce(board.say("lifted", { moment: first.text }));
    board.draw();
  }

  /**
   * Move what is lifted along, or to the next episode.
   *
   * @param {"left" | "right" | "up" | "down"} where
   */
  shift(where) {
    const { lifted, board } = this;
    if (!lifted) return;
    const places = this.#places(lifted.ids);
    const now = places.findIndex(({ episode, after }) => episode === lifted.episode && after === lifted.after);
    const across = { left: places[now - 1], right: places[now + 1] };
    const next = where === "left" || where === "right" ? across[where] : this.#inEpisode(places, now, where);
    if (!next) return;
    Object.assign(lifted, { episode: next.episode, after: next.after });
    this.#show({ table: "moments", id: "" }, next);
    if (next.after) board.reveal(next.after);
    this.#sayPlace(next);
  }

  /** @param {{ episode: string, after: string | null }} place */
  #sayPlace({ episode, after }) {
    const { announce, model, say } = this.board;
    const behind = after && model.row("moments", after)?.text;
    const values = { episode: model.row("episodes", episode)?.title ?? "", moment: behind ?? "" };
    announce(say(behind ? "would-go-behind" : "would-go-first", values));
  }

  /** Leave what was lifted where it was. */
  putDown() {
    if (!this.lifted) return false;
    this.lifted = null;
    this.#show({ table: "", id: "" }, null);
    this.board.announce(this.board.say("cancelled"));
    this.board.draw();
    return true;
  }

  /**
   * Every place there is for these moments, in the order of the journey.
   *
   * @param {string[]} ids
   */
  #places(ids) {
    const { layout, columnWidth } = this.board;
    return layout.spans.flatMap(({ episode, x, from, to }) => {
      const others = layout.columns.slice(from, to + 1).filter(({ moment }) => moment && !ids.includes(moment.id));
      const behind = others.map(({ moment, x: left }) => ({ episode: episode.id, after: moment?.id ?? null, x: left + columnWidth }));
      return [{ episode: episode.id, after: /** @type {string | null} */ (null), x }, ...behind];
    });
  }

  /**
   * @param {{ episode: string, after: string | null, x: number }[]} places
   * @param {number} now
   * @param {"up" | "down"} where
   */
  #inEpisode(places, now, where) {
    const { spans } = this.board.layout;
    const at = spans.findIndex(({ episode }) => episode.id === places[now]?.episode);
    const span = spans[at + (where === "up" ? -1 : 1)];
    return span && places.find(({ episode }) => episode === span.episode.id);
  }
}

/**
 * What is asked of the gate where these rows are moved.
 *
 * @param {string} table
 * @param {import("../live/rows.js").Row[]} rows
 * @param {string} [parent] where to
 * @returns {import("../live/gate.js").Wish[]}
 */
function moves(table, rows, parent) {
  return rows.map((row) => ({ do: "move", table, row, parent }));
}

/**
 * @param {DOMRect} box
 * @param {{ clientX: number, clientY: number }} at
 */
function isWithin({ left, right, top, bottom }, { clientX, clientY }) {
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/**
 * The sibling right before a row.
 *
 * @param {import("../live/model.js").BoardModel} model
 * @param {string} table
 * @param {string} id
 */
function previous(model, table, id) {
  const siblings = model.rows(table, model.row(table, id)?.parent ?? null);
  return siblings[siblings.findIndex((row) => row.id === id) - 1]?.id ?? null;
}
