/** One episode of the backlog, with its stories. */

import { Keyed, el, furnish } from "../shared/dom.js";
import { Line } from "./line.js";

/**
 * @typedef {import("./index.js").Group} Group
 * @typedef {import("./index.js").Story} Story
 */

export class Epic {
  /** @param {Group} group @param {import("./index.js").Backlog} list */
  constructor(group, list) {
    this.group = group;
    /** @type {Map<Element, Line>} */
    this.lines = new Map();
    this.title = el("h3", { dir: "auto" });
    this.about = el("span", { class: "about" });
    this.place = el("ol", { class: "stories" });
    this.element = el("section", { "data-epic": group.id }, el("header", {}, this.title, this.about), this.place);
    this.shown = new Keyed(
      this.place,
      (/** @type {Story} */ one) => one.id,
      (one) => {
        const line = new Line(one, list, this);
        this.lines.set(line.element, line);
        return line.element;
      },
      (element, one) => this.lines.get(element)?.show(one),
    );
  }

  /** @param {Group} group */
  show(group) {
    this.group = group;
    furnish(this.title, { text: group.title });
    furnish(this.about, { text: group.about });
    furnish(this.place, { "aria-label": group.title });
    this.shown.show(group.stories);
    for (const element of this.lines.keys()) if (!element.isConnected) this.lines.delete(element);
  }
}
