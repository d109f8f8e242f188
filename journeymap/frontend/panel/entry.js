/** A line in which something new is typed: Enter takes it, Escape empties it, and what is refused stays in it with why. */

import { el, furnish } from "../shared/dom.js";
import { onKeys } from "../shared/keyboard.js";
import { inOneLine } from "../shared/lengths.js";
import { Count } from "./count.js";

export class Entry {
  /** @type {HTMLElement} the line with all that belongs to it */
  element;

  /**
   * @param {import("./panel.js").Panel} panel
   * @param {string} key under which the panel keeps what was refused
   * @param {number | null} most so many characters
   * @param {Record<string, string>} attributes of the line itself
   */
  constructor(panel, key, most, attributes) {
    this.panel = panel;
    this.key = key;
    this.box = el("input", { type: "text", dir: "auto", autocomplete: "off", ...attributes });
    this.reason = el("div", { class: "reason", role: "alert", hidden: true });
    this.count = new Count(panel, most);
    this.element = this.box;
  }

  /** Take what is typed. */
  commit() {}

  /** Somebody types. */
  typed() {}

  /** From now on this line hears of what is typed in it. */
  listen() {
    this.box.addEventListener("blur", () => this.commit());
    this.box.addEventListener("input", () => {
      this.panel.held.delete(this.key);
      this.typed();
    });
    onKeys(this.box, (event) => this.hear(event));
  }

  /** Whether this stands in the line because it was refused. @param {string} typed */
  isHeld(typed) {
    return this.panel.held.get(this.key)?.value === typed;
  }

  showHeld() {
    const held = this.panel.held.get(this.key);
    if (held && !this.box.value) this.box.value = held.value;
    furnish(this.reason, { text: held?.reason ?? "" });
    this.reason.hidden = !held;
    this.element.classList.toggle("refused", !!held);
    this.count.show(this.box, held ? null : inOneLine(this.box.value));
  }

  /** @param {KeyboardEvent} event */
  hear(event) {
    event.stopPropagation();
    if (event.key === "Enter") {
      event.preventDefault();
      this.panel.held.delete(this.key);
      this.commit();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!this.box.value) this.panel.leave();
      this.box.value = "";
      this.panel.held.delete(this.key);
      this.panel.draw();
    }
  }
}
