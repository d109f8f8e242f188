/** Both maps in one picture: drawn anew whenever either of them moves, while scroll, zoom and focus stay where they are. */

import { activeIn, el, onceAFrame, query } from "../shared/dom.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";
import { cardAt, cardsOf, sideOf } from "./cards.js";
import { planeOf } from "./plane.js";
import { Presentation } from "./present.js";
import { printWhole } from "./print.js";
import { joinLanes, sideOfBoth } from "./side.js";
import { bring, light, reach, walk } from "./walk.js";
import { Zoom } from "./zoom.js";

/**
 * @typedef {import("./types.js").Data} Data
 * @typedef {import("./types.js").Component} Component
 * @typedef {{ name: string, left: number, top: number }} Seen a card in sight, and how far from the edges of the sight
 */

export class BothMaps {
  /** @param {HTMLElement | ShadowRoot} place */
  constructor(place) {
    this.root = query(place, ".overlay");
    this.scroll = query(place, ".scroll");
    this.plane = query(place, ".plane");
    this.tools = query(place, ".tools");
    this.told = query(place, ".told");
    /** @type {Data | null} */
    this.data = null;
    /** What was drawn last, so that nothing is drawn twice. */
    this.drawn = "";
    /** @type {Component["setTriggerValue"]} */
    this.tell = () => {};
    this.zoom = new Zoom(this.scroll, this.plane);
    this.presentation = new Presentation(this);
    this.root.append(this.presentation.dialog);
    this.unprint = printWhole(query(place, ".sheets"), () => this.data);
    this.sized = new ResizeObserver(onceAFrame(() => this.#fitAnew()));
    this.sized.observe(this.scroll);
    this.#listen();
  }

  #listen() {
    const { plane } = this;
    plane.onmouseover = (event) => this.#light(cardAt(event) ?? this.selected);
    plane.onmouseleave = () => this.#light(this.selected);
    plane.addEventListener("focusin", (event) => this.#light(cardAt(event)));
    plane.onclick = (event) => {
      const card = cardAt(event);
      if (card && !this.presentation.on) this.#choose(card);
    };
    onKeys(plane, (event) => this.#press(event));
    keepKeys(this.scroll);
  }

  /** The card that was chosen. @returns {HTMLElement | null} */
  get selected() {
    return this.plane.querySelector('.card[aria-pressed="true"]');
  }

  /** Which of both views is on the screen. @returns {"overlay" | "side"} */
  get view() {
    const { on, shown } = this.presentation;
    if (on && (shown === "overlay" || shown === "side")) return shown;
    return this.data?.view ?? "overlay";
  }

  /** @param {Component} component */
  show({ data, setTriggerValue }) {
    this.tell = setTriggerValue;
    this.data = data;
    this.#showTools();
    if (this.presentation.on) this.presentation.show();
    else this.draw();
  }

  /** Draw what is there, where one looks at it; nothing where nothing is new. */
  draw() {
    const data = /** @type {Data} */ (this.data);
    const now = JSON.stringify([this.view, data]);
    if (now === this.drawn) return;
    const sameView = this.plane.dataset.view === this.view;
    const seen = sameView ? this.#inSight() : [];
    const focused = this.#focused();
    this.drawn = now;
    this.plane.dataset.view = this.view;
    this.scroll.dataset.view = this.view;
    this.plane.style.setProperty("--columns", String(data.columns));
    this.plane.replaceChildren(...(this.view === "side" ? sideOfBoth(data) : planeOf(data)));
    this.zoom.apply(data.columns);
    if (this.view === "side") joinLanes(this.plane, data);
    this.#keepFocus(focused, data.selected);
    if (sameView) this.#lookAgain(seen);
    else this.scroll.scrollTo({ left: 0, top: 0, behavior: "instant" });
    this.#light(this.selected);
  }

  /** After the beamer: back in its place on the page. */
  putBack() {
    this.tools.after(this.scroll);
    this.scroll.hidden = false;
    this.drawn = "";
    this.draw();
  }

  /** The cards in sight, the one with the keyboard first: whichever is still there afterwards stays where it is. @returns {Seen[]} */
  #inSight() {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.scroll;
    const active = activeIn(this.plane);
    return [...cardsOf(this.plane, "as-is"), ...cardsOf(this.plane, "to-be")]
      .map((card) => ({ card, name: String(card.dataset.name), left: card.offsetLeft - scrollLeft, top: card.offsetTop - scrollTop }))
      .filter(({ card, left, top }) => left + card.offsetWidth > 0 && left < clientWidth && top + card.offsetHeight > 0 && top < clientHeight)
      .sort((a, b) => Number(b.card === active) - Number(a.card === active) || a.left - b.left || a.top - b.top)
      .map(({ name, left, top }) => ({ name, left, top }));
  }

  /** @param {Seen[]} seen */
  #lookAgain(seen) {
    const there = new Map([...cardsOf(this.plane, "as-is"), ...cardsOf(this.plane, "to-be")].map((card) => [String(card.dataset.name), card]));
    const one = seen.find(({ name }) => there.has(name));
    const card = one && there.get(one.name);
    if (!card) return;
    // Whoever stands at the beginning of the journey stays there, and sees what is put before it.
    const left = this.scroll.scrollLeft && card.offsetLeft - one.left;
    const top = this.scroll.scrollTop && card.offsetTop - one.top;
    this.scroll.scrollTo({ left, top, behavior: "instant" });
  }

  /** Which card has the keyboard. @returns {HTMLElement | null} */
  #focused() {
    const active = activeIn(this.plane);
    return active instanceof HTMLElement && this.plane.contains(active) ? active : null;
  }

  /**
   * What had the keyboard has it again; where it is gone, what stands nearest on the same map.
   *
   * @param {HTMLElement | null} focused as it was before
   * @param {string} selected
   */
  #keepFocus(focused, selected) {
    const kept = [focused?.dataset.name, selected];
    const far = (/** @type {HTMLElement} */ card) => Math.abs(Number(card.dataset.column) - Number(focused?.dataset.column));
    for (const side of ["as-is", "to-be"]) {
      const mine = cardsOf(this.plane, side);
      const here = focused && sideOf(focused) === side ? [...mine].sort((one, other) => far(one) - far(other))[0] : undefined;
      const first = kept.map((name) => name && mine.find((card) => card.dataset.name === name)).find(Boolean) || here || mine[0];
      if (first) first.tabIndex = 0;
      if (first && here) first.focus({ preventScroll: true });
    }
  }

  #fitAnew() {
    if (!this.data) return;
    if (this.presentation.on) return this.presentation.show();
    this.zoom.apply();
    if (this.view === "side") joinLanes(this.plane, this.data);
  }

  /** @param {HTMLElement | null} card */
  #light(card) {
    light(this.plane, card);
    this.told.textContent = card?.getAttribute("aria-label") ?? "";
  }

  /** @param {HTMLElement} card */
  #choose(card) {
    const off = card.getAttribute("aria-pressed") === "true";
    this.selected?.setAttribute("aria-pressed", "false");
    card.setAttribute("aria-pressed", String(!off));
    reach(this.plane, card);
    this.tell("picked", off ? "" : card.dataset.name);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const { key, ctrlKey, metaKey, altKey } = event;
    const zooms = this.view === "overlay" && !ctrlKey && !metaKey && !altKey;
    /** @type {Record<string, () => void>} */
    const sizes = { "+": () => this.zoom.larger(), "=": () => this.zoom.larger(), "-": () => this.zoom.smaller(), 0: () => this.zoom.fit() };
    if (!zooms || !sizes[key]) return walk(this.plane, event, this.view === "side");
    event.preventDefault();
    sizes[key]();
    const card = cardAt(event);
    if (card) bring(card);
  }

  #showTools() {
    const { words, view } = /** @type {Data} */ (this.data);
    this.tools.setAttribute("aria-label", words.tools);
    const named = [words.language, view].join();
    if (this.tools.dataset.named === named) return;
    this.tools.dataset.named = named;
    const tool = (/** @type {string} */ text, /** @type {string} */ label, /** @type {() => void} */ act, /** @type {string} */ name) =>
      el("button", { type: "button", class: `tool ${name}`, title: label, "aria-label": text.length > 1 ? null : label, onclick: act }, text);
    this.tools.replaceChildren(
      ...(view === "overlay"
        ? [
            tool("−", words["zoom-out"], () => this.zoom.smaller(), "zoom-out"),
            tool("+", words["zoom-in"], () => this.zoom.larger(), "zoom-in"),
            tool(words.fit, words["fit-help"], () => this.zoom.fit(), "fit"),
          ]
        : []),
      el("span", { class: "room" }),
      tool(words.print, words["print-help"], () => print(), "print"),
      tool(words.present, words["present-help"], () => this.presentation.begin(), "present"),
    );
  }

  close() {
    this.presentation.leave();
    this.sized.disconnect();
    this.unprint();
  }
}
