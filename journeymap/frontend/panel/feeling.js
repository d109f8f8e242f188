/** An emotion: five faces, the same in tenths, and a word for it from the wheels or one's own. */

import { el, furnish } from "../shared/dom.js";
import { faceIcon, step } from "../shared/faces.js";
import { Combo } from "./combo.js";
import { Field } from "./field.js";
import { Line, Tenths } from "./texts.js";

/** @typedef {import("../live/rows.js").Row} Row */

const STEPS = [-2, -1, 0, 1, 2];

/** The five faces. The one that stands for what is saved is in; pressed again, nothing is said any more. */
class Faces extends Field {
  makeControl() {
    const { scale } = this.panel;
    this.buttons = STEPS.map((value, at) => {
      const icon = faceIcon(value, 26, scale[at]);
      furnish(icon, { role: null, "aria-label": null, "aria-hidden": "true" });
      const button = el("button", { type: "button", class: "face-choice", title: scale[at], "aria-label": scale[at], ...this.marks, "data-face": value, onclick: () => this.#press(value) }, icon);
      return button;
    });
    return el("div", { class: "faces", role: "group", "aria-labelledby": `${this.uid}-label` }, ...this.buttons);
  }

  /** @param {number} value */
  #press(value) {
    const { saved } = this;
    const isIn = saved !== null && saved !== undefined && STEPS[step(saved)] === value;
    this.send(isIn ? null : value, saved, this.panel.model.revision);
  }

  /** @param {Row} row */
  update(row) {
    const value = row[this.spec.name];
    const at = value === null || value === undefined ? -1 : step(value);
    this.buttons?.forEach((button, n) => furnish(button, { "aria-pressed": n === at ? "true" : "false" }));
  }
}

class Word extends Line {
  /** @type {Combo | undefined} */
  combo;

  /** @param {import("./panel.js").Panel} panel @param {import("./field.js").Spec} spec @param {string} which */
  constructor(panel, spec, which) {
    super(panel, spec);
    this.which = which;
  }

  /** @returns {HTMLElement} */
  makeControl() {
    const box = /** @type {HTMLInputElement} */ (super.makeControl());
    this.combo = new Combo(box, {
      offers: () => this.panel.words(this.row?.[`${this.which}_valence`]),
      onPick: (text) => {
        box.value = text;
        this.commit();
      },
    });
    return this.combo.element;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (this.combo?.key(event)) event.stopPropagation();
    else {
      if (event.key === "Enter") this.combo?.close();
      super.onKey(event);
    }
  }

  /**
   * A word of the wheels says how good or bad too, where nobody has said so yet.
   *
   * @param {any} value
   * @param {any} before
   * @param {number | null} seen
   */
  send(value, before, seen) {
    const { table, id } = this.spec;
    const valence = `${this.which}_valence`;
    const unsaid = (this.row?.[valence] ?? null) === null;
    this.panel.model.together(() => {
      super.send(value, before, seen);
      const known = value && value !== before && unsaid ? this.panel.valenceOf(value) : undefined;
      if (known !== undefined && this.row && this.panel.rights.maySet(table, this.row, valence)) this.panel.set(this.key, table, id, valence, known, seen);
    });
  }
}

/** All three, as one. */
export class Feeling {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {{ table: string, id: string, which: string, help?: string, from?: () => string }} spec `from`: what it is where it is not said here
   */
  constructor(panel, { table, id, which, help, from }) {
    this.panel = panel;
    this.which = which;
    const spec = { table, id };
    this.faces = new Faces(panel, { ...spec, name: `${which}_valence`, help });
    this.exact = new Tenths(panel, { ...spec, name: `${which}_valence`, label: panel.say("map-feeling-exactly"), help: panel.say("map-feeling-exactly-help"), placeholder: "–" });
    this.word = new Word(panel, { ...spec, name: `${which}_label`, quiet: true, placeholder: panel.say("map-feeling-word") }, which);
    this.faces.key += "/face";
    this.words = el("div", { class: "words feeling-words" });
    this.from = from;
    this.note = el("p", { class: "note-line", hidden: true });
    this.line = el("div", { class: "row-of" }, this.faces.element, this.exact.element);
    this.exact.element.classList.add("narrow");
    this.element = el("div", { class: "feeling", "data-feeling": which }, this.line, this.word.element, this.words, this.note);
    this.fields = [this.faces, this.exact, this.word];
  }

  show() {
    const { panel, faces } = this;
    const { row } = faces;
    if (!row) return;
    const { table } = faces.spec;
    const reads = !panel.rights.maySet(table, row, `${this.which}_valence`) && !this.fields.some((one) => one.isBusy || panel.held.has(one.key));
    for (const part of [this.line, this.word.element]) part.hidden = reads;
    this.words.hidden = !reads;
    if (reads) this.words.replaceChildren(...feelingSaid(panel, row[`${this.which}_valence`], row[`${this.which}_label`], faces.label));
    else for (const field of this.fields) field.show();
    const from = this.from?.() ?? "";
    furnish(this.note, { text: from });
    this.note.hidden = !from;
    this.element.hidden = reads && !this.words.childNodes.length && !from;
  }

  commit() {
    for (const field of this.fields) field.commit();
  }
}

/**
 * An emotion to be read: its face and its word.
 *
 * @param {import("./panel.js").Panel} panel
 * @param {number | null} valence
 * @param {string} label
 * @param {string} [title]
 * @returns {Node[]}
 */
export function feelingSaid(panel, valence, label, title = "") {
  if (valence === null && !label) return [];
  const word = label || panel.scale[step(valence ?? 0)];
  const face = valence === null || valence === undefined ? null : faceIcon(valence, 20, panel.scale[step(valence)]);
  return [el("div", {}, title ? el("small", { class: "said-label", text: title }) : null, el("span", { class: "said-feeling", dir: "auto" }, /** @type {any} */ (face), el("span", { text: word })))];
}
