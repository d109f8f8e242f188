/** The as-is beside the to-be, from top to bottom: one list of two lanes, so both always stand at one place. */

import { el, svg } from "../shared/dom.js";
import { about, cardOf, cardsOf } from "./cards.js";

/**
 * @typedef {import("./types.js").Band} Band
 * @typedef {import("./types.js").Card} Card
 * @typedef {import("./types.js").Data} Data
 * @typedef {{ column: number, as_is: Card | null, to_be: Card | null, before: Band | null, after: Band | null }} Line
 */

/** What stands in each line, and which episode begins there on either side. @param {Data} data @returns {Line[]} */
export function linesBeside(data) {
  const [asIs, toBe] = [data.as_is, data.to_be].map((cards) => new Map(cards.map((card) => [card.column, card])));
  const [before, after] = [data.as_is_episodes, data.to_be_episodes].map((bands) => new Map(bands.map((band) => [band.first, band])));
  return Array.from({ length: data.columns }, (_, column) => ({
    column,
    as_is: asIs.get(column) ?? null,
    to_be: toBe.get(column) ?? null,
    before: before.get(column) ?? null,
    after: after.get(column) ?? null,
  }));
}

/** @param {Band | null} band @param {number} lane @param {number} row */
function episodeOf(band, lane, row) {
  if (!band) return null;
  const element = el("div", { class: "chapter", dir: "auto" }, el("strong", {}, band.title), band.aim ? el("span", {}, band.aim) : null);
  element.style.cssText = `grid-row:${row};grid-column:${lane}`;
  element.style.borderColor = band.colour;
  return element;
}

/** @param {Card | null} card @param {"as-is" | "to-be"} side @param {number} row @param {Data} data */
function placeOf(card, side, row, data) {
  const element = card ? cardOf(card, side, data, about(card, data)) : el("div", { class: "nothing", title: data.words["nothing-here"] });
  element.style.cssText = `grid-row:${row};grid-column:${side === "as-is" ? 1 : 3}`;
  return element;
}

/** Everything that stands in the list. @param {Data} data */
export function sideOfBoth(data) {
  /** @type {(Element | null)[]} */
  const made = [
    el("div", { class: "side-head", dir: "auto" }, data.words.as_is),
    el("div", { class: "side-head between" }),
    el("div", { class: "side-head", dir: "auto" }, data.words.to_be),
  ];
  let row = 1;
  for (const line of linesBeside(data)) {
    if (line.before || line.after) {
      row += 1;
      made.push(episodeOf(line.before, 1, row), episodeOf(line.after, 3, row));
    }
    row += 1;
    made.push(placeOf(line.as_is, "as-is", row, data), placeOf(line.to_be, "to-be", row, data));
  }
  return /** @type {Element[]} */ (made.filter(Boolean));
}

/**
 * The lines between both lanes: they go from card to card, wherever those came to stand.
 *
 * @param {HTMLElement} plane
 * @param {Data} data
 */
export function joinLanes(plane, data) {
  plane.querySelector(".joins")?.remove();
  const [asIs, toBe] = ["as-is", "to-be"].map((side) => new Map(cardsOf(plane, side).map((card) => [Number(card.dataset.column), card])));
  const between = plane.querySelector(/** @type {"div"} */ (".between"));
  if (!between || !data.links.length) return;
  const [left, wide] = [between.offsetLeft, between.offsetWidth];
  const picture = svg("svg", { class: "joins lines", "aria-hidden": "true", width: wide, height: plane.scrollHeight });
  picture.style.left = `${left}px`;
  for (const { from, to, fate } of data.links) {
    const [one, other] = [asIs.get(from), toBe.get(to)].map((card) => (card ? card.offsetTop + Math.min(card.offsetHeight / 2, 28) : 0));
    const d = `M0 ${one}C${wide * 0.6} ${one} ${wide * 0.4} ${other} ${wide} ${other}`;
    picture.append(svg("path", { d, "data-fate": fate, "data-from": from, "data-to": to }));
  }
  plane.prepend(picture);
}
