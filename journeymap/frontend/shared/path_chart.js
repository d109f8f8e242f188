/** Ways through a journey as a drawing: a lane for each, with its stops below the episodes they belong to. */

import { el, svg } from "./dom.js";
import { shortened, widthOf } from "./grid_layout.js";
import { besides, lineOf, named, visited } from "./path_lanes.js";

/**
 * @typedef {import("./path_lanes.js").Chapter} Chapter
 * @typedef {{ id: string, name: string, kind: string, said: string, stops: string[] }} Way `said`: how it ends, in words
 * @typedef {{ textOf: (id: string) => string, vmin: (n: number) => number, colours: number }} How `colours`: so many do episodes have
 */

const GAP = 6;
/** So many letters of a moment's name. */
const LETTERS = 30;
/** Where lanes get lower than this, there is no room for the names of moments. */
const NAMED_FROM = 10.5;

/**
 * The drawing; it is filled in where it stands, when it hears `placed`.
 *
 * @param {Chapter[]} episodes
 * @param {Way[]} ways
 * @param {How} how
 */
export function pathChart(episodes, ways, how) {
  const shown = visited(episodes, ways);
  const bars = el("div", { class: "chapters" }, ...shown.map(({ title, at }) => el("span", { class: `chapter e${at % how.colours}`, dir: "auto", text: title })));
  const lanes = el("ol", { class: "lanes", "data-column": "" }, ...ways.map((way) => lane(way)));
  const chart = el("div", { class: "path-chart", "data-placed": "", onplaced: () => place({ chart, bars, lanes, shown, ways }, how) }, bars, lanes);
  return chart;
}

/** @param {Way} way */
function lane({ name, kind, said }) {
  const title = el("p", { class: "lane-name" }, el("b", { dir: "auto", text: name }), el("small", { text: said }));
  return el("li", { class: `lane ${kind}`, "data-card": "" }, title, el("div", { class: "track" }));
}

/**
 * @typedef {{ chart: HTMLElement, bars: HTMLElement, lanes: HTMLElement, shown: (Chapter & { at: number })[], ways: Way[] }} Parts
 * @param {Parts} parts
 * @param {How} how
 */
function place({ chart, bars, lanes, shown, ways }, how) {
  const { vmin } = how;
  const all = shown.reduce((sum, { moments }) => sum + moments.length, 0);
  const width = lanes.clientWidth;
  const least = Math.min(vmin(13), width / Math.max(shown.length, 1));
  const rest = width - least * shown.length;
  const widths = shown.map(({ moments }) => least + (rest * moments.length) / all);
  bars.style.setProperty("grid-template-columns", widths.map((one) => `${one - GAP}px`).join(" "));
  bars.classList.add("unbroken");
  const fits = [2.8, 2.4, 2, 1.7].some((size) => {
    bars.style.setProperty("font-size", `${vmin(size)}px`);
    return bars.clientHeight <= vmin(10) && [...bars.children].every((one) => one.scrollWidth <= one.clientWidth);
  });
  bars.classList.toggle("unbroken", fits);
  /** @type {Map<string, number>} */
  const xs = new Map();
  let from = 0;
  for (const [n, { moments }] of shown.entries()) {
    for (const [at, id] of moments.entries()) xs.set(id, from + ((widths[n] - GAP) * (at + 0.5)) / moments.length);
    from += widths[n];
  }
  const hoped = new Set(ways.find(({ kind }) => kind === "happy")?.stops ?? []);
  const high = Math.max(6.5, Math.min(15, (chart.clientHeight - bars.offsetHeight - vmin(2)) / vmin(1) / Math.max(ways.length, 1) - 5));
  const dense = all > 1 ? width / all : width;
  for (const [n, track] of lanes.querySelectorAll(".track").entries()) {
    track.replaceChildren(drawn(ways[n], { xs, hoped, width, high, r: Math.max(3, Math.min(vmin(1.2), dense * 0.32)) }, how));
  }
}

/**
 * One way: its line, its stops, how it ends, and the names of its weightiest moments.
 *
 * @param {Way} way
 * @param {{ xs: Map<string, number>, hoped: Set<string>, width: number, high: number, r: number }} where
 * @param {How} how
 */
function drawn({ kind, stops, said, name }, { xs, hoped, width, high, r }, { textOf, vmin }) {
  const has = high >= NAMED_FROM;
  const [height, letter] = [vmin(high), vmin(2.4)];
  const y = has ? height - letter * 2.2 - r : height - r * 2.2;
  const at = stops.map((id) => xs.get(id) ?? 0);
  const rise = Math.max(r * 2, y - r * 2);
  const picture = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${name}: ${said}. ${stops.map(textOf).join(", ")}` });
  picture.append(svg("line", { class: "bed", x1: 0, x2: width, y1: y, y2: y }));
  if (!stops.length) return picture;
  picture.append(svg("path", { class: "run", d: lineOf(at, y, rise), "stroke-width": Math.max(3, r * 0.6) }));
  for (const x of new Set(at)) picture.append(svg("circle", { class: "stop-at", cx: x, cy: y, r, "stroke-width": Math.max(2, r * 0.45) }));
  picture.append(ending(kind, at[at.length - 1], y, r * 1.7));
  if (!has) return picture;
  const names = named(stops, hoped).map((id) => {
    const words = shortened(textOf(id), LETTERS);
    return { x: xs.get(id) ?? 0, words, width: widthOf(words, letter) };
  });
  for (const { left, right, words } of besides(names, width, letter)) {
    picture.append(svg("text", { class: "stop-name", x: (left + right) / 2, y: height - letter * 0.5, "text-anchor": "middle", "font-size": letter, text: words }));
  }
  return picture;
}

/** How it ends: a full dot, a cross where somebody gave up, a square where it went wrong. @param {string} kind @param {number} x @param {number} y @param {number} half */
function ending(kind, x, y, half) {
  if (kind === "abandoned") return svg("path", { class: "ends cross", d: `M${x - half} ${y - half}L${x + half} ${y + half}M${x + half} ${y - half}L${x - half} ${y + half}`, "stroke-width": half * 0.5 });
  if (kind === "unhappy") return svg("rect", { class: "ends", x: x - half, y: y - half, width: 2 * half, height: 2 * half });
  return svg("circle", { class: "ends", cx: x, cy: y, r: half });
}
