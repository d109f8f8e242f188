/** Fields one chooses in: sent at once, with the revision at which the choice was seen. */

import { el } from "../shared/dom.js";
import { Field } from "./field.js";

/** @typedef {import("../live/rows.js").Row} Row */

class Chosen extends Field {
  /** @param {any} value */
  choose(value) {
    this.send(value, this.saved, this.panel.model.revision);
  }
}

export class Toggle extends Chosen {
  makeControl() {
    const { help } = this.spec;
    this.box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", role: "switch", id: this.uid, ...this.marks }));
    this.box.addEventListener("change", () => this.choose(!this.saved));
    return el("label", { class: "switch", title: help }, this.box, el("span", { class: "track" }), el("span", { text: this.label }));
  }

  /** @param {Row} row */
  update(row) {
    if (this.box) this.box.checked = !!row[this.spec.name];
  }

  /** @param {Row} row */
  said(row) {
    return row[this.spec.name] ? [`✓ ${this.label}`] : [];
  }
}

/** One of a few, as a row of buttons of which one is in. */
export class Choice extends Chosen {
  makeControl() {
    this.inputs = this.kind.choices.map((/** @type {string} */ value) => {
      const input = /** @type {HTMLInputElement} */ (el("input", { type: "radio", name: this.uid, value, ...this.marks }));
      input.addEventListener("change", () => this.choose(value));
      return input;
    });
    const options = this.inputs.map((/** @type {HTMLInputElement} */ input) =>
      el("label", { class: "segment" }, input, el("span", { text: this.panel.say(`choice-${input.value}`) })),
    );
    return el("div", { class: "segments", role: "radiogroup", "aria-label": this.label }, ...options);
  }

  /** @param {Row} row */
  update(row) {
    for (const input of this.inputs ?? []) input.checked = input.value === row[this.spec.name];
  }

  /** @param {Row} row */
  said(row) {
    return [this.panel.say(`choice-${row[this.spec.name]}`)];
  }
}

/** One row of a table, or none. */
export class RowChoice extends Chosen {
  makeControl() {
    this.box = /** @type {HTMLSelectElement} */ (el("select", { id: this.uid, dir: "auto", ...this.marks }));
    if (this.spec.quiet) this.box.setAttribute("aria-label", this.label);
    this.box.addEventListener("change", () => this.choose(this.box?.value || null));
    return this.box;
  }

  /** @returns {string[]} */
  get ids() {
    return this.spec.among?.() ?? this.panel.model.rows(this.kind.table).map(({ id }) => id);
  }

  /** @param {Row} row */
  update(row) {
    const now = row[this.spec.name] ?? "";
    const ids = this.ids;
    fill(this.box, [["", this.spec.placeholder ?? this.panel.say("map-choose")], ...named(this.panel, ids.includes(now) || !now ? ids : [...ids, now])], now);
  }

  /** @param {Row} row */
  said(row) {
    const now = row[this.spec.name];
    return now ? [this.panel.called(now)] : [];
  }
}

/**
 * The ids with what they are called.
 *
 * @param {import("./panel.js").Panel} panel
 * @param {string[]} ids
 * @returns {[string, string][]}
 */
export function named(panel, ids) {
  return ids.map((id) => [id, panel.called(id)]);
}

/**
 * The options of a list, changed only where they are others, for somebody may have it open.
 *
 * @param {HTMLSelectElement | undefined} box
 * @param {[string, string][]} options
 * @param {string} now
 */
export function fill(box, options, now) {
  if (!box) return;
  const look = JSON.stringify(options);
  if (box.dataset.look !== look) {
    box.dataset.look = look;
    box.replaceChildren(...options.map(([value, text]) => el("option", { value, text: text.length > 80 ? `${text.slice(0, 79)}…` : text })));
  }
  if (box.value !== now) box.value = now;
}
