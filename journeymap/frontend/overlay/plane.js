/** The as-is above the to-be in shared columns: what joins them, and the two emotion curves below. */

import { el, svg } from "../shared/dom.js";
import { signed } from "../shared/numbers.js";
import { cardOf } from "./cards.js";

/**
 * @typedef {import("./types.js").Band} Band
 * @typedef {import("./types.js").Card} Card
 * @typedef {import("./types.js").Data} Data
 * @typedef {import("./types.js").Point} Point
 */

const HIGHEST = 2;

/** @param {Band} band @param {number} row */
function bandOf(band, row) {
  const element = el("div", { class: "band", dir: "auto", title: band.title });
  element.style.cssText = `grid-row:${row};grid-column:${band.first + 2} / ${band.last + 3}`;
  element.style.background = band.colour;
  element.append(el("span", {}, band.title));
  return element;
}

/** @param {Card} card @param {"as-is" | "to-be"} side @param {number} row @param {Data} data */
function placed(card, side, row, data) {
  const element = cardOf(card, side, data);
  element.style.cssText = `grid-row:${row};grid-column:${card.column + 2}`;
  return element;
}

/** A column's middle in units of a whole row that is `columns` wide. @param {number} column */
const middle = (column) => column + 0.5;

/** @param {Data} data */
function linesOf(data) {
  const picture = svg("svg", {
    class: "lines", viewBox: `0 0 ${data.columns * 100} 100`, preserveAspectRatio: "none", "aria-hidden": "true",
  });
  picture.style.gridRow = "3";
  for (const link of data.links) {
    const [from, to] = [middle(link.from) * 100, middle(link.to) * 100];
    const path = svg("path", {
      d: `M${from} 0C${from} 60 ${to} 40 ${to} 100`, "data-fate": link.fate, "data-from": link.from, "data-to": link.to,
      "vector-effect": "non-scaling-stroke",
    });
    picture.append(path);
  }
  return picture;
}

/** Where a valence stands in a picture 100 high. @param {number} valence */
const height = (valence) => 50 - (valence / HIGHEST) * 42;

/** @param {Data} data */
function curvesOf(data) {
  const width = data.columns * 100;
  const box = el("div", { class: "curves" });
  box.style.cssText = "grid-row:6;position:relative";
  const picture = svg("svg", { class: "curves", viewBox: `0 0 ${width} 100`, preserveAspectRatio: "none", "aria-hidden": "true" });
  for (const step of [2, 1, 0, -1, -2]) {
    const y = height(step);
    picture.append(svg("line", { x1: 0, x2: width, y1: y, y2: y, class: step ? "grid" : "grid zero", "vector-effect": "non-scaling-stroke" }));
  }
  box.append(picture);
  for (const name of /** @type {("targeted" | "felt")[]} */ (["targeted", "felt"])) {
    for (const run of runs(data[name])) {
      const points = run.map(([column, valence]) => `${middle(column) * 100},${height(valence)}`).join(" ");
      picture.append(svg("polyline", { points, class: name, "vector-effect": "non-scaling-stroke" }));
    }
    for (const [column, valence] of data[name]) if (valence !== null) box.append(pointOf(name, column, valence, data));
  }
  return box;
}

/**
 * A point is a mark of its own, so that stretching the picture does not stretch it.
 *
 * @param {"targeted" | "felt"} name
 * @param {number} column
 * @param {number} valence
 * @param {Data} data
 */
function pointOf(name, column, valence, data) {
  const mark = svg("svg", { class: "mark", viewBox: "-6 -6 12 12", width: 12, height: 12, "aria-hidden": "true" });
  const shape = name === "felt" ? svg("circle", { r: 4.5 }) : svg("rect", { x: -4, y: -4, width: 8, height: 8 });
  shape.classList.add("point", name);
  mark.append(svg("title", {}, `${data.words[name]}: ${signed(valence, data.words.language)}`), shape);
  mark.style.cssText = `left:${(middle(column) / data.columns) * 100}%;top:${height(valence)}%`;
  return mark;
}

/** A curve breaks off where nothing is said, except that columns without a moment are passed over.
 * @param {Point[]} points @returns {[number, number][][]} */
function runs(points) {
  /** @type {[number, number][][]} */
  const found = [[]];
  for (const [column, valence] of points) {
    if (valence === null) found.push([]);
    else found[found.length - 1].push([column, valence]);
  }
  return found.filter((run) => run.length > 1);
}

/** @param {string} text @param {number} row */
function labelOf(text, row) {
  const element = el("div", { class: "label", dir: "auto", title: text }, el("span", {}, text));
  element.style.gridRow = String(row);
  return element;
}

/** @param {Data} data */
function emotionLabel(data) {
  const element = labelOf(data.words.emotion, 6);
  for (const name of ["targeted", "felt"]) {
    const key = svg("svg", { class: "key", viewBox: "0 0 24 8", "aria-hidden": "true" });
    key.append(svg("line", { x1: 0, x2: 24, y1: 4, y2: 4, class: name }));
    const small = el("small");
    small.append(key, el("span", {}, data.words[name]));
    element.append(small);
  }
  for (const step of [2, 0, -2]) {
    const scale = el("span", { class: "scale", "aria-hidden": "true" }, signed(step));
    scale.style.top = `${height(step)}%`;
    element.append(scale);
  }
  return element;
}

/** Everything that stands on the plane. @param {Data} data */
export function planeOf(data) {
  return [
    el("div", { class: "gutter" }), labelOf(data.words.as_is, 2), ...data.as_is_episodes.map((band) => bandOf(band, 1)),
    ...data.as_is.map((card) => placed(card, "as-is", 2, data)),
    linesOf(data),
    labelOf(data.words.to_be, 4), ...data.to_be.map((card) => placed(card, "to-be", 4, data)),
    ...data.to_be_episodes.map((band) => bandOf(band, 5)),
    emotionLabel(data), curvesOf(data),
  ];
}
