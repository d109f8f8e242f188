/** A card of either map, and the signs that say what became of it where there is no room for words. */

import { el } from "../shared/dom.js";
import { signed } from "../shared/numbers.js";

/** @typedef {import("./types.js").Card} Card @typedef {import("./types.js").Data} Data */

/** @type {Record<string, string>} */
const SIGNS = { changed: "≠", moved: "→", "moved-channel": "↔", merged: "⊕", split: "÷", removed: "×", new: "+", open: "?" };

/**
 * @param {Card} card
 * @param {"as-is" | "to-be"} side
 * @param {Data} data
 * @param {(string | Node | null)[]} more what else stands on it
 */
export function cardOf(card, side, data, ...more) {
  const name = `${side}:${card.id}`;
  return el(
    "button",
    {
      type: "button", class: "card", "data-fate": card.fate, "data-name": name, "data-column": card.column,
      "aria-label": card.told, "aria-pressed": String(data.selected === name), title: card.text, tabindex: "-1",
    },
    card.word ? el("span", { class: "word" }, el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[card.fate] ?? ""), el("span", {}, card.word)) : null,
    card.truth ? el("span", { class: "truth", title: data.words.truth }, "★") : null,
    el("span", { class: "text", dir: "auto" }, card.text),
    ...more,
  );
}

/** How it feels, through which channels, and how much hurts. @param {Card} card @param {Data} data */
export function about(card, data) {
  const parts = [
    card.feels === null ? null : el("span", { class: "feels" }, signed(card.feels, data.words.language)),
    card.channels ? el("span", { class: "channels", dir: "auto" }, card.channels) : null,
    card.pains ? el("span", { class: "hurts" }, card.pains) : null,
  ];
  return parts.some(Boolean) ? el("span", { class: "about" }, ...parts) : null;
}

/** A map's cards in their order. @param {ParentNode} place @param {string} side @returns {HTMLElement[]} */
export const cardsOf = (place, side) => [...place.querySelectorAll(/** @type {"button"} */ (`.card[data-name^="${side}:"]`))];

/** The card that an event is about, if it is about one. @param {Event} event @returns {HTMLElement | null} */
export const cardAt = ({ target }) => (target instanceof Element ? target.closest(".card") : null);

/** Which map a card is of. @param {HTMLElement} card */
export const sideOf = (card) => String(card.dataset.name).split(":")[0];
