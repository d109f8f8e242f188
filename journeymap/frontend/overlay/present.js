/** For a beamer: the picture alone, from episode to episode and from view to view by key, with nothing to click. */

import { el } from "../shared/dom.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";
import { WIDEST } from "../board/layout.js";
import { cardsOf } from "./cards.js";
import { stops } from "./part.js";

/**
 * @typedef {import("./types.js").Data} Data
 * @typedef {"facts" | "overlay" | "side" | "pains"} Shown
 */

/** @type {Record<string, number>} what leads on and back, also on the remote control that speakers hold */
const STEPS = { ArrowRight: 1, PageDown: 1, " ": 1, Enter: 1, ArrowLeft: -1, PageUp: -1, Backspace: -1 };
/** @type {Record<string, number>} */
const TURNS = { ArrowDown: 1, ArrowUp: -1 };

export class Presentation {
  /** @param {import("./both.js").BothMaps} both */
  constructor(both) {
    this.both = both;
    this.title = el("strong", { class: "stage-title", dir: "auto" });
    this.where = el("span", { class: "stage-where", dir: "auto", role: "status" });
    this.hint = el("p", { class: "stage-hint" });
    this.leaving = el("button", { type: "button", class: "stage-leave", onclick: () => this.leave() });
    this.body = el("div", { class: "stage-body" });
    this.page = el("div", { class: "stage-page" });
    const head = el("header", { class: "stage-head" }, this.title, this.where, this.leaving);
    this.dialog = el("dialog", { class: "stage" }, head, this.body, this.hint);
    this.dialog.tabIndex = -1;
    this.dialog.addEventListener("close", () => this.#left());
    this.full = () => {
      if (!document.fullscreenElement) this.leave();
    };
    // Before what is inside hears of it: a list that scrolls would take the arrows for itself.
    onKeys(this.dialog, (event) => this.#press(event), true);
    keepKeys(this.dialog);
    /** @type {Shown} */
    this.shown = "overlay";
    /** The episode one is at; "" for the whole journey. */
    this.at = "";
  }

  get on() {
    return this.dialog.open;
  }

  /** The views there are something to show of. @returns {Shown[]} */
  get views() {
    const { facts, pains } = /** @type {Data} */ (this.both.data);
    /** @type {[Shown, boolean][]} */
    const all = [["facts", facts.length > 0], ["overlay", true], ["side", true], ["pains", pains.length > 0]];
    return all.filter(([, there]) => there).map(([name]) => name);
  }

  /** Begin with what one looks at. */
  begin() {
    const { both } = this;
    this.shown = both.data?.view ?? "overlay";
    this.at = "";
    this.dialog.showModal();
    this.dialog.focus();
    both.root.classList.add("presenting");
    this.body.append(this.page, both.scroll);
    this.#fill();
    this.show();
  }

  /** The whole screen, where the browser lets us have it: without it the page is covered all the same. */
  #fill() {
    document.documentElement.requestFullscreen?.().then(
      () => (this.on ? document.addEventListener("fullscreenchange", this.full) : document.exitFullscreen()),
      () => {},
    );
  }

  leave() {
    if (this.on) this.dialog.close();
  }

  #left() {
    const { both } = this;
    document.removeEventListener("fullscreenchange", this.full);
    if (document.fullscreenElement) document.exitFullscreen();
    both.root.classList.remove("presenting");
    both.zoom.forced = null;
    both.putBack();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#go(event.key)) return;
    event.preventDefault();
    this.show();
  }

  /** Where a key leads; whether it leads anywhere. @param {string} key */
  #go(key) {
    const named = this.views[Number(key) - 1];
    if (key in STEPS) this.#step(STEPS[key]);
    else if (key in TURNS) this.#turn(TURNS[key]);
    else if (named) this.shown = named;
    else if (key === "0" || key === "Home") this.at = "";
    else return false;
    return true;
  }

  /** @param {number} by */
  #turn(by) {
    const at = this.views.indexOf(this.shown) + by;
    this.shown = this.views[Math.min(this.views.length - 1, Math.max(0, at))];
  }

  /** To the next episode, or back; before the first one is the whole journey. @param {number} by */
  #step(by) {
    if (this.shown === "facts" || this.shown === "pains") return this.#turn(by);
    const all = stops(/** @type {Data} */ (this.both.data));
    const now = all.findIndex(({ id }) => id === this.at);
    const next = Math.min(all.length - 1, now + by);
    this.at = next < 0 ? "" : all[next].id;
  }

  /** Bring what is on the screen up to date, also when the maps changed. */
  show() {
    const { both } = this;
    const data = /** @type {Data} */ (both.data);
    if (!this.views.includes(this.shown)) this.shown = "overlay";
    const { words } = data;
    const picture = this.shown === "overlay" || this.shown === "side";
    this.dialog.setAttribute("aria-label", words.present);
    this.title.textContent = words.title;
    this.hint.textContent = words["present-hint"];
    this.leaving.textContent = words["present-leave"];
    both.scroll.hidden = !picture;
    this.page.hidden = picture;
    if (picture) both.draw();
    else this.page.replaceChildren(this.shown === "facts" ? factsOf(data) : painsOf(data));
    const stop = stops(data).find(({ id }) => id === this.at);
    this.where.textContent = picture ? (stop?.title ?? words["present-whole"]) : words[`present-${this.shown}`];
    if (picture) this.#look(stop);
  }

  /** Look at an episode, or at all of it. @param {{ first: number, last: number } | undefined} stop */
  #look(stop) {
    const { both } = this;
    const { plane, scroll, zoom } = both;
    const outside = (/** @type {HTMLElement} */ card) => stop && (Number(card.dataset.column) < stop.first || Number(card.dataset.column) > stop.last);
    const cards = [...cardsOf(plane, "as-is"), ...cardsOf(plane, "to-be")];
    for (const card of cards) {
      card.classList.toggle("aside", Boolean(outside(card)));
      card.tabIndex = -1;
    }
    if (this.shown === "overlay") {
      zoom.forced = stop ? Math.min(WIDEST * 1.5, zoom.sight / (stop.last - stop.first + 1)) : zoom.fits;
      zoom.apply();
      scroll.scrollTo({ left: stop ? stop.first * zoom.width : 0, top: 0, behavior: "instant" });
      return;
    }
    const first = cards.filter((card) => stop && Number(card.dataset.column) >= stop.first).sort((a, b) => a.offsetTop - b.offsetTop)[0];
    const head = plane.querySelector(/** @type {"div"} */ (".side-head"))?.offsetHeight ?? 0;
    scroll.scrollTo({ left: 0, top: first ? first.offsetTop - head - 64 : 0, behavior: "instant" });
  }
}

/** @param {Data} data */
function factsOf({ facts }) {
  const cells = facts.map(({ label, value, note, coverage, tone }) =>
    el("div", { class: "fact", "data-tone": tone }, el("span", { class: "fact-label" }, label), el("strong", {}, value),
      note ? el("span", { class: "fact-note" }, note) : null, coverage ? el("small", {}, coverage) : null));
  return el("div", { class: "facts" }, ...cells);
}

/** @param {Data} data */
function painsOf({ pains }) {
  const rows = pains.map(({ text, pains: hurts, fate, word, does, emotion }) =>
    el("li", { "data-fate": fate },
      el("span", { dir: "auto" }, el("strong", { dir: "auto" }, text), el("small", { dir: "auto" }, hurts.join(" · "))),
      el("span", { dir: "auto" }, el("span", { class: "word" }, word), " ", does),
      el("span", { class: "pain-emotion" }, emotion)));
  return el("ol", { class: "worst" }, ...rows);
}
