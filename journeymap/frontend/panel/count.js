/** How much more fits into what one types, when that is little, and how much is too much: told, and never cut. */

import { el, furnish } from "../shared/dom.js";
import { lengthOf } from "../shared/lengths.js";

export class Count {
  /**
   * @param {import("./panel.js").Panel} panel
   * @param {number | null} most characters; null: as many as one likes
   */
  constructor(panel, most) {
    this.panel = panel;
    this.most = most;
    this.element = el("div", { class: "left", "aria-live": "polite", hidden: true });
  }

  /**
   * Why a text is not sent; nothing where it fits.
   *
   * @param {unknown} text
   */
  refuses(text) {
    const { most, panel } = this;
    if (most === null || typeof text !== "string") return "";
    const n = lengthOf(text) - most;
    return n > 0 ? panel.say("too-long", { n, most }) : "";
  }

  /**
   * @param {HTMLElement} box
   * @param {unknown} text what would be sent; null: nothing is being typed
   */
  show(box, text) {
    const { most } = this;
    const why = this.refuses(text);
    const left = most === null || typeof text !== "string" ? Infinity : most - lengthOf(text);
    furnish(this.element, { text: why || String(left), hidden: left > Math.min(40, (most ?? 0) / 3) });
    this.element.classList.toggle("over", !!why);
    furnish(box, { "aria-invalid": why ? "true" : null });
  }
}
