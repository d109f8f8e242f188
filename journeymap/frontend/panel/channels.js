/** The channels of a moment: each is a touchpoint, and a new one is made where it is typed. */

import { el, furnish, Keyed } from "../shared/dom.js";
import { inOneLine } from "../shared/lengths.js";
import { newId } from "../shared/ids.js";
import { rowActs } from "./children.js";
import { Combo } from "./combo.js";
import { Entry } from "./entry.js";
import { menu } from "./folds.js";

/** @typedef {import("../live/rows.js").Row} Row */

export class Channels extends Entry {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {string} moment
   */
  constructor(panel, moment) {
    const label = panel.say("map-channels-label");
    const about = { "aria-label": label, placeholder: panel.say("map-channels-choose"), "data-table": "touchpoints", "data-parent": moment };
    super(panel, `channels/${moment}`, panel.facts.fields.channels.name.most, about);
    this.moment = moment;
    this.combo = new Combo(this.box, { offers: () => this.#offers(), onPick: (text) => this.#use(text) });
    this.chips = el("div", { class: "chips", role: "list", "aria-label": label });
    const head = el("div", { class: "label" }, el("span", { text: label }), el("span", { class: "help", text: "?", role: "img", title: panel.say("map-channels-help"), "aria-label": panel.say("map-channels-help") }));
    this.element = el("div", { class: "field channels-of" }, head, this.chips, this.combo.element, this.count.element, this.reason);
    this.listen();
    this.shown = new Keyed(
      this.chips,
      (/** @type {Row} */ row) => row.id,
      (row) => this.#make(row.id),
      (chip, row) => this.#update(chip, row),
    );
  }

  show() {
    const { panel } = this;
    const rows = panel.model.rows("touchpoints", this.moment);
    this.shown.show(rows);
    const adds = panel.rights.mayAdd("touchpoints", this.moment);
    this.combo.element.hidden = !adds && !this.box.value;
    this.element.hidden = !adds && !rows.length;
    this.showHeld();
  }

  typed() {
    this.show();
  }

  commit() {
    const { value } = this.box;
    if (value.trim() && !this.isHeld(value)) this.#use(value);
  }

  /** @param {string} id */
  #make(id) {
    const { panel } = this;
    const chip = el("span", { class: "chip", role: "listitem", "data-row": id }, el("span", { dir: "auto" }));
    chip.append(
      el("button", {
        type: "button",
        text: "×",
        onclick: () => {
          panel.do(panel.model.remove("touchpoints", id));
          this.box.focus();
          this.combo.close();
        },
      }),
    );
    return chip;
  }

  /**
   * @param {HTMLElement} chip
   * @param {Row} row
   */
  #update(chip, row) {
    const name = this.panel.called(row.channel);
    const [text, button] = /** @type {Iterable<HTMLElement>} */ (chip.children);
    furnish(text, { text: name });
    const label = `${this.panel.say("map-remove")}: ${name}`;
    furnish(button, { "aria-label": label, title: label });
    button.hidden = !this.panel.rights.mayChange("touchpoints", row);
  }

  #offers() {
    const { panel } = this;
    const mine = new Set(panel.model.rows("touchpoints", this.moment).map(({ channel }) => channel));
    const here = panel.model.rows("channels");
    const names = new Set(here.map(({ name }) => name.toLocaleLowerCase()));
    return [
      ...here.filter(({ id }) => !mine.has(id)).map(({ name }) => ({ text: name })),
      ...panel.catalogue().filter(({ name }) => !names.has(name.toLocaleLowerCase())).map(({ name }) => ({ text: name, more: panel.say("map-channel-new", { name: "" }).trim() })),
    ];
  }

  /** @param {string} typed */
  #use(typed) {
    const { panel, moment } = this;
    const { model } = panel;
    const name = inOneLine(typed);
    const reason = this.count.refuses(name);
    this.combo.close();
    if (reason) {
      panel.held.set(this.key, { value: typed, reason });
      this.show();
      return;
    }
    this.box.value = "";
    panel.held.delete(this.key);
    if (!name) return;
    const same = (/** @type {string} */ other) => other.toLocaleLowerCase() === name.toLocaleLowerCase();
    let channel = model.rows("channels").find((row) => same(row.name))?.id;
    if (channel && model.rows("touchpoints", moment).some((row) => row.channel === channel)) return;
    model.together(() => {
      if (!channel) {
        channel = newId();
        const owned = panel.catalogue().find((one) => same(one.name))?.owned ?? true;
        const made = model.add("channels", { ...panel.facts.defaults.channels, name, owned }, { id: channel, after: undefined });
        panel.track(made, this.key, typed);
      }
      panel.track(panel.add("touchpoints", { channel }, moment), this.key, typed);
    });
  }

  /** @param {KeyboardEvent} event */
  hear(event) {
    event.stopPropagation();
    if (this.combo.key(event)) return;
    super.hear(event);
    if (event.key !== "Backspace" || this.box.value) return;
    const last = [...this.chips.querySelectorAll("button")].filter((one) => !one.hidden).at(-1);
    last?.focus();
  }
}

/** Each touchpoint with its notes, its place and a way to take it out. */
export class Touchpoints {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {string} moment
   */
  constructor(panel, moment) {
    this.panel = panel;
    this.moment = moment;
    this.list = el("div", { class: "rows" });
    this.element = el("section", { class: "children", "data-table": "touchpoints" }, el("h3", { text: panel.say("map-touchpoints-title") }), this.list);
    /** @type {Map<string, { notes: import("./panel.js").View & { head: HTMLElement }, tools: HTMLElement }>} */
    this.views = new Map();
    this.shown = new Keyed(
      this.list,
      (/** @type {Row} */ row) => row.id,
      (row) => this.#make(row.id),
      (_element, row) => this.#update(row),
    );
  }

  show() {
    const rows = this.panel.model.rows("touchpoints", this.moment);
    this.element.hidden = !rows.length;
    this.shown.show(rows);
    for (const id of this.views.keys()) if (!rows.some((row) => row.id === id)) this.views.delete(id);
  }

  commit() {
    for (const { notes } of this.views.values()) notes.commit?.();
  }

  /** @param {string} id */
  #make(id) {
    const { panel } = this;
    const notes = /** @type {any} */ (panel.field({ table: "touchpoints", id, name: "notes", label: " ", placeholder: panel.say("map-touchpoint-notes") }));
    const tools = menu(panel.say("map-row-menu"), () => rowActs(panel, "touchpoints", id));
    this.views.set(id, { notes, tools });
    return el("div", { class: "child", "data-child": id }, el("div", { class: "child-line" }, notes.element, tools));
  }

  /** @param {Row} row */
  #update(row) {
    const { notes, tools } = /** @type {any} */ (this.views.get(row.id));
    furnish(notes.head.firstElementChild, { text: this.panel.called(row.channel), dir: "auto" });
    notes.show();
    notes.element.hidden = false;
    tools.hidden = !this.panel.rights.mayChange("touchpoints", row);
  }
}
