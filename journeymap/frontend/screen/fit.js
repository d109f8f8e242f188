/**
 * As much as fits the wall, in words as large as can be. Nobody scrolls a beamer: how much more there is is said, and
 * the arrow keys, or what one clicks on slides with, turn to it.
 */

import { el, furnish } from "../shared/dom.js";

/** The sizes of a card's words, in hundredths of the screen's shorter side: the largest at which all is seen. */
const SIZES = [6.4, 5.6, 5, 4.4, 4, 3.6, 3.2, 2.9, 2.6, 2.3];
/** Where not all is seen at any of them, this one, which is read from the last row: better fewer than too small. */
const READABLE = 2.9;
/** At this size and below words may be broken, where else not all is seen. */
const BROKEN = 4.4;
/** Between a card and the next one, in pixels; a little more than there is. */
const BETWEEN = 8;

/**
 * @param {HTMLElement} wall
 * @param {import("../shared/sayer.js").Say} say
 * @param {number} [page] how often it was turned on
 * @returns {boolean} whether there is so much
 */
export function fit(wall, say, page = 0) {
  for (const card of wall.querySelectorAll("[data-card]")) card.toggleAttribute("hidden", false);
  for (const more of wall.querySelectorAll("[data-more]")) more.remove();
  const columns = /** @type {HTMLElement[]} */ ([...wall.querySelectorAll("[data-column]")]);
  const bottom = wall.getBoundingClientRect().bottom;
  const fits = (/** @type {HTMLElement} */ column) => !Number(column.dataset.rest ?? 0) && endOf(cardsOf(column)) <= bottomOf(column, bottom);
  const at = (/** @type {number} */ size) => wall.style.setProperty("--size", `${size}vmin`);
  // One word that fits no line at any size does not make all the others small: it is broken.
  const size = sizeOf(wall, at, () => columns.every(fits) && !columns.some(isWide)) ?? SIZES.find((one) => (at(one), one <= BROKEN && columns.every(fits)));
  at(size ?? READABLE);
  return columns.map((column) => cut(column, bottomOf(column, bottom), say, page)).some(Boolean);
}

/**
 * The largest size that holds while no word is broken.
 *
 * @param {HTMLElement} wall
 * @param {(size: number) => void} at
 * @param {() => boolean} holds
 */
function sizeOf(wall, at, holds) {
  wall.classList.add("unbroken");
  const found = SIZES.find((one) => {
    at(one);
    return holds();
  });
  wall.classList.remove("unbroken");
  return found;
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

/**
 * @param {HTMLElement} column
 * @param {number} bottom
 * @param {import("../shared/sayer.js").Say} say
 * @param {number} page
 */
function cut(column, bottom, say, page) {
  const cards = cardsOf(column);
  const rest = Number(column.dataset.rest ?? 0);
  const more = el(column.matches("ol, ul") ? "li" : "p", { class: "more", "data-more": "", text: "…" });
  column.append(more);
  // All is measured before anything is changed: a thousand cards are laid out once.
  const line = more.getBoundingClientRect().height + BETWEEN;
  const found = cards.map((card) => ({ card, box: card.getBoundingClientRect(), weight: Number(card.dataset.weight ?? 0) }));
  const all = !rest && Math.max(0, ...found.map(({ box }) => box.bottom)) <= bottom;
  const { shown, there } = all ? { shown: cards, there: page === 0 } : turned(found, bottom - line, page);
  const kept = new Set(shown);
  for (const card of cards) card.toggleAttribute("hidden", !kept.has(card));
  const hidden = cards.length - kept.size + rest;
  if (hidden) furnish(more, { text: say("screen-more", { n: hidden }) });
  else more.remove();
  return there;
}

/** @typedef {{ card: HTMLElement, box: DOMRect, weight: number }} Found */

/**
 * The cards of this page, or of the last one there is.
 *
 * @param {Found[]} found
 * @param {number} bottom
 * @param {number} page
 */
function turned(found, bottom, page) {
  const top = found[0]?.box.top ?? 0;
  let left = found;
  for (let at = 0; ; at += 1) {
    const kept = placed(left, top, bottom);
    const rest = left.filter((one) => !kept.includes(one));
    if (at === page || !rest.length || !kept.length) return { shown: kept.map(({ card }) => card), there: at === page };
    left = rest;
  }
}

/**
 * Those that find a place: the first ones, or where they have a weight the heaviest.
 *
 * @param {Found[]} found
 * @param {number} top
 * @param {number} bottom
 */
function placed(found, top, bottom) {
  const up = (found[0]?.box.top ?? top) - top;
  if (found.every(({ weight }) => !weight)) {
    const over = found.findIndex(({ box }) => box.bottom - up > bottom);
    return over < 0 ? found : found.slice(0, Math.max(1, over));
  }
  let left = bottom - top;
  const kept = new Set(/** @type {Found[]} */ ([]));
  for (const one of [...found].sort((a, b) => b.weight - a.weight)) {
    // One that is higher than its column stands there all the same, alone.
    if (one.box.height + BETWEEN > left && kept.size) continue;
    left -= one.box.height + BETWEEN;
    kept.add(one);
  }
  return found.filter((one) => kept.has(one));
}
