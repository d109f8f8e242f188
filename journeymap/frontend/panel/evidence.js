/** Why something is believed, who says so, and when; of a need it is folded behind a sign. */

import { el, furnish } from "../shared/dom.js";
import { fold } from "./folds.js";
import { icon } from "./icons.js";

/** @type {Readonly<Record<string, import("./icons.js").Sign>>} */
const SIGNS = Object.freeze({ assumed: "unsure", internal: "data", validated: "check" });

/**
 * @param {import("./panel.js").Panel} panel
 * @param {string} table
 * @param {string} id
 * @returns {import("./panel.js").View[]}
 */
export function evidence(panel, table, id) {
  return [
    ...(table === "moments" && panel.host.customers ? [saidByCustomers(panel, id)] : []),
    panel.field({ table, id, name: "evidence_status" }),
    panel.beside([
      panel.field({ table, id, name: "evidence_by", placeholder: panel.say("map-evidence-by") }),
      panel.field({ table, id, name: "evidence_on" }),
    ]),
    panel.field({ table, id, name: "evidence_source", placeholder: panel.say("map-evidence-source") }),
  ];
}

/**
 * What customers said of a moment in validation rounds; their words are in the page's own panel.
 *
 * @param {import("./panel.js").Panel} panel
 * @param {string} id
 */
function saidByCustomers(panel, id) {
  const element = el("p", { class: "hint", "data-customers": id });
  return {
    element,
    show() {
      const text = panel.host.customers?.(id) ?? "";
      element.hidden = !text;
      furnish(element, { text });
    },
  };
}

export class EvidenceFold {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {string} table
   * @param {string} id
   */
  constructor(panel, table, id) {
    this.panel = panel;
    this.table = table;
    this.id = id;
    /** @type {import("./panel.js").View[]} */
    this.views = [];
    const { button, place } = fold({
      name: "evidence",
      sign: "unsure",
      make: () => {
        this.views = evidence(panel, table, id);
        for (const view of this.views) view.show(); // it is hidden still, and nothing may change after it has opened
        return el("div", {}, ...this.views.map((view) => view.element));
      },
    });
    button.classList.add("bare");
    this.element = button;
    this.place = place;
  }

  show() {
    const row = this.panel.model.row(this.table, this.id);
    if (!row) return;
    const status = row.evidence_status ?? "assumed";
    const label = this.panel.say("map-need-evidence", { status: this.panel.say(`choice-${status}`) });
    if (this.element.dataset.status !== status) this.element.firstElementChild?.replaceChildren(icon(SIGNS[status] ?? "unsure", 14));
    furnish(this.element, { "aria-label": label, title: label, "data-status": status });
    if (!this.place.hidden) for (const view of this.views) view.show();
  }

  commit() {
    if (!this.place.hidden) for (const view of this.views) view.commit?.();
  }
}
