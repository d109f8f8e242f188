/** A button that opens a list of things one may do, upwards: for the mouse, a finger and the keyboard alike. */

import { activeIn, el } from "../shared/dom.js";
import { onKeys } from "../shared/keyboard.js";

/**
 * @typedef {{ label: string, act: () => void }} Item
 * @typedef {{ title: string, items: Item[] }} Group
 */

export class Menu {
  /**
   * @param {string} label
   * @param {() => Group[]} groups asked each time that it opens
   */
  constructor(label, groups) {
    this.groups = groups;
    this.button = el("button", { type: "button", class: "tool words", text: label, "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => this.#turn() });
    this.list = el("div", { class: "act-menu", role: "menu", "aria-label": label, hidden: true });
    this.element = el("div", { class: "with-menu" }, this.button, this.list);
    onKeys(this.element, (event) => this.#key(event));
    this.element.addEventListener("focusout", ({ relatedTarget }) => !this.element.contains(/** @type {Node | null} */ (relatedTarget)) && this.close());
  }

  get isOpen() {
    return !this.list.hidden;
  }

  close() {
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  #turn() {
    if (this.isOpen) return this.close();
    const groups = this.groups().filter(({ items }) => items.length);
    this.list.replaceChildren(...groups.map((group) => this.#make(group)));
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.#items[0]?.focus();
  }

  /** @param {Group} group */
  #make({ title, items }) {
    const made = items.map(({ label, act }) => {
      const done = () => {
        this.close();
        this.button.focus();
        act();
      };
      return el("button", { type: "button", role: "menuitem", tabindex: -1, dir: "auto", text: label, onclick: done });
    });
    return el("div", { role: "group", "aria-label": title }, el("p", { class: "menu-title", text: title, "aria-hidden": "true" }), ...made);
  }

  get #items() {
    return /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[role=menuitem]")]);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.isOpen) return;
    const items = this.#items;
    const at = items.indexOf(/** @type {HTMLElement} */ (activeIn(this.list)));
    /** @type {Record<string, number>} */
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (event.key === "Escape") {
      this.close();
      this.button.focus();
    } else if (event.key in to) {
      items.at(to[event.key] % items.length)?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
