/** In a to-be: which as-is moment a moment comes from, merging another one into it, and calling it new. */

import { el, furnish, Keyed } from "../shared/dom.js";
import { fill, named } from "./choices.js";
import { fold } from "./folds.js";
import { icon } from "./icons.js";

/** @typedef {import("../live/rows.js").Row} Row */

export class Origin {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {string} moment
   */
  constructor(panel, moment) {
    this.panel = panel;
    this.moment = moment;
    const { say } = panel;
    this.box = /** @type {HTMLSelectElement} */ (el("select", { "aria-label": say("map-origin-of"), dir: "auto", "data-field-of": "origin", "data-table": "moments", "data-row": moment, "data-field": "origin" }));
    this.box.addEventListener("change", () => this.#choose(this.box.value || null));
    this.words = el("div", { class: "words", dir: "auto" });
    this.merged = el("div", { class: "rows" });
    this.merge = fold({ text: say("map-merge"), name: "merging", make: (close) => this.#makeMerge(close) });
    this.fresh = el("button", { type: "button", class: "act", "data-act": "new", text: say("map-new-do"), title: say("map-mark-new-help"), onclick: () => this.#callNew() });
    const head = el("h3", {}, el("span", { text: say("map-origin-title") }), el("span", { class: "help", text: "?", role: "img", title: say("map-origin-help"), "aria-label": say("map-origin-help") }));
    this.acts = el("div", { class: "acts" }, this.merge.button, this.fresh);
    this.element = el("section", { class: "children", "data-table": "origins" }, head, this.box, this.words, this.merged, this.acts, this.merge.place);
    this.shown = new Keyed(
      this.merged,
      (/** @type {Row} */ row) => row.id,
      (row) => this.#make(row.id),
      (element, row) => this.#update(element, row),
    );
  }

  show() {
    const { panel } = this;
    const row = panel.model.row("moments", this.moment);
    this.element.hidden = panel.model.header()?.kind !== "to-be" || !row;
    if (this.element.hidden || !row) return;
    panel.wantAsIs();
    this.#showChoice(row);
    const origins = panel.model.rows("origins", this.moment);
    this.shown.show(origins);
    this.acts.hidden = !panel.rights.mayChange("moments", row);
    this.fresh.hidden = !row.origin && !origins.length;
    /** @type {HTMLButtonElement} */ (this.merge.button).disabled = panel.model.moments().length < 2;
  }

  /** Where it comes from: to be chosen, or only said. @param {Row} row */
  #showChoice(row) {
    const { panel } = this;
    const now = row.origin ?? "";
    const known = new Map([["", panel.say("map-origin-new")], ...panel.asIs]);
    if (!known.has(now)) known.set(now, panel.knowsAsIs ? panel.say("map-origin-gone") : "…");
    const writes = panel.rights.maySet("moments", row, "origin");
    this.box.hidden = !writes;
    this.words.hidden = writes;
    fill(this.box, [...known], now);
    furnish(this.words, { text: known.get(now) ?? "" });
  }

  /** @param {string | null} origin */
  #choose(origin) {
    const { panel, moment } = this;
    const now = panel.model.row("moments", moment)?.origin ?? null;
    if (origin !== now) panel.set(`moments/${moment}/origin`, "moments", moment, "origin", origin, panel.model.revision);
  }

  #callNew() {
    const { panel, moment } = this;
    panel.model.together(() => {
      for (const { id } of panel.model.rows("origins", moment)) panel.do(panel.model.remove("origins", id));
      this.#choose(null);
    });
  }

  /** @param {string} id */
  #make(id) {
    const { panel } = this;
    const label = panel.say("map-origin-less");
    const less = el("button", { type: "button", class: "act bare", text: "×", title: label, "aria-label": label, onclick: () => panel.do(panel.model.remove("origins", id)) });
    return el("div", { class: "child-line", "data-child": id }, el("span", { class: "icon" }, icon("arrow")), el("span", { class: "merged", dir: "auto" }), less);
  }

  /**
   * @param {HTMLElement} element
   * @param {Row} row
   */
  #update(element, row) {
    const { panel } = this;
    const moment = panel.model.row("moments", this.moment);
    const [, text, less] = /** @type {Iterable<HTMLElement>} */ (element.children);
    furnish(text, { text: panel.asIs.get(row.as_is) ?? (panel.knowsAsIs ? panel.say("map-origin-gone") : "…") });
    less.hidden = !moment || !panel.rights.mayChange("moments", moment);
  }

  /** @param {() => void} close */
  #makeMerge(close) {
    const { panel, moment } = this;
    const { say } = panel;
    const box = /** @type {HTMLSelectElement} */ (el("select", { "aria-label": say("map-merge-which"), "data-field-of": "other", dir: "auto" }));
    const others = panel.model.moments().map(({ id }) => id).filter((id) => id !== moment);
    fill(box, [["", say("map-choose")], ...named(panel, others)], "");
    const button = /** @type {HTMLButtonElement} */ (el("button", { type: "button", class: "primary", text: say("map-merge-do"), "data-act": "merge", disabled: true }));
    box.addEventListener("change", () => (button.disabled = !box.value));
    button.addEventListener("click", () => {
      button.disabled = true;
      panel.ask({ do: "merge", into: moment, other: box.value }).then(close);
    });
    return el("div", {}, el("p", { text: say("map-merge-why") }), box, button);
  }
}
