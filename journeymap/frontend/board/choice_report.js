/** Tells the page which row was chosen: once it has rested, and before anything else is done on the page. */

import { onKeys } from "../shared/keyboard.js";

/**
 * @typedef {{ table: string, id: string }} Picked
 * @typedef {{ table: string | null, id: string | null, said: number, rested?: boolean }} Choice
 */

/** The page hears of a choice that has rested so long: nothing is rerun for a card that one walks past. */
const RESTS_MS = 400;
/** A click on a link waits no longer than this for the page to hear of the choice before it. */
const HEARS_MS = 5_000;

export class ChoiceReport {
  /** @type {Picked | null | undefined} chosen here, but the server does not know the row yet */
  waiting;
  /** @type {{ timer: ReturnType<typeof setTimeout>, say: () => void } | null} a choice of which the page has not heard yet */
  #resting = null;
  /** @type {{ what: Choice, again: boolean } | null} what the page was told last, and whether twice */
  #told = null;
  /** What was told just now goes to the server with the next timer. */
  #sending = false;
  #click = new HeldClick();

  /**
   * @param {HTMLElement} element where choosing is not doing something else
   * @param {import("../live/model.js").BoardModel} model
   * @param {number} said how many choices the page has heard of
   * @param {(row: Picked | null) => boolean} atOnce whether the page shows something that has to give way to this row
   * @param {((choice: Choice) => void) | undefined} picked without it nobody wants to hear
   */
  constructor(element, model, said, atOnce, picked) {
    this.element = element;
    this.model = model;
    this.said = said;
    /** Which of them the page has said it knows. */
    this.heard = said;
    this.atOnce = atOnce;
    this.picked = picked;
    const elsewhere = (/** @type {Event} */ event) => this.#elsewhere(event);
    const stops = [
      listen(document, "pointerdown", elsewhere),
      listen(document, "click", elsewhere),
      listen(document, "visibilitychange", () => this.#sayNow()),
      listen(window, "pagehide", () => this.#sayNow()),
      onKeys(document, elsewhere, true),
    ];
    this.stop = () => stops.forEach((stop) => stop());
  }

  /** @param {Picked | null} row */
  tell(row) {
    clearTimeout(this.#resting?.timer);
    this.#resting = null;
    this.waiting = row && this.model.isNew(row.id) ? row : undefined;
    if (this.waiting) return;
    this.said += 1;
    if (!this.picked) return;
    const what = { ...(row ? { table: row.table, id: row.id } : { table: null, id: null }), said: this.said };
    if (this.atOnce(row)) this.#pass(what);
    else this.#rest(what);
  }

  /** The row that was chosen may be known to the server by now. */
  renew() {
    if (this.waiting && !this.model.isNew(this.waiting.id)) this.tell(this.waiting);
  }

  /** The page has been drawn, and knows so many choices. @param {number} said */
  hear(said) {
    this.heard = Math.max(this.heard, said);
    const told = this.#told;
    if (this.heard >= this.said) this.#click.letGo();
    // It was drawn anew by something else, which may have come in place of the choice.
    else if (told?.what.said === this.said && !told.again) this.#pass(told.what);
  }

  close() {
    clearTimeout(this.#resting?.timer);
    this.#click.letGo();
    this.stop();
  }

  /** @param {Choice} what */
  #pass(what) {
    this.#told = { what, again: this.#told?.what.said === what.said };
    this.picked?.(what);
  }

  /** @param {Choice} what */
  #rest(what) {
    const say = () => {
      this.#resting = null;
      this.#pass({ ...what, rested: true });
    };
    this.#resting = { timer: setTimeout(say, RESTS_MS), say };
  }

  #sayNow() {
    if (!this.#resting) return;
    clearTimeout(this.#resting.timer);
    this.#resting.say();
    this.#sending = true;
    setTimeout(() => (this.#sending = false));
  }

  /**
   * Whoever does something elsewhere on the page does it after they chose: the page hears both in this order. Of two
   * things it hears at once it may forget the first, and where the second leads to another page it is not said again;
   * so a click on a link waits until the page has said that it knows the choice. Whoever goes on here meanwhile has
   * changed their mind: the link would take them away in the middle of a word.
   *
   * @param {Event} event
   */
  #elsewhere(event) {
    if (event.composedPath().includes(this.element)) {
      if (event.isTrusted) this.#click.drop();
      return;
    }
    this.#sayNow();
    if (!this.picked || !isPlainClick(event)) return;
    if (this.heard < this.said && isLink(event)) this.#click.take(event, HEARS_MS);
    else if (this.#sending) this.#click.take(event, 0);
  }
}

/** A click of somebody's that is let go later, at the latest after a while; of several the last one. */
class HeldClick {
  /** @type {EventTarget[]} where it was clicked: the page may be drawn anew meanwhile */
  #path = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Event} event
   * @param {number} longest milliseconds
   */
  take(event, longest) {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#path = event.composedPath();
    this.#goAfter(longest);
  }

  letGo() {
    if (this.#path.length) this.#goAfter(0);
  }

  drop() {
    clearTimeout(this.#timer);
    this.#path = [];
  }

  /** @param {number} milliseconds */
  #goAfter(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const place = this.#path.find((one) => one instanceof Element && one.isConnected);
      this.#path = [];
      place?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
    }, milliseconds);
  }
}

/** Whether somebody clicked, and on nothing that opens in another window. @param {Event} event */
function isPlainClick(event) {
  if (!(event instanceof MouseEvent) || event.type !== "click" || !event.isTrusted) return false;
  return !(event.ctrlKey || event.metaKey || event.shiftKey);
}

/** Whether this leads to another page. @param {Event} event */
function isLink(event) {
  return event.composedPath().some((one) => one instanceof HTMLAnchorElement && one.hasAttribute("href"));
}

/**
 * Hear of something before whatever it is meant for does.
 *
 * @param {EventTarget} place
 * @param {string} name
 * @param {(event: Event) => void} listener
 * @returns {() => void} stop listening
 */
export function listen(place, name, listener) {
  place.addEventListener(name, listener, true);
  return () => place.removeEventListener(name, listener, true);
}
