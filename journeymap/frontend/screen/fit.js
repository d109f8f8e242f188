/** As much as fits the wall, in words as large as can be; how much more there is is said, for nobody scrolls a beamer. */

import { el, furnish } from "../shared/dom.js";

/** The sizes of a card's words, in hundredths of the screen's shorter side: the largest at which all is seen. */
const SIZES = [6.4, 5.6, 5, 4.4, 4, 3.6, 3.2, 2.9, 2.6, 2.3];
/** Where not all is seen at any of them, this one, which is read from the last row: better fewer than too small. */
const READABLE = 2.9;
/** Between a card and the next one, in pixels; a little more than there is. */
const BETWEEN = 8;

/** @param {HTMLElement} wall @param {import("../shared/sayer.js").Say} say */
export function fit(wall, say) {
  const columns = /** @type {HTMLElement[]} */ ([...wall.querySelectorAll("[data-column]")]);
  const bottom = wall.getBoundingClientRect().bottom;
  const fits = (/** @type {HTMLElement} */ column) => !Number(column.dataset.rest ?? 0) && endOf(cardsOf(column)) <= bottomOf(column, bottom) && !isWide(column);
  const size = SIZES.find((one) => {
    wall.style.setProperty("--size", `${one}vmin`);
    return columns.every(fits);
  });
  if (!size) wall.style.setProperty("--size", `${READABLE}vmin`);
  for (const column of columns) cut(column, bottomOf(column, bottom), say);
}

/** One card as large as it can be. @param {HTMLElement} card */
export function fitOne(card) {
  for (let size = 10; size >= 2.6; size -= 0.6) {
    card.style.setProperty("--spot", `${size}vmin`);
    if (card.scrollHeight <= card.clientHeight + 1 && card.scrollWidth <= card.clientWidth + 1) break;
  }
}

/** @param {HTMLElement} column @returns {HTMLElement[]} */
const cardsOf = (column) => [...column.querySelectorAll("[data-card]")].map((one) => /** @type {HTMLElement} */ (one));

/** @param {Element[]} cards */
const endOf = (cards) => Math.max(0, ...cards.slice(-4).map((card) => card.getBoundingClientRect().bottom));

/** A column with a heading ends where its row does, any other with the wall. @param {HTMLElement} column @param {number} bottom */
const bottomOf = (column, bottom) => Math.min(bottom, column.matches(".columns > section") ? column.getBoundingClientRect().bottom + 1 : bottom);

/** Whether a long word would have to be broken. @param {HTMLElement} column */
const isWide = (column) => cardsOf(column).slice(0, 12).some((card) => card.scrollWidth > card.clientWidth + 1);

/** @param {HTMLElement} column @param {number} bottom @param {import("../shared/sayer.js").Say} say */
function cut(column, bottom, say) {
  const cards = cardsOf(column);
  const rest = Number(column.dataset.rest ?? 0);
  const more = el(column.matches("ol, ul") ? "li" : "p", { class: "more", text: "…" });
  column.append(more);
  // All is measured before anything is changed: a thousand cards are laid out once.
  const line = more.getBoundingClientRect().height + BETWEEN;
  const boxes = cards.map((card) => card.getBoundingClientRect());
  const all = !rest && Math.max(0, ...boxes.map((box) => box.bottom)) <= bottom;
  const shown = all ? new Set(cards) : kept(cards, boxes, bottom - line);
  for (const card of cards) card.toggleAttribute("hidden", !shown.has(card));
  const hidden = cards.length - shown.size + rest;
  if (hidden) furnish(more, { text: say("screen-more", { n: hidden }) });
  else more.remove();
}

/**
 * Those that find a place: the first ones, or where they have a weight the heaviest.
 *
 * @param {HTMLElement[]} cards
 * @param {DOMRect[]} boxes
 * @param {number} bottom
 */
function kept(cards, boxes, bottom) {
  if (!cards[0]?.dataset.weight) return new Set(cards.filter((_, at) => boxes[at].bottom <= bottom));
  let left = bottom - boxes[0].top;
  const heaviest = cards.map((card, at) => ({ card, height: boxes[at].height + BETWEEN, weight: Number(card.dataset.weight) }));
  const found = new Set(/** @type {HTMLElement[]} */ ([]));
  for (const { card, height } of heaviest.sort((one, other) => other.weight - one.weight)) {
    if (height > left) continue;
    left -= height;
    found.add(card);
  }
  return found;
}
