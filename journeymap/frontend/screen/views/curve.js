/** How the journey feels: a curve in its order, with the spread of the room and what customers said. */

import { el, svg } from "../../shared/dom.js";
import { faceIcon } from "../../shared/faces.js";
import { COLOURS, vmin } from "../parts.js";
import { bandOf, endsOf, middleOf, pointsOf, widthsOf } from "./curve_shape.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */
/** @typedef {import("./curve_shape.js").Felt} Felt */
/** @typedef {import("./curve_shape.js").Point} Point */
/** @typedef {{ title: string, moments: (Felt | null)[] }} Chapter */

const GAP = 6;
/** Names of chapters and moments in hundredths of the screen's shorter side: the largest at which they find a place. */
const SIZES = [3.4, 3, 2.6, 2.3, 2, 1.8];
const VALUES = [2, 1, 0, -1, -2];

/** The curve of the step that asked how it feels; else as the map has it. @param {Desk} desk */
export function curve(desk) {
  const asked = !!desk.begun?.ballot?.questions?.includes("felt");
  const room = asked ? drawn(desk, chaptersOf(desk.model, askedOf(desk)), "room") : null;
  return room ?? drawn(desk, chaptersOf(desk.model, felt), "map");
}

/**
 * A curve with its legend; null where no moment has an answer.
 *
 * @param {Desk} desk
 * @param {Chapter[]} chapters
 * @param {"room" | "map" | "aim"} of what it tells
 */
export function drawn(desk, chapters, of) {
  const known = chapters.flatMap(({ moments }) => moments.filter((one) => one !== null));
  if (!known.length) return null;
  const bars = el("div", { class: "chapters" }, ...chapters.map(({ title }, at) => el("span", { class: `chapter e${at % COLOURS}`, dir: "auto", text: title })));
  const plot = el("div", { class: "plot" });
  const place = () => placed(desk, { bars, plot, chapters });
  return [el("div", { class: "curve", "data-placed": "", onplaced: place }, bars, plot), legend(desk, known, of)];
}

/** Every chapter with its moments, in the order of the journey. @param {import("../../live/model.js").BoardModel} model @param {(moment: any) => Felt | null} feltBy */
export function chaptersOf(model, feltBy) {
  const found = model.rows("episodes").map((episode) => ({ title: episode.title, moments: model.rows("moments", episode.id).map(feltBy) }));
  return found.filter(({ moments }) => moments.length);
}

/** What the room answered. @param {Desk} desk @returns {(moment: any) => Felt | null} */
function askedOf(desk) {
  const votes = desk.votes("felt");
  const apart = desk.now?.customers?.[desk.step.id] ?? [];
  return ({ id, text }) => {
    const middle = middleOf((votes.get(id) ?? []).map(({ value }) => value));
    const theirs = middleOf(apart.flatMap(([item, question, value, n]) => (item === id && question === "felt" ? Array.from({ length: n }, () => value) : [])));
    return middle && { id, text, middle, dots: theirs ? [{ value: theirs.middle, n: theirs.n }] : [] };
  };
}

/** What stands on the map; a moment that customers confirmed has their sign. @param {any} moment @returns {Felt | null} */
export function felt(moment) {
  const confirmed = moment.evidence_status === "validated";
  return plain(moment, moment.felt_valence, confirmed);
}

/** What is aimed at: of the moment, else of its episode. @param {import("../../live/model.js").BoardModel} model @returns {(moment: any) => Felt | null} */
export function aimed(model) {
  return (moment) => plain(moment, moment.targeted_valence ?? model.row("episodes", moment.parent)?.targeted_valence, false);
}

/** @param {any} moment @param {unknown} value @param {boolean} confirmed @returns {Felt | null} */
function plain({ id, text }, value, confirmed) {
  const middle = typeof value === "number" ? middleOf([value]) : null;
  return middle && { id, text, middle, dots: confirmed ? [{ value: middle.middle, n: 1 }] : [] };
}

/** Draw it into the place it has now. @param {Desk} desk @param {{ bars: HTMLElement, plot: HTMLElement, chapters: Chapter[] }} parts */
function placed(desk, { bars, plot, chapters }) {
  const axis = vmin(9.5);
  const widths = widthsOf(chapters.map(({ moments }) => moments.length), plot.clientWidth - axis, vmin(15));
  bars.style.setProperty("grid-template-columns", `${axis - GAP}px ${widths.map((one) => `${one - GAP}px`).join(" ")}`);
  bars.classList.add("unbroken");
  const fits = SIZES.some((size) => {
    bars.style.setProperty("font-size", `${vmin(size)}px`);
    return bars.clientHeight <= vmin(16) && [...bars.children].every((one) => one.scrollWidth <= one.clientWidth);
  });
  // A word is broken only where it fits at no size.
  bars.classList.toggle("unbroken", fits);
  let x = axis;
  const episodes = chapters.map(({ moments }, at) => {
    const here = { x, width: widths[at] - GAP, moments };
    x += widths[at];
    return here;
  });
  const labels = endLabels(desk, pointsOf(episodes, (value) => value));
  plot.replaceChildren(...labels.map(({ element }) => element));
  const [above, below] = ["highest", "lowest"].map((name) => roomFor(labels.find((one) => one.name === name)?.element, plot));
  const [top, bottom] = [vmin(2) + above, plot.clientHeight - vmin(2) - below];
  const yOf = (/** @type {number} */ value) => top + ((2 - value) / 4) * (bottom - top);
  const points = pointsOf(episodes, yOf);
  plot.prepend(picture(desk, plot, points, yOf, axis));
  for (const { element, name, id } of labels) put(element, points, id, name, yOf, plot, axis);
}

/** The names of the lowest and the highest moment. @param {Desk} desk @param {Point[]} points */
function endLabels({ say }, points) {
  const ends = endsOf(points);
  return /** @type {const} */ (["highest", "lowest"]).flatMap((name) => {
    const point = ends[name];
    if (!point) return [];
    const words = [el("small", { text: say(`screen-curve-${name}`) }), el("b", { dir: "auto", text: point.text })];
    return [{ name, id: point.id, element: el("p", { class: `end ${name}` }, ...words) }];
  });
}

/** How much height a name takes, at the largest size at which it takes little. @param {HTMLElement | undefined} label @param {HTMLElement} plot */
function roomFor(label, plot) {
  if (!label) return 0;
  for (const size of SIZES) {
    label.style.setProperty("font-size", `${vmin(size)}px`);
    if (label.offsetHeight <= plot.clientHeight * 0.2) break;
  }
  return label.offsetHeight + vmin(2.4);
}

/**
 * Beside its point: the highest above it, the lowest below, and beyond what customers said there.
 *
 * @param {HTMLElement} label
 * @param {Point[]} points
 * @param {string} id
 * @param {string} name
 * @param {(value: number) => number} yOf
 * @param {HTMLElement} plot
 * @param {number} axis
 */
function put(label, points, id, name, yOf, plot, axis) {
  const point = /** @type {Point} */ (points.find((one) => one.id === id));
  const left = Math.max(axis, Math.min(point.x - label.offsetWidth / 2, plot.clientWidth - label.offsetWidth));
  const near = points.filter(({ x }) => x >= left - vmin(2) && x <= left + label.offsetWidth + vmin(2));
  const marks = [point.y, ...near.flatMap(({ dots }) => dots.map(({ value }) => yOf(value)))];
  const y = name === "highest" ? Math.min(...marks) - vmin(2.4) - label.offsetHeight : Math.max(...marks) + vmin(2.4);
  label.style.setProperty("left", `${left}px`);
  label.style.setProperty("top", `${Math.max(0, Math.min(y, plot.clientHeight - label.offsetHeight))}px`);
}

/**
 * The line, the band around it, and the customers' diamonds.
 *
 * @param {Desk} desk
 * @param {HTMLElement} plot
 * @param {Point[]} points
 * @param {(value: number) => number} yOf
 * @param {number} axis
 */
function picture({ say, scale }, plot, points, yOf, axis) {
  const [width, height] = [plot.clientWidth, plot.clientHeight];
  const { lowest, highest } = endsOf(points);
  const told = [highest && `${say("screen-curve-highest")}: ${highest.text}`, `${say("screen-curve-lowest")}: ${lowest.text}`];
  const dense = points.length > 1 ? (points[points.length - 1].x - points[0].x) / (points.length - 1) : width;
  const size = Math.max(3, Math.min(vmin(1.3), dense * 0.3));
  const line = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  return svg(
    "svg",
    { class: "picture", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": told.filter(Boolean).join(". ") },
    ...VALUES.map((value) => svg("line", { class: value ? "grid" : "zero", x1: axis, x2: width, y1: yOf(value), y2: yOf(value) })),
    ...[2, 0, -2].map((value) => tick(value, yOf(value), scale)),
    svg("polygon", { class: "band", points: bandOf(points) }),
    svg("polyline", { class: "line", points: line, "stroke-width": vmin(0.7) }),
    ...points.map((point) => dot(point, point === lowest ? "lowest" : point === highest ? "highest" : "", size)),
    ...points.flatMap(({ x, dots }) => dots.map((one) => diamond(x, yOf(one.value), Math.max(size, vmin(1.1))))),
  );
}

/** @param {number} value @param {number} y @param {string[]} scale */
function tick(value, y, scale) {
  const size = vmin(4.6);
  const sign = value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0";
  const icon = faceIcon(value, size, scale[value + 2]);
  icon.setAttribute("y", String(y - size / 2));
  return svg("g", { class: "tick" }, icon, svg("text", { x: size + vmin(1), y, "dominant-baseline": "central", "font-size": vmin(2.6) }, sign));
}

/** @param {Point} point @param {string} end @param {number} size */
function dot({ x, y }, end, size) {
  return svg("circle", { class: `dot ${end}`, cx: x, cy: y, r: end ? Math.max(size * 1.3, vmin(1.2)) : size, "stroke-width": size * 0.6 });
}

/** @param {number} x @param {number} y @param {number} half */
function diamond(x, y, half) {
  return svg("path", { class: "diamond", d: `M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z` });
}

/** What the signs mean; of the signs that are there. @param {Desk} desk @param {Felt[]} known @param {string} of */
function legend({ say }, known, of) {
  const size = vmin(2.4);
  const sign = (/** @type {SVGElement} */ shape) => svg("svg", { width: size * 1.4, height: size, viewBox: "0 0 28 20", "aria-hidden": "true" }, shape);
  const entries = [
    [svg("g", {}, svg("path", { class: "line", d: "M1 10H27", "stroke-width": 4 }), svg("circle", { class: "dot", cx: 14, cy: 10, r: 5, "stroke-width": 3 })), say(`screen-curve-of-${of}`)],
    known.some(({ middle }) => middle.low < middle.high) && [svg("rect", { class: "band", width: 28, height: 20, rx: 3 }), say("screen-curve-spread")],
    known.some(({ dots }) => dots.length) && [diamond(14, 10, 9), say(of === "room" ? "screen-curve-customers" : "screen-curve-confirmed")],
  ];
  const shown = /** @type {[SVGElement, string][]} */ (entries.filter(Boolean));
  return el("ul", { class: "legend" }, ...shown.map(([shape, text]) => el("li", {}, sign(shape), el("span", { text }))));
}
