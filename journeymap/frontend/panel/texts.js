/** Fields one types in: a draft while one does, sent when it is left; Escape gives it up. */

import { el } from "../shared/dom.js";
import { inOneLine, readable } from "../shared/lengths.js";
import { onKeys } from "../shared/keyboard.js";
import { Count } from "./count.js";
import { Field } from "./field.js";

/** @typedef {import("../live/rows.js").Row} Row */

/** Shared by all that is typed: what was there when typing began, and since which revision. */
export class Typed extends Field {
  /** @type {any} */
  base = undefined;
  /** @type {number | null} */
  seen = null;
  /** @type {Count | undefined} */
  count;

  /** @returns {HTMLElement} */
  makeControl() {
    this.box = this.makeBox();
    const { box, panel } = this;
    const { help, placeholder } = this.spec;
    if (placeholder) box.placeholder = placeholder;
    if (this.spec.quiet) box.setAttribute("aria-label", this.label);
    if (this.spec.quiet && help) box.title = help;
    box.id = this.uid;
    box.dir = "auto";
    box.setAttribute("aria-describedby", `${this.uid}-why`);
    box.addEventListener("focus", () => this.#open());
    box.addEventListener("blur", () => this.commit());
    onKeys(/** @type {HTMLElement} */ (box), (event) => this.onKey(event));
    box.addEventListener("input", () => this.#typed());
    Object.entries(this.marks).forEach(([name, value]) => box.setAttribute(name, value));
    this.count ??= new Count(panel, this.kind.most);
    this.place.after(this.count.element);
    box.value = this.written(panel.held.get(this.key)?.value ?? this.saved);
    this.base = this.saved;
    this.seen = panel.model.revision;
    return box;
  }

  /** @returns {HTMLInputElement | HTMLTextAreaElement} */
  makeBox() {
    return /** @type {HTMLInputElement} */ (el("input", { type: "text", autocomplete: "off" }));
  }

  /** A value as it is typed. @param {any} value @returns {string} */
  written(value) {
    return String(value ?? "");
  }

  /** What is typed, as a value. @param {string} text @returns {any} */
  read(text) {
    return inOneLine(text);
  }

  #typed() {
    this.panel.held.delete(this.key);
    this.showReason();
  }

  /** While somebody types here. */
  #counts() {
    if (this.box) this.count?.show(this.box, this.isOpen && !this.panel.held.has(this.key) ? this.read(this.box.value) : null);
  }

  get isBusy() {
    return !!this.box && this.isOpen && this.box.value !== this.written(this.base);
  }

  #open() {
    this.base = this.saved;
    this.seen = this.panel.model.revision;
    this.panel.open = this;
    this.panel.model.select(this.panel.subject?.id ?? null, true);
  }

  #close() {
    const { panel } = this;
    if (panel.open !== this) return;
    panel.open = null;
    panel.model.select(panel.subject?.id ?? null, false);
  }

  commit() {
    const { box, panel } = this;
    this.#close();
    if (!box || this.base === undefined) return;
    const held = panel.held.get(this.key);
    if (box.value === this.written(held ? held.value : this.base)) return;
    const value = this.read(box.value);
    const reason = this.count?.refuses(value);
    if (reason && this.row) {
      panel.held.set(this.key, { value: box.value, reason });
      this.show();
      return;
    }
    const [before, seen] = [this.base, this.seen];
    this.base = value;
    if (!this.row) panel.lost(box.value);
    else this.send(value, before, seen);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    event.stopPropagation();
    if (event.key === "Enter" && this.isSent(event)) {
      event.preventDefault();
      this.commit();
      this.#open();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (this.isBusy || this.panel.held.has(this.key)) this.putBack();
      else this.panel.leave();
    }
  }

  /** Whether this Enter sends; in a text of several lines it makes one. @param {KeyboardEvent} _event */
  isSent(_event) {
    return true;
  }

  putBack() {
    this.panel.held.delete(this.key);
    if (this.box) this.box.value = this.written(this.saved);
    this.base = this.saved;
    this.seen = this.panel.model.revision;
    this.show();
  }

  /** @param {Row} row */
  update(row) {
    const { box } = this;
    if (!box || this.isBusy || this.panel.held.has(this.key)) return;
    const saved = row[this.spec.name];
    if (box.value !== this.written(saved)) box.value = this.written(saved);
    this.base = saved;
    this.seen = this.panel.model.revision;
  }

  showReason() {
    super.showReason();
    this.#counts();
  }
}

export class Line extends Typed {}

/** A text that grows with what stands in it. */
export class Lines extends Typed {
  makeBox() {
    const box = /** @type {HTMLTextAreaElement} */ (el("textarea", { rows: this.spec.wrapping ? 1 : 2 }));
    box.addEventListener("input", () => this.#grow());
    return box;
  }

  /** @param {string} text */
  read(text) {
    return this.spec.wrapping ? super.read(text) : readable(text);
  }

  /** @param {KeyboardEvent} event */
  isSent(event) {
    return !!this.spec.wrapping || event.ctrlKey || event.metaKey;
  }

  /** @param {Row} row */
  update(row) {
    super.update(row);
    this.#grow();
  }

  #grow() {
    const box = /** @type {HTMLTextAreaElement} */ (this.box);
    if (!box.isConnected) return;
    const known = `${box.clientWidth} ${box.value}`;
    if (box.dataset.grown === known) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
    box.dataset.grown = known;
  }
}

/** A number, with a comma or a point; what is none goes to the server as it is, which says so. */
export class NumberField extends Typed {
  makeBox() {
    return /** @type {HTMLInputElement} */ (el("input", { inputmode: "decimal", autocomplete: "off" }));
  }

  get step() {
    return 1;
  }

  /** @param {any} value */
  written(value) {
    return typeof value === "number" ? String(Math.round(value * 1e6) / 1e6) : String(value ?? "");
  }

  /** @param {string} text */
  read(text) {
    const bare = text.trim().replace(",", ".").replace("−", "-");
    if (!bare) return null;
    const found = Number(bare);
    return Number.isFinite(found) ? found : text.trim();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const by = { ArrowUp: this.step, ArrowDown: -this.step }[event.key];
    if (by && this.box) {
      const now = this.read(this.box.value);
      this.box.value = this.written(Math.round(((typeof now === "number" ? now : 0) + by) * 10) / 10);
      event.preventDefault();
    }
    super.onKey(event);
  }
}

/** The same from -2 to +2 in tenths. */
export class Tenths extends NumberField {
  get step() {
    return 0.1;
  }
}

export class DateField extends Typed {
  makeBox() {
    return /** @type {HTMLInputElement} */ (el("input", { type: "date", min: "1900-01-01", max: "2199-12-31" }));
  }

  /** @param {string} text */
  read(text) {
    return text || null;
  }

  /** @param {Row} row */
  said(row) {
    const value = row[this.spec.name];
    return value ? [this.panel.day(value)] : [];
  }
}
