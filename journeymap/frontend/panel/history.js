/** Who changed a row and when: asked of the server when it is unfolded, and only then. */

import { el } from "../shared/dom.js";

export class Past {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {string} table
   * @param {string} id
   */
  constructor(panel, table, id) {
    this.list = el("div", { class: "past-list" });
    this.element = el("details", { class: "past" }, el("summary", { text: panel.say("map-past") }), this.list);
    this.element.addEventListener("toggle", async () => {
      if (!(/** @type {HTMLDetailsElement} */ (this.element).open)) return;
      this.list.replaceChildren(el("p", { class: "note-line", text: "…" }));
      const { past = [] } = await panel.ask({ do: "past", table, id });
      const lines = past.map((/** @type {any} */ one) =>
        el("p", { dir: "auto" }, el("strong", { text: one.who }), ` ${one.told} `, el("small", { text: one.ago, title: one.at })),
      );
      this.list.replaceChildren(...(lines.length ? lines : [el("p", { class: "note-line", text: panel.say("map-past-nothing") })]));
    });
  }

  show() {}
}
