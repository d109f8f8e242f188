/**
 * The list of dispositions: what is proposed for each moment of today, and the keys and buttons by which somebody decides.
 * A person's words are set as text only.
 *
 * @typedef {{ id: string, text: string, episode: string, becomes: string[], proposed: string, kind: string, state: string,
 *   told: string, open: boolean, confirms: boolean }} One
 * @typedef {{ rows: One[], kinds: [string, string][], cards: [string, string][], may: boolean, may_give: boolean,
 *   words: Record<string, string> }} Data
 * @typedef {import("../types.js").Component<Data>} Component
 */

import { Keyed, activeIn, el, furnish } from "../shared/dom.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";
import { choosing } from "./choice.js";
import { actOf, isUndo } from "./keys.js";

/** Where somebody types or chooses, a letter is a letter.
 * @param {Element | null} element @returns {element is HTMLInputElement | HTMLSelectElement} */
const writes = (element) => element instanceof HTMLInputElement || element instanceof HTMLSelectElement;

/** Whether a key is typed there: to take back is to be had in an empty field, too.
 * @param {Element | null} element @param {KeyboardEvent} event */
const types = (element, event) => writes(element) && !(isUndo(event) && !element.value);

/** One moment of today. */
class Line {
  /** @param {One} one @param {List} list */
  constructor(one, list) {
    this.list = list;
    this.one = one;
    this.was = el("div", { class: "was" });
    this.becomes = el("div", { class: "becomes" });
    this.does = el("div", { class: "does" });
    this.element = el("li", { tabindex: "-1", "data-moment": one.id }, this.was, this.becomes, this.does);
    this.element.addEventListener("focusin", () => list.reach(this.element));
    /** @type {HTMLInputElement | null} */
    this.reason = null;
    this.shown = "";
  }

  /** @param {One} one */
  show(one) {
    this.one = one;
    const { words, may } = this.list.data;
    const looks = JSON.stringify([one, words.confirm, may]);
    if (looks === this.shown) return;
    this.shown = looks;
    const typed = this.reason?.value ?? "";
    furnish(this.element, { "aria-label": [one.text, words[one.proposed], one.told].filter(Boolean).join(", ") });
    this.was.replaceChildren(el("span", { dir: "auto", text: one.text }), el("span", { class: "small", dir: "auto", text: one.episode }));
    const fate = el("span", { class: "fate", "data-fate": one.proposed, text: words[one.proposed] });
    const heirs = one.becomes.map((text) => el("span", { class: "heir", dir: "auto", text }));
    const nothing = one.becomes.length ? [] : [el("span", { class: "small", text: words.nothing })];
    this.becomes.replaceChildren(fate, ...heirs, ...nothing);
    const had = this.does.contains(activeIn(this.does));
    this.does.replaceChildren(...this.#controls(one, typed));
    if (had) this.element.focus({ preventScroll: true });
  }

  /** @param {One} one @param {string} typed @returns {HTMLElement[]} */
  #controls(one, typed) {
    const { words, may, may_give: gives } = this.list.data;
    const told = el("span", { class: "decided small", dir: "auto", text: one.told });
    this.reason = null;
    if (!may) return [told];
    this.reason = el("input", { type: "text", dir: "auto", placeholder: words.reason, "aria-label": this.#about(words.reason) });
    this.reason.value = typed;
    const confirms = `${words.confirm}: ${words[one.proposed]}`;
    const first = el("button", { type: "button", class: "first", "data-act": "confirm", text: confirms, "aria-label": this.#about(confirms), onclick: () => this.decide("") });
    const back = el("button", { type: "button", "data-act": "undecided", text: words.reopen, "aria-label": this.#about(words.reopen), onclick: () => this.decide("undecided") });
    const controls = [told, ...(one.open && one.confirms ? [first] : []), this.#otherwise(), this.reason, ...(one.kind === "undecided" ? [] : [back])];
    return one.becomes.length || !gives ? controls : [...controls, this.#give()];
  }

  /** What a control is called where only it is read out. @param {string} name */
  #about(name) {
    return `${name}, ${this.one.text}`;
  }

  #otherwise() {
    const { words, kinds } = this.list.data;
    const box = el("select", { "aria-label": this.#about(words.otherwise), "data-act": "otherwise" }, el("option", { value: "", text: words.otherwise }));
    for (const [value, text] of kinds) box.append(el("option", { value, text }));
    choosing(box, () => box.value && this.decide(box.value));
    return box;
  }

  /** A card for a moment that has none left; the cards there are are listed once somebody looks. */
  #give() {
    const { words } = this.list.data;
    const box = el("select", { "aria-label": this.#about(words.give), "data-act": "give" }, el("option", { value: "-", text: words.give }), el("option", { value: "", text: words.fresh }));
    const fill = () => {
      if (box.options.length > 2) return;
      for (const [value, text] of this.list.data.cards) box.append(el("option", { value, text }));
    };
    box.addEventListener("focus", fill);
    choosing(box, () => box.value !== "-" && this.list.tell("given", { moment: this.one.id, card: box.value }));
    return box;
  }

  /** @param {string} kind "" as proposed */
  decide(kind) {
    this.list.tell("decided", { moments: [this.one.id], kind, reason: this.reason?.value.trim() ?? "" });
    if (this.reason) this.reason.value = "";
  }

  /** What a key means here. @param {string} act */
  do(act) {
    if (act === "reason") return this.reason?.focus();
    if (act === "give") return /** @type {HTMLElement | null} */ (this.does.querySelector('[data-act="give"]'))?.focus();
    return this.decide(act === "confirm" ? "" : act);
  }
}

class List {
  /** @param {Component} first */
  constructor({ parentElement, data }) {
    this.data = data;
    /** @type {Component["setTriggerValue"]} */
    this.tell = () => {};
    /** @type {Map<Element, Line>} */
    this.lines = new Map();
    this.keys = el("p", { class: "keys" });
    this.place = el("ul", { class: "list" });
    this.none = el("p", { class: "none" });
    this.whole = el("div", { class: "whole" }, this.keys, this.place, this.none);
    parentElement.append(this.whole);
    this.shown = new Keyed(this.place, (/** @type {One} */ one) => one.id, (one) => this.#make(one), (element, one) => this.lines.get(element)?.show(one));
    this.at = 0;
    onKeys(this.whole, (event) => this.#hear(event));
    keepKeys(this.whole);
  }

  /** @param {One} one */
  #make(one) {
    const line = new Line(one, this);
    this.lines.set(line.element, line);
    return line.element;
  }

  /** @param {Component} component */
  show({ data, setTriggerValue }) {
    this.data = data;
    this.tell = (name, value) => setTriggerValue(name, { .../** @type {object} */ (value), said: Date.now() });
    const had = this.place.contains(activeIn(this.place));
    const { words } = data;
    this.keys.textContent = words.keys;
    this.keys.hidden = !data.may || !data.rows.length;
    this.none.textContent = words.none;
    this.none.hidden = data.rows.length > 0;
    this.shown.show(data.rows);
    const lines = this.#elements();
    for (const element of this.lines.keys()) if (!element.isConnected) this.lines.delete(element);
    const now = lines[Math.min(this.at, lines.length - 1)];
    if (now) this.reach(now);
    if (now && had && !this.place.contains(activeIn(this.place))) now.focus({ preventScroll: true });
  }

  #elements() {
    return /** @type {HTMLElement[]} */ ([...this.place.children]);
  }

  /** One line of the list is reached by Tab, the others by the arrows. @param {HTMLElement} element */
  reach(element) {
    for (const [n, one] of this.#elements().entries()) {
      one.tabIndex = one === element ? 0 : -1;
      if (one === element) this.at = n;
    }
  }

  /** @param {KeyboardEvent} event */
  #hear(event) {
    const active = activeIn(this.place);
    const element = /** @type {HTMLElement | null} */ (active?.closest("li") ?? null);
    const line = element && this.lines.get(element);
    if (!line) return;
    if (types(active, event)) return this.#hearText(event, line, active instanceof HTMLInputElement);
    const act = actOf(event, this.data.kinds.map(([kind]) => kind));
    if (!act || (active !== element && event.key === "Enter")) return;
    event.preventDefault();
    this.#do(act, line);
  }

  /** @param {string} act @param {Line} line */
  #do(act, line) {
    if (act === "undo") this.data.may && this.tell("undone", {});
    else if (act === "next" || act === "previous") this.#walk(line.element, act === "next" ? 1 : -1);
    else if (this.data.may) line.do(act);
  }

  /** While a reason is typed, Enter confirms with it, and Escape goes back to the line.
   * @param {KeyboardEvent} event @param {Line} line @param {boolean} reason */
  #hearText(event, line, reason) {
    if (event.key === "Escape") line.element.focus();
    if (event.key === "Enter" && reason) line.decide("");
  }

  /** @param {HTMLElement} from @param {number} by */
  #walk(from, by) {
    const lines = this.#elements();
    lines[lines.indexOf(from) + by]?.focus();
  }
}

/**
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount(first) {
  const list = new List(first);
  return { show: (component) => list.show(component), close: () => list.whole.remove() };
}
