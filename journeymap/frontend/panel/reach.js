/** What a change here would hit, before one makes it: asked of the server when it is unfolded, and only then. */

import { el } from "../shared/dom.js";

/** @typedef {{ line: string, lists: { title: string, rows: { text: string, id?: string }[] }[] }} Reached */

export class Reach {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {string} table
   * @param {string} id
   */
  constructor(panel, table, id) {
    this.panel = panel;
    this.title = el("summary", { text: panel.say("map-reach"), title: panel.say("map-reach-help") });
    this.list = el("div", { class: "reach-list", "aria-live": "polite" });
    const element = /** @type {HTMLDetailsElement} */ (el("details", { class: "past reach" }, this.title, this.list));
    this.element = element;
    element.addEventListener("toggle", async () => {
      if (!element.open) return;
      this.list.replaceChildren(el("p", { class: "note-line", text: "…" }));
      const { reach, refused } = await panel.ask({ do: "reach", table, id });
      this.#tell(reach, refused);
    });
  }

  /** @param {Reached | undefined} reach @param {string | undefined} refused */
  #tell(reach, refused) {
    const line = el("p", { class: "note-line", text: reach?.line ?? refused ?? "" });
    this.list.replaceChildren(line, ...(reach?.lists ?? []).flatMap(({ title, rows }) => this.#rows(title, rows)));
  }

  /** @param {string} title @param {{ text: string, id?: string }[]} rows */
  #rows(title, rows) {
    const lines = rows.map(({ text, id }) => el("li", {}, id ? this.#way(text, id) : el("span", { dir: "auto", text })));
    return [el("h4", { text: title }), el("ul", {}, ...lines)];
  }

  /** The way to the moment of a story. @param {string} text @param {string} id */
  #way(text, id) {
    return el("button", { type: "button", class: "way", dir: "auto", text, onclick: () => this.panel.choose("moments", id) });
  }

  show() {}
}
