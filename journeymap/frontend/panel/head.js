/** The head of the panel: where the row stands, the way to the next one, and what can be done with it as a whole. */

import { el, furnish } from "../shared/dom.js";
import { onKeys } from "../shared/keyboard.js";
import { fill, named } from "./choices.js";
import { fold } from "./folds.js";
import { icon } from "./icons.js";

/** @typedef {import("./panel.js").Panel} Panel */

export class Heading {
  /**
   * @param {Panel} panel
   * @param {string} table
   * @param {string} id
   */
  constructor(panel, table, id) {
    this.panel = panel;
    this.table = table;
    this.id = id;
    const { say } = panel;
    this.title = el("h2", { text: capital(say(`row-${table}`)) });
    this.at = el("span", { class: "count" });
    const way = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ name) =>
      el("button", { type: "button", class: "act bare", text: sign, title: say(`map-${name}`), "aria-label": say(`map-${name}`), "data-act": name, onclick: () => this.#go(by) });
    this.previous = /** @type {HTMLButtonElement} */ (way(-1, "‹", "previous"));
    this.next = /** @type {HTMLButtonElement} */ (way(1, "›", "next"));
    const close = el("button", { type: "button", class: "act bare", text: "×", title: say("map-close"), "aria-label": say("map-close"), "data-act": "close", onclick: () => panel.close() });
    this.element = el("header", { class: "heading" }, this.title, " ", this.at, el("span", { class: "stretch" }), this.previous, this.next, close);
  }

  get ids() {
    const { model } = this.panel;
    return (this.table === "moments" ? model.moments() : model.rows(this.table)).map(({ id }) => id);
  }

  show() {
    const { ids } = this;
    const at = ids.indexOf(this.id);
    furnish(this.at, { text: `${at + 1} / ${ids.length}` });
    this.previous.disabled = at <= 0;
    this.next.disabled = at >= ids.length - 1;
  }

  /** @param {number} by */
  #go(by) {
    const id = this.ids[this.ids.indexOf(this.id) + by];
    if (id) this.panel.choose(this.table, id, by > 0 ? "next" : "previous");
  }
}

/** What can be done with the row as a whole. */
export class Acts {
  /**
   * @param {Panel} panel
   * @param {string} table
   * @param {string} id
   */
  constructor(panel, table, id) {
    this.panel = panel;
    this.table = table;
    this.id = id;
    const { say } = panel;
    this.add = fold({ text: say("map-add-after"), sign: "add", help: say(`map-${table}-add-after`), name: "adding", make: (close) => this.#makeAdd(close) });
    this.move = fold({ text: say("map-move"), sign: "move", name: "place", make: () => this.#makeMove() });
    this.remove = fold({ text: say("map-remove"), sign: "remove", name: "removing", make: (close) => this.#makeRemove(close) });
    this.line = el("div", { class: "acts" }, this.add.button, this.move.button, this.remove.button);
    this.lead = el("div", { class: "acts lead" });
    this.locked = el("p", { class: "note-line locked", hidden: true }, icon("lock", 14), el("span", { text: say("map-locked") }));
    this.element = el("div", { class: "acts-of" }, this.line, this.add.place, this.move.place, this.remove.place, this.lead, this.locked);
    /** @type {(() => void) | null} what a fold that is open shows anew */
    this.refresh = null;
  }

  get row() {
    return this.panel.model.row(this.table, this.id);
  }

  show() {
    const { panel, row } = this;
    if (!row) return;
    const [adds, mine] = [panel.rights.mayAdd(this.table, row.parent), panel.rights.mayChange(this.table, row)];
    this.add.button.hidden = !adds;
    const moves = panel.rights.mayMove(this.table, row);
    this.move.button.hidden = !moves;
    this.remove.button.hidden = !mine;
    this.line.hidden = !adds && !mine;
    if (!moves) this.move.close(false);
    if (!mine) this.remove.close(false);
    if (!this.move.place.hidden) this.refresh?.();
    this.#showLead(row);
  }

  commit() {}

  /** For those who lead, two buttons; for everybody, whether the card is locked. @param {import("../live/rows.js").Row} row */
  #showLead(row) {
    const { panel } = this;
    const { rights, say } = panel;
    const [locked, lit] = [rights.isLocked(row.id), rights.isLit(row.id)];
    this.locked.hidden = !locked || rights.leads;
    const look = JSON.stringify([rights.leads, locked, lit, !!row.private]);
    if (this.lead.dataset.look === look) return;
    this.lead.dataset.look = look;
    const button = (/** @type {string} */ name, /** @type {boolean} */ on, /** @type {import("./icons.js").Sign} */ sign, /** @type {string} */ help) =>
      el(
        "button",
        {
          type: "button",
          class: "act",
          "data-act": name,
          "aria-pressed": on ? "true" : "false",
          disabled: !!row.private,
          title: help,
          onclick: () => panel.ask({ do: name, id: row.id, on: !on }),
        },
        el("span", { class: "icon" }, icon(sign)),
        el("span", { text: say(on ? `map-${name}-off` : `map-${name}-on`) }),
      );
    this.lead.hidden = !rights.leads;
    this.lead.replaceChildren(...(rights.leads ? [button("lock", locked, locked ? "lock" : "unlock", say("map-lock-help")), button("light", lit, "light", say("lead-spotlight-help"))] : []));
  }

  /** @param {() => void} close */
  #makeAdd(close) {
    const { panel, table, id } = this;
    const label = panel.say(`map-${table}-add-after`);
    const box = /** @type {HTMLInputElement} */ (el("input", { type: "text", dir: "auto", autocomplete: "off", "aria-label": label, placeholder: panel.say(`map-${table}-example`), "data-field-of": "add-after", "data-adds": table, "data-parent": this.row?.parent ?? null }));
    const reason = el("div", { class: "reason", role: "alert", hidden: true });
    onKeys(box, async (event) => {
      event.stopPropagation();
      if (event.key === "Escape") {
        event.preventDefault();
        close();
      }
      if (event.key !== "Enter" || !box.value.trim() || box.readOnly) return;
      event.preventDefault();
      box.readOnly = true;
      const { refused, row } = await panel.ask({ do: "add-after", table, id, line: box.value });
      box.readOnly = false;
      reason.hidden = !refused;
      furnish(reason, { text: refused ?? "" });
      if (refused) return;
      close();
      if (row) panel.chooseWhenThere(table, row);
    });
    return el("div", {}, box, reason);
  }

  #makeMove() {
    const { panel, table, id } = this;
    const { model, say } = panel;
    const step = (/** @type {string} */ name, /** @type {number} */ by, /** @type {import("./icons.js").Sign} */ sign) =>
      /** @type {HTMLButtonElement} */ (el("button", { type: "button", class: "act", "data-act": name, onclick: () => this.#step(by) }, el("span", { class: "icon" }, icon(sign)), el("span", { text: say(`map-${name}`) })));
    const [earlier, later] = [step("earlier", -1, "up"), step("later", 1, "down")];
    const row = { "data-table": table, "data-row": id };
    const episode = /** @type {HTMLSelectElement} */ (el("select", { ...row, "data-field": "parent", "aria-label": say("map-place-episode"), "data-field-of": "episode", dir: "auto" }));
    const after = /** @type {HTMLSelectElement} */ (el("select", { ...row, "data-field": "after", "aria-label": say("map-place-after"), "data-field-of": "after", dir: "auto" }));
    episode.addEventListener("change", () => panel.do(model.move(table, id, episode.value)));
    after.addEventListener("change", () => panel.do(model.move(table, id, this.row?.parent ?? null, after.value || null)));
    this.refresh = () => {
      const { row } = this;
      if (!row) return;
      earlier.disabled = !this.#place(-1);
      later.disabled = !this.#place(1);
      const siblings = model.rows(table, row.parent ?? null).map((one) => one.id);
      if (table === "moments") fill(episode, named(panel, model.rows("episodes").map((one) => one.id)), row.parent ?? "");
      fill(after, [["", say("map-place-first")], ...named(panel, siblings.filter((one) => one !== id))], siblings[siblings.indexOf(id) - 1] ?? "");
    };
    this.refresh();
    const labelled = (/** @type {string} */ text, /** @type {HTMLElement} */ box) => el("label", { class: "labelled" }, el("span", { text }), box);
    return el("div", {}, el("div", { class: "acts" }, earlier, later), ...(table === "moments" ? [labelled(say("map-place-episode"), episode)] : []), labelled(say("map-place-after"), after));
  }

  /**
   * One place earlier or later; at the end of its episode a moment goes on into the next one.
   *
   * @param {number} by
   * @returns {{ parent: string | null, after: string | null } | null} null: there is nowhere to go
   */
  #place(by) {
    const { row, table, panel } = this;
    if (!row) return null;
    const { model } = panel;
    const parent = row.parent ?? null;
    const ids = model.rows(table, parent).map((one) => one.id);
    const to = ids.indexOf(row.id) + by;
    const rest = ids.filter((one) => one !== row.id);
    if (to >= 0 && to < ids.length) return { parent, after: to > 0 ? rest[to - 1] : null };
    return table === "moments" ? this.#placeBeside(/** @type {string} */ (parent), by) : null;
  }

  /** In the episode before this one, at its end; or at the beginning of the next. @param {string} episode @param {number} by */
  #placeBeside(episode, by) {
    const { model } = this.panel;
    const episodes = model.rows("episodes").map((one) => one.id);
    const parent = episodes[episodes.indexOf(episode) + by];
    if (!parent) return null;
    return { parent, after: by < 0 ? (model.rows("moments", parent).at(-1)?.id ?? null) : null };
  }

  /** @param {number} by */
  #step(by) {
    const place = this.#place(by);
    if (place) this.panel.do(this.panel.model.move(this.table, this.id, place.parent, place.after));
  }

  /** @param {() => void} close */
  #makeRemove(close) {
    const { panel, table, id } = this;
    const { say } = panel;
    const along = panel.goesAlong(table, id);
    const button = el("button", {
      type: "button",
      class: "primary",
      "data-act": "remove",
      text: say("map-remove-do"),
      onclick: () => {
        close();
        panel.remove(table, id);
      },
    });
    const ask = say("map-remove-ask", { row: say(`the-${table}`), name: panel.called(id) });
    return el("div", {}, el("p", { dir: "auto", text: ask }), ...(along ? [el("p", { text: say("map-remove-along", { rows: along }) })] : []), button);
  }
}

/** @param {string} text */
function capital(text) {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}
