/** The rows under a moment or an episode: each with its fields and what can be done with it, and a line for the next. */

import { activeIn, el, furnish, Keyed } from "../shared/dom.js";
import { inOneLine } from "../shared/lengths.js";
import { Entry } from "./entry.js";
import { menu } from "./folds.js";

/**
 * @typedef {import("../live/rows.js").Row} Row
 * @typedef {(id: string) => import("./panel.js").View[]} More
 */

export class Children {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {{ table: string, parent: string, beside?: More, below?: More }} spec `beside`: further views on a row's line, `below`: under it
   */
  constructor(panel, { table, parent, beside, below }) {
    this.panel = panel;
    this.table = table;
    this.parent = parent;
    this.beside = beside;
    this.below = below;
    const named = table.replaceAll("_", "-");
    this.title = panel.say(`map-${named}-title`);
    this.count = el("span", { class: "count" });
    this.list = el("div", { class: "rows" });
    this.none = el("p", { class: "note-line", text: panel.say("map-none"), hidden: true });
    this.line = new AddLine(panel, `add/${table}/${parent}`, panel.say(`map-${named}-add`), (text) => panel.add(table, { text }, parent), { table, name: "text", parent });
    this.element = el("section", { class: "children", "data-table": table }, el("h3", {}, el("span", { text: this.title }), this.count), this.list, this.none, this.line.element);
    /** @type {Map<string, import("./panel.js").View[]>} */
    this.views = new Map();
    this.menus = new Map();
    this.shown = new Keyed(
      this.list,
      (/** @type {Row} */ row) => row.id,
      (row) => this.#make(row.id),
      (_element, row) => this.#update(row),
    );
  }

  show() {
    const rows = this.panel.model.rows(this.table, this.parent);
    this.shown.show(rows);
    for (const id of this.views.keys()) if (!rows.some((row) => row.id === id)) this.views.delete(id);
    const adds = this.panel.rights.mayAdd(this.table, this.parent);
    furnish(this.count, { text: rows.length > 1 ? String(rows.length) : "" });
    this.line.show(adds);
    this.none.hidden = adds || rows.length > 0;
  }

  commit() {
    for (const views of this.views.values()) for (const view of views) view.commit?.();
    this.line.commit();
  }

  /** @param {string} id */
  #make(id) {
    const { panel, table } = this;
    const main = panel.field({ table, id, name: "text", quiet: true, wrapping: true });
    const [beside, below] = [this.beside?.(id) ?? [], this.below?.(id) ?? []];
    this.views.set(id, [main, ...beside, ...below]);
    const tools = menu(panel.say("map-row-menu"), () => rowActs(panel, table, id));
    this.menus.set(id, tools);
    const line = el("div", { class: "child-line" }, main.element, ...beside.map((view) => view.element), tools);
    const folds = beside.flatMap((view) => ("place" in view ? [/** @type {HTMLElement} */ (view.place)] : []));
    const under = el("div", { class: "child-more" }, ...below.map((view) => view.element));
    return el("div", { class: below.length ? "child framed" : "child", "data-child": id }, line, ...folds, ...(below.length ? [under] : []));
  }

  /** @param {Row} row */
  #update(row) {
    for (const view of this.views.get(row.id) ?? []) view.show();
    const tools = this.menus.get(row.id);
    if (tools) tools.hidden = !this.panel.rights.mayChange(this.table, row);
  }
}

/**
 * Earlier, later, remove.
 *
 * @param {import("./panel.js").Panel} panel
 * @param {string} table
 * @param {string} id
 * @returns {import("./folds.js").Act[]}
 */
export function rowActs(panel, table, id) {
  const { model, say } = panel;
  const row = model.row(table, id);
  if (!row) return [];
  const parent = row.parent ?? null;
  const ids = model.rows(table, parent).map((one) => one.id);
  const at = ids.indexOf(id);
  const fixed = !panel.rights.mayMove(table, row);
  const to = (/** @type {number} */ by) => {
    const rest = ids.filter((one) => one !== id);
    panel.do(model.move(table, id, parent, at + by > 0 ? rest[at + by - 1] : null));
  };
  return [
    { name: "up", sign: "up", text: say("map-up"), act: () => to(-1), off: fixed || at <= 0 },
    { name: "down", sign: "down", text: say("map-down"), act: () => to(1), off: fixed || at >= ids.length - 1 },
    { name: "remove", sign: "remove", text: say("map-remove"), act: () => panel.remove(table, id) },
  ];
}

/** A line that adds a row when Enter is pressed or it is left, and waits for the next one. */
export class AddLine extends Entry {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {string} key
   * @param {string} label
   * @param {(text: string) => string | null} add the operation
   * @param {{ table: string, name: string, parent: string }} what the row it makes, and which field of it is typed
   */
  constructor(panel, key, label, add, { table, name, parent }) {
    const about = { "aria-label": label, placeholder: `+ ${label}`, "data-adds": table, "data-parent": parent };
    super(panel, key, panel.facts.fields[table][name].most, about);
    this.add = add;
    this.element = el("div", { class: "adder" }, this.box, this.count.element, this.reason);
    this.listen();
  }

  get isBusy() {
    return !!this.box.value.trim() || this.box === activeIn(this.box);
  }

  /** @param {boolean} adds */
  show(adds) {
    this.element.hidden = !adds && !this.isBusy;
    this.showHeld();
  }

  typed() {
    this.show(true);
  }

  commit() {
    const typed = this.box.value;
    const text = inOneLine(typed);
    if (!text || this.isHeld(typed)) return;
    const reason = this.count.refuses(text);
    if (reason) {
      this.panel.held.set(this.key, { value: typed, reason });
      this.show(true);
      return;
    }
    this.panel.held.delete(this.key);
    this.box.value = "";
    this.panel.track(this.add(text), this.key, typed);
  }
}
