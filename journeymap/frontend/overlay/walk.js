/** Arrows walk along a map and from one map to the other; what one is at lights up, with what it is joined with. */

import { cardAt, cardsOf, sideOf } from "./cards.js";

/** Light up a card, what it is joined with, and the lines between. @param {HTMLElement} plane @param {HTMLElement | null} card */
export function light(plane, card) {
  for (const lit of plane.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!card) return;
  const [own, other, side] = sideOf(card) === "as-is" ? ["from", "to", "to-be:"] : ["to", "from", "as-is:"];
  for (const path of plane.querySelectorAll(/** @type {"path"} */ (`path[data-${own}="${card.dataset.column}"]`))) {
    path.classList.add("lit");
    path.parentNode?.append(path);
    plane.querySelector(`.card[data-name^="${side}"][data-column="${path.dataset[other]}"]`)?.classList.add("lit");
  }
}

/** One card of each map is reached by Tab; the others by arrows. @param {HTMLElement} plane @param {HTMLElement} card */
export function reach(plane, card) {
  for (const other of cardsOf(plane, sideOf(card))) other.tabIndex = other === card ? 0 : -1;
}

/** The card across: what it is joined with, else what stands nearest on the other map. @param {HTMLElement} plane @param {HTMLElement} here */
function across(plane, here) {
  const others = cardsOf(plane, sideOf(here) === "as-is" ? "to-be" : "as-is");
  const far = (/** @type {HTMLElement} */ card) => Math.abs(Number(card.dataset.column) - Number(here.dataset.column));
  const joined = others.filter((card) => card.classList.contains("lit"));
  return [...(joined.length ? joined : others)].sort((a, b) => far(a) - far(b))[0];
}

/**
 * @param {HTMLElement} plane
 * @param {KeyboardEvent} event
 * @param {boolean} beside whether the maps stand beside one another
 */
export function walk(plane, event, beside) {
  const here = cardAt(event);
  if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = cardsOf(plane, sideOf(here));
  const at = row.indexOf(here);
  const other = () => across(plane, here);
  const [on, back, away] = beside ? ["ArrowDown", "ArrowUp", ["ArrowLeft", "ArrowRight"]] : ["ArrowRight", "ArrowLeft", ["ArrowUp", "ArrowDown"]];
  /** @type {Record<string, () => HTMLElement | undefined>} */
  const ways = { Home: () => row[0], End: () => row[row.length - 1], [on]: () => row[at + 1], [back]: () => row[at - 1], [away[0]]: other, [away[1]]: other };
  const next = ways[event.key]?.();
  if (!next) return;
  event.preventDefault();
  reach(plane, next);
  next.focus({ preventScroll: true });
  bring(next);
}

/** Scroll a card into sight, past the labels that stay at the edge. @param {HTMLElement} card */
export function bring(card) {
  const scroll = card.closest(".scroll");
  if (!(scroll instanceof HTMLElement)) return;
  const label = scroll.querySelector(/** @type {"div"} */ (".label"));
  const head = scroll.querySelector(/** @type {"div"} */ (".side-head"));
  if (label) scroll.scrollLeft = inside(scroll.scrollLeft, scroll.clientWidth, card.offsetLeft, card.offsetWidth, label.offsetWidth + 8);
  if (head) scroll.scrollTop = inside(scroll.scrollTop, scroll.clientHeight, card.offsetTop, card.offsetHeight, head.offsetHeight + 8);
  if (head) card.scrollIntoView({ block: "nearest" });
}

/**
 * @param {number} at how far it is scrolled
 * @param {number} sight
 * @param {number} from
 * @param {number} size
 * @param {number} margin what covers the beginning
 */
function inside(at, sight, from, size, margin) {
  if (from - at < margin) return from - margin;
  return from + size > at + sight ? from + size - sight : at;
}
