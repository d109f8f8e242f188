/** A line to type in with words to choose from: everything typed is allowed, and what is offered is a help. */

import { el } from "../shared/dom.js";

/** So many are offered at once. */
const MOST = 60;
let made = 0;

/** @typedef {{ text: string, more?: string }} Offer */

export class Combo {
  /**
   * @param {HTMLInputElement} box
   * @param {{ offers: () => Offer[], onPick: (text: string) => void }} how
   */
  constructor(box, { offers, onPick }) {
    this.box = box;
    this.offers = offers;
    this.onPick = onPick;
    this.at = -1;
    this.list = el("ul", { class: "offers", role: "listbox", id: `offers${(made += 1)}`, hidden: true });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" })) {
      box.setAttribute(name, value);
    }
    this.element = el("div", { class: "combo" }, box, this.list);
    box.addEventListener("click", () => this.open(""));
    box.addEventListener("input", () => this.open(box.value));
    box.addEventListener("blur", () => this.close());
    // Whoever presses in the list keeps the keyboard in the line.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** @param {string} typed only what holds this is offered; all of it where nothing is typed */
  open(typed) {
    const asked = typed.trim().toLocaleLowerCase();
    const found = this.offers().filter(({ text }) => text.toLocaleLowerCase().includes(asked)).slice(0, MOST);
    this.at = -1;
    this.list.replaceChildren(
      ...found.map(({ text, more }, n) => {
        const item = el("li", { role: "option", id: `${this.list.id}-${n}`, "aria-selected": "false", dir: "auto" }, el("span", { text }));
        if (more) item.append(el("small", { text: more }));
        item.addEventListener("click", () => this.#pick(text));
        item.dataset.text = text;
        return item;
      }),
    );
    this.list.hidden = !found.length;
    this.box.setAttribute("aria-expanded", String(!this.list.hidden));
    this.box.removeAttribute("aria-activedescendant");
  }

  close() {
    this.list.hidden = true;
    this.at = -1;
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }

  /** @param {string} text */
  #pick(text) {
    this.close();
    this.onPick(text);
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the list has taken the key
   */
  key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.isOpen) this.#move(event.key === "ArrowDown" ? 1 : -1);
      else this.open("");
      event.preventDefault();
      return true;
    }
    if (!this.isOpen) return false;
    const item = /** @type {HTMLElement | undefined} */ (this.list.children[this.at]);
    if (event.key === "Enter" && item) {
      event.preventDefault();
      this.#pick(item.dataset.text ?? "");
      return true;
    }
    if (event.key !== "Escape") return false;
    event.preventDefault();
    this.close();
    return true;
  }

  /** @param {number} by */
  #move(by) {
    const items = [...this.list.children];
    this.at = (this.at + by + items.length) % items.length;
    items.forEach((item, n) => item.setAttribute("aria-selected", String(n === this.at)));
    items[this.at]?.scrollIntoView({ block: "nearest" });
    this.box.setAttribute("aria-activedescendant", items[this.at]?.id ?? "");
  }
}
