/**
 * One field of one row: its label, what is saved in it, and why it was refused. A field belongs to its row for as
 * long as it is there; what stands in it is sent when a person has changed it, and never because it was drawn.
 */

import { activeIn, el } from "../shared/dom.js";

/**
 * @typedef {import("../live/rows.js").Row} Row
 * @typedef {{ table: string, id: string, name: string, label?: string, quiet?: boolean, help?: string,
 *   placeholder?: string, wrapping?: boolean, among?: () => string[], wide?: boolean }} Spec
 */

let made = 0;

export class Field {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {Spec} spec
   */
  constructor(panel, spec) {
    this.panel = panel;
    this.spec = spec;
    this.kind = panel.facts.fields[spec.table][spec.name];
    this.key = `${spec.table}/${spec.id}/${spec.name}`;
    this.uid = `pf${(made += 1)}`;
    this.label = spec.label ?? panel.labelOf(spec.table, spec.name);
    this.words = el("div", { class: "words", dir: "auto" });
    this.reason = el("div", { class: "reason", role: "alert", hidden: true, id: `${this.uid}-why` });
    this.place = el("div", { class: "control" });
    this.element = el("div", { class: "field", ...this.marks });
    /** @type {boolean | null} */
    this.writes = null;
    this.head = this.#makeHead();
    this.element.append(...(spec.quiet ? [] : [this.head]), this.place, this.reason);
  }

  /** @returns {HTMLElement} */
  #makeHead() {
    const { help } = this.spec;
    const head = el("div", { class: "label" }, el("label", { for: this.uid, id: `${this.uid}-label`, text: this.label }));
    if (help) head.append(el("span", { class: "help", text: "?", title: help, "aria-label": help, role: "img" }));
    return head;
  }

  /** Which field of which row it writes to, on whatever one writes or presses. */
  get marks() {
    const { table, id, name } = this.spec;
    return { "data-table": table, "data-row": id, "data-field": name };
  }

  /** What is saved now. */
  get row() {
    return this.panel.model.row(this.spec.table, this.spec.id);
  }

  get saved() {
    return this.row?.[this.spec.name];
  }

  /** Whether somebody has the keyboard in it. */
  get isOpen() {
    const focused = activeIn(this.element);
    return !!focused && this.place.contains(focused);
  }

  /** Bring it up to what is saved, but leave alone what somebody is writing. */
  show() {
    const { row, panel, spec } = this;
    if (!row) return;
    const writes = panel.rights.maySet(spec.table, row, spec.name) || this.isBusy || panel.held.has(this.key);
    if (writes !== this.writes) {
      this.writes = writes;
      this.place.replaceChildren(writes ? this.makeControl() : this.words);
      this.element.classList.toggle("read", !writes);
    }
    if (writes) {
      this.update(row);
    } else {
      this.words.replaceChildren(...this.said(row));
      this.element.hidden = !this.words.childNodes.length;
    }
    if (writes) this.element.hidden = false;
    this.showReason();
  }

  /** Whether it holds what is told to nobody yet. */
  get isBusy() {
    return false;
  }

  /** Why what stands here was not taken. */
  showReason() {
    const held = this.panel.held.get(this.key);
    const text = held?.reason ?? "";
    this.element.classList.toggle("refused", !!held);
    if (this.reason.dataset.said === text && this.reason.hidden === !held) return;
    this.reason.dataset.said = text;
    this.reason.hidden = !held;
    const back = el("button", { type: "button", class: "plain", text: this.panel.say("map-put-back"), onclick: () => this.putBack() });
    this.reason.replaceChildren(...(held ? [el("span", { text }), back] : []));
  }

  /** What was refused is given up. */
  putBack() {
    this.panel.held.delete(this.key);
    this.show();
  }

  /**
   * A person has changed it: send that, and only where it is another value than they saw.
   *
   * @param {any} value
   * @param {any} before what they saw
   * @param {number | null} seen the revision at which they saw it
   */
  send(value, before, seen) {
    const { table, id, name } = this.spec;
    this.panel.held.delete(this.key);
    if (value !== before) this.panel.set(this.key, table, id, name, value, seen);
    this.show();
  }

  /** Send what is half typed. */
  commit() {}

  /** @returns {Node} */
  makeControl() {
    throw new Error("each kind makes its own");
  }

  /** @param {Row} _row */
  update(_row) {}

  /**
   * What it holds, for somebody who reads it; nothing where it holds nothing.
   *
   * @param {Row} row
   * @returns {(Node | string)[]}
   */
  said(row) {
    const value = row[this.spec.name];
    return value === null || value === undefined || value === "" || value === false ? [] : [String(value)];
  }
}
