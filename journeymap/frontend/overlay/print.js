/** Both maps whole on paper: as many sheets as it takes, each with its own headings. */

import { el } from "../shared/dom.js";
import { filled } from "../shared/sayer.js";
import { about, cardOf } from "./cards.js";
import { parts } from "./part.js";
import { planeOf } from "./plane.js";
import { linesBeside } from "./side.js";

/** @typedef {import("./types.js").Data} Data */

/** So many columns stand side by side on a sheet in landscape, in letters one can read. */
export const PER_SHEET = 10;

/** What goes to the printer, in the view that is chosen. @param {Data} data */
export function sheetsOf(data) {
  if (data.view === "side") return [tableOf(data)];
  return parts(data, PER_SHEET).map((one) => sheetOf({ ...data, ...one, selected: "", all: data.columns }));
}

/** @typedef {Data & import("./part.js").Part & { all: number }} Sheet a part, and of how many columns */

/** @param {Sheet} data */
function sheetOf(data) {
  const plane = el("div", { class: "plane" }, ...planeOf(data));
  plane.style.setProperty("--columns", String(data.columns));
  for (const { card, side, column } of data.elsewhere) {
    const note = el("span", { class: "elsewhere" }, filled(data.words.elsewhere, { n: column + 1 }));
    plane.querySelector(`.card[data-name="${side}:${CSS.escape(card.id)}"]`)?.append(note);
  }
  return el("section", { class: "sheet" }, headOf(data, data.first, data.last, data.all), numbersOf(data), plane);
}

/** Which sheet this is. @param {Data} data @param {number} first @param {number} last @param {number} all */
function headOf(data, first, last, all) {
  const range = filled(data.words.range, { first: first + 1, last: last + 1, all });
  const sought = data.sought ? el("span", {}, data.words.sought) : null;
  return el("div", { class: "sheet-head" }, el("strong", { dir: "auto" }, data.words.title), el("span", {}, range), sought);
}

/** The numbers of the columns, by which other sheets speak of them. @param {Sheet} data */
function numbersOf({ first, columns }) {
  const row = el("div", { class: "numbers", "aria-hidden": "true" }, el("span"));
  for (let n = 0; n < columns; n += 1) row.append(el("span", {}, String(first + n + 1)));
  row.style.setProperty("--columns", String(columns));
  return row;
}

/** Side by side: a table, whose head the printer repeats on each page. @param {Data} data */
function tableOf(data) {
  const { words } = data;
  const head = el("thead", {}, el("tr", {}, el("th", { colspan: 3 }, headOf(data, 0, data.columns - 1, data.columns))),
    el("tr", {}, el("th", {}, "#"), el("th", { dir: "auto" }, words.as_is), el("th", { dir: "auto" }, words.to_be)));
  const rows = linesBeside({ ...data, selected: "" }).flatMap(({ column, as_is, to_be, before, after }) => [
    before || after ? el("tr", { class: "chapters" }, el("td"), el("td", { dir: "auto" }, before?.title ?? ""), el("td", { dir: "auto" }, after?.title ?? "")) : null,
    el("tr", {}, el("td", {}, String(column + 1)),
      el("td", {}, as_is ? cardOf(as_is, "as-is", data, about(as_is, data)) : ""),
      el("td", {}, to_be ? cardOf(to_be, "to-be", data, about(to_be, data)) : "")),
  ]);
  return el("table", { class: "sheet" }, head, el("tbody", {}, ...rows));
}

/**
 * Lay the sheets out while somebody prints, and take them away afterwards.
 *
 * @param {HTMLElement} place
 * @param {() => Data | null} data
 * @returns {() => void} stop
 */
export function printWhole(place, data) {
  const paper = matchMedia("print");
  const lay = () => {
    const now = data();
    if (now) place.replaceChildren(...sheetsOf(now));
  };
  const clear = () => place.replaceChildren();
  const turned = () => (paper.matches ? lay() : clear());
  addEventListener("beforeprint", lay);
  addEventListener("afterprint", clear);
  paper.addEventListener("change", turned);
  return () => {
    removeEventListener("beforeprint", lay);
    removeEventListener("afterprint", clear);
    paper.removeEventListener("change", turned);
  };
}
