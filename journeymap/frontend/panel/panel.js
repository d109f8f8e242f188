/**
 * The panel of a row that is chosen: its fields, as live as the board, from the same model. Choosing sends nothing;
 * a person's change of one field is one operation, with the revision at which they saw it.
 *
 * @typedef {import("../live/rows.js").Row} Row
 * @typedef {{ element: HTMLElement, show: () => void, commit?: () => void }} View
 * @typedef {{ fields: Record<string, Record<string, { widget: string, choices: string[], table: string, most: number | null }>>,
 *   defaults: Record<string, Record<string, any>>, wheels: { en: string, nl: string, words: [number, string, string][] }[],
 *   channels: [string, string, boolean][], texts: Record<string, string> }} Facts
 * @typedef {{ model: import("../live/model.js").BoardModel, say: import("../shared/sayer.js").Say, language: string, scale: string[],
 *   facts: Facts, leads: boolean, ask: (what: any) => Promise<any>,
 *   choose: (table: string | null, id: string | null) => void, back: () => void,
 *   notice: (notice: import("../shared/notices.js").Notice) => (() => void), announce: (text: string) => void, customers?: (id: string) => string, sent?: (id: string) => readonly import("../board/sent.js").Item[] }} Host
 */

import { activeIn, el, furnish, onceAFrame } from "../shared/dom.js";
import { get, put } from "../live/outbox.js";
import { isTypedIn, isTyping, undoOrRedo } from "../board/shortcuts.js";
import { TABLES } from "../live/schema.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";
import { Choice, RowChoice, Toggle } from "./choices.js";
import { Acts, Heading } from "./head.js";
import { PARTS, views, WAYS } from "./parts.js";
import { Past } from "./history.js";
import { Reach } from "./reach.js";
import { Rights } from "./rights.js";
import { DateField, Line, Lines, NumberField } from "./texts.js";

const KINDS = { line: Line, lines: Lines, number: NumberField, date: DateField, toggle: Toggle, choice: Choice, row: RowChoice };
const PART = "journeymap-part";

export class Panel {
  /** @param {Host} host */
  constructor(host) {
    this.host = host;
    this.model = host.model;
    this.say = host.say;
    this.language = host.language;
    this.scale = host.scale;
    this.facts = host.facts;
    this.rights = new Rights(host.model, host.leads);
    /** @type {{ table: string, id: string } | null} whose panel it is */
    this.subject = null;
    /** @type {Map<string, { value: any, reason: string }>} what was refused, by field */
    this.held = new Map();
    /** @type {Map<string, { key: string, value: any }>} what is on its way, by operation */
    this.sent = new Map();
    /** @type {import("./texts.js").Typed | null} the field somebody types in */
    this.open = null;
    /** @type {Map<string, string>} the moments of the as-is, by id */
    this.asIs = new Map();
    /** Told once they are known. @type {() => void} */
    this.heardAsIs = () => {};
    this.knowsAsIs = false;
    this.asked = false;
    this.part = PARTS.find((part) => part === get(PART)) ?? PARTS[0];
    /** @type {View[]} */
    this.views = [];
    this.handle = el("button", { type: "button", class: "handle", onclick: () => this.fold(!this.folded) });
    this.body = el("div", { class: "panel-body" });
    this.element = el("aside", { class: "panel", lang: this.language, hidden: true, "aria-label": this.say("panel") }, this.handle, this.body);
    keepKeys(this.element);
    onKeys(this.element, (event) => this.#key(event));
    this.draw = onceAFrame(() => this.drawNow());
    this.folded = false;
    this.fold(false);
    this.leaving = this.#listen();
  }

  close() {
    this.host.choose(null, null);
  }

  /** Take it away; what is half typed is sent first. */
  end() {
    this.commit();
    this.leaving();
    this.element.remove();
    document.documentElement.classList.remove("jm-panel-open", "jm-panel-folded");
  }

  // Whose panel it is

  /**
   * Show the panel of a row: its own, or that of the moment or the episode it stands under.
   *
   * @param {string | null} table
   * @param {string | null} id
   */
  show(table, id) {
    const subject = table && id ? this.#subjectOf(table, id) : null;
    if (subject?.id === this.subject?.id) return;
    this.commit();
    this.subject = subject;
    this.#build();
  }

  /**
   * @param {string} table
   * @param {string} id
   */
  #subjectOf(table, id) {
    if (table === "moments" || table === "episodes") return this.model.row(table, id) ? { table, id } : null;
    const above = TABLES[table]?.parent;
    const parent = this.model.row(table, id)?.parent;
    return parent && (above === "moments" || above === "episodes") ? { table: above, id: parent } : null;
  }

  /**
   * Whoever reads by a link is told of the map as it is, and not of who worked on it.
   *
   * @param {string} table
   * @param {string} id
   */
  #past(table, id) {
    return this.model.you?.role === "reader" ? [] : [new Past(this, table, id)];
  }

  /**
   * What a change would hit stands on a to-be, for whoever may see its stories.
   *
   * @param {string} table
   * @param {string} id
   */
  #reach(table, id) {
    const { model } = this;
    return model.header()?.kind !== "to-be" || model.you?.role === "reader" ? [] : [new Reach(this, table, id)];
  }

  #build() {
    const { subject } = this;
    furnish(this.element, { hidden: !subject, "data-table": subject?.table, "data-id": subject?.id });
    document.documentElement.classList.toggle("jm-panel-open", !!subject);
    this.views = [];
    if (!subject) {
      this.body.replaceChildren();
      return;
    }
    const { table, id } = subject;
    const main = this.field({ table, id, name: table === "moments" ? "text" : "title", quiet: table === "moments", wrapping: true });
    main.element.classList.add("main");
    const parts = table === "moments" ? [this.#makeParts()] : [];
    const more = [new Heading(this, table, id), main, new Acts(this, table, id), ...parts, ...views(this, table, id, this.part), ...this.#reach(table, id), ...this.#past(table, id)];
    this.views = more;
    this.kind = this.model.header()?.kind;
    this.body.replaceChildren(...more.map((view) => view.element));
    this.element.scrollTop = 0;
    this.drawNow();
  }

  /** @returns {View} */
  #makeParts() {
    const inputs = PARTS.map((part) => {
      const input = /** @type {HTMLInputElement} */ (el("input", { type: "radio", name: "panel-part", value: part }));
      input.checked = part === this.part;
      input.addEventListener("change", () => this.showPart(part, true));
      return input;
    });
    const labels = inputs.map((input) => el("label", { class: "segment", "data-part": input.value }, input, el("span", { text: this.say(`map-part-${input.value}`) })));
    const element = el("div", { class: "segments parts", role: "radiogroup", "aria-label": this.say("map-parts") }, ...labels);
    return { element, show: () => inputs.forEach((input) => (input.checked = input.value === this.part)) };
  }

  /**
   * @param {typeof PARTS[number]} part
   * @param {boolean} [stay] whether the keyboard stays on the parts
   */
  showPart(part, stay = false) {
    if (part === this.part) return;
    this.commit();
    this.part = part;
    put(PART, part);
    const at = this.element.scrollTop;
    this.#build();
    if (!stay) return;
    this.element.scrollTop = at;
    /** @type {HTMLElement | null} */ (this.body.querySelector(".parts input:checked"))?.focus();
  }

  /** Bring everything up to what the map is now. */
  drawNow() {
    const { subject } = this;
    if (!subject) return;
    if (!this.model.row(subject.table, subject.id)) {
      this.commit();
      this.subject = null;
      this.#build();
      return;
    }
    if (this.kind !== this.model.header()?.kind) return this.#build();
    for (const view of this.views) view.show();
  }

  /** The row in whose panel somebody writes now, where it is still there. */
  get writtenIn() {
    const { open, subject, model } = this;
    return open && subject && model.row(subject.table, subject.id) ? subject : null;
  }

  /** Send what is half typed. */
  commit() {
    for (const view of this.views) view.commit?.();
  }

  // The parts that fields are made of

  /** @param {import("./field.js").Spec} spec */
  field(spec) {
    const { widget } = this.facts.fields[spec.table][spec.name];
    const kind = spec.wrapping && widget === "line" ? "lines" : widget;
    return new KINDS[/** @type {keyof typeof KINDS} */ (kind)](this, spec);
  }

  /**
   * Fields side by side.
   *
   * @param {View[]} inner
   * @returns {View}
   */
  beside(inner) {
    return {
      element: el("div", { class: "row-of" }, ...inner.map((view) => view.element)),
      show: () => inner.forEach((view) => view.show()),
      commit: () => inner.forEach((view) => view.commit?.()),
    };
  }

  /**
   * @param {string} key
   * @param {string} help
   * @returns {View}
   */
  title(key, help) {
    const text = this.say(help);
    return { element: el("h3", {}, el("span", { text: this.say(key) }), el("span", { class: "help", text: "?", role: "img", title: text, "aria-label": text })), show() {} };
  }

  /**
   * @param {string} table
   * @param {string} name
   */
  labelOf(table, name) {
    const text = this.say(`field-${table}-${name}`.replaceAll("_", "-"));
    return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
  }

  /** A day as it is said everywhere, such as “3 August 2026”. @param {string} on in ISO 8601 */
  day(on) {
    const [year, month, day] = on.split("-").map(Number);
    return this.say("date-day", { day, month: this.say(`date-month-${month}`), year });
  }

  /** What a row is called. @param {string} id */
  called(id) {
    const row = this.model.find(id)?.row;
    return row ? String(row.text ?? row.title ?? row.name ?? "") : id;
  }

  /** The language the map is written in. */
  get tongue() {
    return this.model.header()?.language === "nl" ? "nl" : "en";
  }

  /**
   * The wheels' words, the closest to what is felt first, with the name of a wheel beyond the everyday one.
   *
   * @param {number | null | undefined} valence
   */
  words(valence) {
    const { tongue } = this;
    /** @type {Map<string, import("./combo.js").Offer>} */
    const found = new Map();
    this.facts.wheels.forEach((wheel, n) => {
      const words = [...wheel.words];
      if (valence !== null && valence !== undefined) words.sort((one, other) => Math.abs(one[0] - valence) - Math.abs(other[0] - valence));
      for (const [, en, nl] of words) {
        const text = tongue === "nl" ? nl : en;
        if (!found.has(text)) found.set(text, { text, more: n ? wheel[tongue] : "" });
      }
    });
    return [...found.values()];
  }

  /** How good or bad a word of the wheels is. @param {string} word */
  valenceOf(word) {
    const asked = word.toLocaleLowerCase();
    const at = this.tongue === "nl" ? 2 : 1;
    return this.facts.wheels.flatMap(({ words }) => words).find((one) => String(one[at]).toLocaleLowerCase() === asked)?.[0];
  }

  /** The channels that ship as suggestions, and whether such a channel is usually one's own. */
  catalogue() {
    return this.facts.channels.map(([en, nl, owned]) => ({ name: this.tongue === "nl" ? nl : en, owned }));
  }

  /** Ask once what the moments of the as-is are called. */
  wantAsIs() {
    if (this.asked) return;
    this.asked = true;
    this.ask({ do: "origins" }).then(({ origins }) => {
      if (!origins) return;
      this.asIs = new Map(origins);
      this.knowsAsIs = true;
      this.draw();
      this.heardAsIs();
    });
  }

  // Doing

  /**
   * @param {string} key the field
   * @param {string} table
   * @param {string} id
   * @param {string} name
   * @param {any} value
   * @param {number | null} seen
   */
  set(key, table, id, name, value, seen) {
    this.track(this.model.set(table, id, name, value, seen), key, value);
  }

  /**
   * A row under another.
   *
   * @param {string} table
   * @param {Record<string, any>} values
   * @param {string} parent
   */
  add(table, values, parent) {
    return this.model.add(table, { ...this.facts.defaults[table], ...values }, { parent, after: undefined });
  }

  /**
   * What comes of an operation is said at the field it came from.
   *
   * @param {string | null} op
   * @param {string} key
   * @param {any} value
   */
  track(op, key, value) {
    if (op) this.sent.set(op, { key, value });
    this.draw();
  }

  /**
   * An act whose refusal is said in a notice.
   *
   * @param {string | null} _op
   * @param {boolean} [_quietly]
   */
  do(_op, _quietly = false) {
    this.draw();
  }

  /**
   * Take a row out, and offer the way back.
   *
   * @param {string} table
   * @param {string} id
   */
  remove(table, id) {
    const { model, say } = this;
    const row = model.row(table, id);
    const reason = this.rights.gate.refusal({ do: "remove", table, row });
    if (reason) {
      this.host.notice({ text: say(reason), kind: "warning" });
      this.host.announce(say(reason));
      return;
    }
    const parent = row?.parent ?? null;
    const op = model.remove(table, id);
    if (!op) return;
    if (this.subject?.id === id) this.host.choose(parent ? "episodes" : null, parent);
    const leave = this.host.notice({ text: say("removed", { n: 1 }), action: say("undo"), act: () => model.undoThese([op]) });
    // After the next thing I do, an undo would take that back.
    model.addEventListener("mine", () => queueMicrotask(leave), { once: true });
    this.host.announce(say("removed", { n: 1 }));
    this.draw();
  }

  /**
   * What is removed with a row, as a phrase such as “3 touchpoints, 2 needs”.
   *
   * @param {string} table
   * @param {string} id
   */
  goesAlong(table, id) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const other of this.model.caught(table, id)) if (other.id !== id) counts.set(other.table, (counts.get(other.table) ?? 0) + 1);
    return [...counts].map(([name, n]) => this.say(`map-count-${name}`.replaceAll("_", "-"), { n })).join(", ");
  }

  /** Text that was typed into a row which somebody removed meanwhile. @param {string} text */
  lost(text) {
    if (text.trim()) this.host.notice({ text: this.say("gone-while-typing"), detail: text, kind: "warning", stays: true });
  }

  /** What only the server can do or say. @param {any} what @returns {Promise<any>} */
  ask(what) {
    return this.host.ask(what);
  }

  // Where one goes

  /**
   * @param {string} table
   * @param {string} id
   * @param {string} [act] the button that has the keyboard, which keeps it
   */
  choose(table, id, act) {
    this.host.choose(table, id);
    this.show(table, id);
    const button = act && /** @type {HTMLButtonElement | null} */ (this.body.querySelector(`[data-act="${act}"]:enabled`));
    if (button) button.focus();
    else this.element.focus();
  }

  /**
   * A row that was just made elsewhere is chosen as soon as it is here, unless somebody types somewhere else by then.
   *
   * @param {string} table
   * @param {string} id
   */
  chooseWhenThere(table, id) {
    const look = () => {
      if (!this.model.row(table, id)) return;
      this.model.removeEventListener("change", look);
      const at = activeIn(this.element);
      if (this.element.contains(at) || !isTypedIn(at)) this.choose(table, id);
    };
    this.model.addEventListener("change", look);
    look();
  }

  /** The keyboard goes into the panel, to the first thing one writes in. */
  focus() {
    if (!this.subject) return false;
    this.fold(false);
    const first = /** @type {HTMLElement | null} */ (this.body.querySelector(".main :is(textarea, input)") ?? this.body.querySelector("button:enabled"));
    first?.focus();
    return true;
  }

  /** The part and the field where something that is still open is filled in. @param {string} what */
  goTo(what) {
    const way = WAYS[what];
    if (!way) return;
    this.fold(false);
    if (way.part) this.showPart(/** @type {any} */ (way.part));
    const goal = /** @type {HTMLElement | null} */ (this.body.querySelector(way.find));
    goal?.scrollIntoView({ block: "center" });
    goal?.focus();
  }

  /** The keyboard goes back to the card. */
  leave() {
    this.host.back();
  }

  /** On a phone: only its first line. @param {boolean} folded */
  fold(folded) {
    this.folded = folded;
    const label = this.say(folded ? "map-sheet-unfold" : "map-sheet-fold");
    furnish(this.handle, { text: folded ? "⌃" : "⌄", title: label, "aria-label": label, "aria-expanded": folded ? "false" : "true" });
    document.documentElement.classList.toggle("jm-panel-folded", folded);
    this.element.classList.toggle("folded", folded);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if ((event.ctrlKey || event.metaKey) && !event.defaultPrevented && !isTyping(event) && this.model.may("edit")) {
      if (undoOrRedo(this, event)) event.preventDefault();
      return;
    }
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.leave();
  }

  #listen() {
    const change = () => this.draw();
    const refused = (/** @type {any} */ { detail }) => {
      const sent = this.sent.get(detail.op);
      if (!sent) return;
      queueMicrotask(() => this.sent.delete(detail.op));
      // What was refused after it, for want of it, is no reason of its own.
      if (!this.held.has(sent.key)) this.held.set(sent.key, { value: sent.value, reason: detail.reason ?? this.say("queue-full") });
      this.draw();
    };
    const step = (/** @type {any} */ { detail }) => {
      this.rights.hear(detail);
      this.draw();
    };
    /** @type {[string, (event: any) => void][]} */
    const heard = [
      ["change", change],
      ["can", change],
      ["presence", change],
      ["refused", refused],
      ["step", step],
    ];
    for (const [name, listener] of heard) this.model.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of heard) this.model.removeEventListener(name, listener);
    };
  }

  /** Whether the field says itself why this was refused. @param {string} op */
  answers(op) {
    return this.sent.has(op);
  }
}
