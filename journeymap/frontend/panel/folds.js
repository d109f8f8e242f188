/** What opens on demand: a fold under a button, and a small menu of acts. */

import { el } from "../shared/dom.js";
import { onKeys } from "../shared/keyboard.js";
import { icon } from "./icons.js";

/**
 * @typedef {import("./icons.js").Sign} Sign
 * @typedef {{ name: string, sign: Sign, text: string, act: () => void, off?: boolean }} Act
 */

/**
 * A button that unfolds what is made when it is opened, and folds it again.
 *
 * @param {{ text?: string, sign?: Sign, label?: string, help?: string, name: string, make: (close: () => void) => Node }} how
 */
export function fold({ text = "", sign, label, help, name, make }) {
  const place = el("div", { class: "fold", hidden: true });
  const button = el("button", { type: "button", class: "act", "aria-expanded": "false", "aria-label": label, title: help ?? label, "data-act": name });
  if (sign) button.append(el("span", { class: "icon" }, icon(sign)));
  if (text) button.append(el("span", { text }));
  const close = (back = true) => {
    if (place.hidden) return;
    place.hidden = true;
    place.replaceChildren();
    button.setAttribute("aria-expanded", "false");
    if (back) button.focus();
  };
  button.addEventListener("click", () => {
    if (!place.hidden) return close();
    place.replaceChildren(make(() => close()));
    place.hidden = false;
    button.setAttribute("aria-expanded", "true");
    /** @type {HTMLElement | null} */ (place.querySelector("input, select, button, textarea"))?.focus();
  });
  onKeys(place, (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  return { button, place, close };
}

/**
 * A button with a menu of acts.
 *
 * @param {string} label
 * @param {() => Act[]} acts asked when it opens
 */
export function menu(label, acts) {
  const list = el("div", { class: "menu", role: "menu", hidden: true });
  const button = el("button", { type: "button", class: "act bare", "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": label, title: label, "data-act": "menu" }, icon("menu"));
  const element = el("div", { class: "menu-place" }, button, list);
  const close = () => {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
  };
  const open = () => {
    list.replaceChildren(
      ...acts().map(({ name, sign, text, act, off }) =>
        el("button", {
          type: "button",
          role: "menuitem",
          "data-act": name,
          disabled: off,
          onclick: () => {
            close();
            button.focus();
            act();
          },
        }, icon(sign), el("span", { text })),
      ),
    );
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    /** @type {HTMLElement | null} */ (list.querySelector("button:enabled"))?.focus();
  };
  button.addEventListener("click", () => (list.hidden ? open() : close()));
  element.addEventListener("focusout", (event) => {
    const to = /** @type {Node | null} */ (event.relatedTarget);
    if (!to || !element.contains(to)) close();
  });
  onKeys(element, (event) => {
    if (list.hidden) return;
    const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("button:enabled")]);
    const at = items.indexOf(/** @type {HTMLElement} */ (event.composedPath()[0]));
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) items[(at + by + items.length) % items.length]?.focus();
    else if (event.key === "Escape") {
      close();
      button.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return element;
}
