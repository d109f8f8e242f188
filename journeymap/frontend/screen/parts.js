/** What a wall is built of. `data-column` holds `data-card`s: those that do not fit are counted, for nobody scrolls a beamer. */

import { el } from "../shared/dom.js";
import { small } from "../room/cards.js";

/** More than this fits no column of a screen: how many more there are is said. */
export const MOST = 40;

/** So many colours do the chapters have; the next one begins again. */
export const COLOURS = 8;

/** So many hundredths of the screen's shorter side, in pixels. @param {number} n */
export function vmin(n) {
  return Math.round((Math.min(innerWidth, innerHeight) * n) / 100);
}

/** The name of a chapter, in its colour, or of a column without one. @param {string} text @param {number} [at] which chapter */
export function heading(text, at) {
  return el("h2", { dir: "auto", class: at === undefined ? null : `e${at % COLOURS}`, text });
}

/**
 * Columns side by side; in two rows, where one would make them too narrow to be read.
 *
 * @param {(Node | null)[]} sections
 * @param {string} [kind]
 */
export function inColumns(sections, kind = "columns") {
  const found = sections.filter((one) => one !== null);
  const most = innerWidth / innerHeight >= 1.5 ? 6 : innerWidth > innerHeight ? 4 : 2;
  const rows = Math.ceil(found.length / most);
  const place = el("div", { class: kind }, ...found);
  place.style.setProperty("--columns", String(Math.ceil(found.length / rows)));
  return place;
}

/**
 * Cards side by side; null where there are none.
 *
 * @param {(Node | null)[][]} bodies
 * @param {(at: number) => string} [kindOf]
 */
export function cards(bodies, kindOf = () => "") {
  if (!bodies.length) return null;
  const shown = bodies.slice(0, MOST).map((body, at) => el("div", { class: `card ${kindOf(at)}`, "data-card": "" }, ...body));
  return [el("div", { class: "flat", "data-column": "", "data-rest": bodies.length - shown.length }, ...shown)];
}

/**
 * A column with a heading.
 *
 * @param {string} title
 * @param {(Node | null)[][]} bodies
 * @param {{ kind?: string, none?: string }} [how] `none`: what is said where there are none
 */
export function list(title, bodies, { kind = "flat", none = "" } = {}) {
  const shown = bodies.slice(0, MOST).map((body) => el("li", { class: "card", "data-card": "" }, ...body));
  return el(
    "section",
    { "data-column": "", "data-rest": bodies.length - shown.length },
    heading(title),
    shown.length ? el("ul", { class: kind }, ...shown) : el("p", { class: "more", text: none }),
  );
}

/** What came out, in one line. @param {string[]} parts @param {string} [under] */
export function sum(parts, under = "") {
  return el("p", { class: "sum" }, parts.filter(Boolean).join(" · "), under ? el("small", { text: under }) : null);
}

/** A text, and small beneath it what belongs to it. @param {string} text @param {(string | null | undefined)[]} more */
export function words(text, more) {
  return [el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text }), small(more))];
}
