/** The impact–effort grid: quarters, a numbered dot for each item at its mean, how far the room is apart, and a list beside it. */

import { el, svg } from "./dom.js";
import { placed } from "./grid_layout.js";
import { quadrant } from "./quadrant.js";

/**
 * @typedef {{ n: number, mean: number, low: number, high: number }} Summed
 * @typedef {{ id: string, text: string, n: number, impact: Summed, effort: Summed }} Point
 * @typedef {{ width: number, height: number, letter: number }} Size of the drawing in pixels, and of its words
 * @typedef {{ say: import("./sayer.js").Say, language: string, narrow?: boolean, size?: Size }} How `narrow`: for a phone
 */

const QUADRANTS = ["quick", "big", "fill", "leave"];
/** The middle half of the room is so far apart that it is worth talking about. */
const APART = 2;

/** A phone's width. @type {Size} */
const PHONE = { width: 360, height: 360, letter: 12.5 };

/** What to begin with first. @param {Point} one @param {Point} other */
function byWorth(one, other) {
  return other.impact.mean - other.effort.mean - (one.impact.mean - one.effort.mean) || one.id.localeCompare(other.id);
}

/**
 * The drawing and its list; null where nobody answered.
 *
 * @param {Point[]} points
 * @param {How} how
 */
export function gridChart(points, how) {
  if (!points.length) return null;
  const groups = QUADRANTS.map((name) => points.filter((one) => quadrant(one.impact.mean, one.effort.mean) === name).sort(byWorth));
  const numbered = groups.flat().map((point, at) => ({ point, number: at + 1 }));
  const of = new Map(numbered.map(({ point, number }) => [point.id, number]));
  return el("div", { class: how.narrow ? "grid-chart narrow" : "grid-chart" }, drawing(numbered, how), listing(groups, of, how));
}

/** @param {{ point: Point, number: number }[]} numbered @param {How} how */
function drawing(numbered, { say, narrow = false, size = PHONE }) {
  const { width, height, letter } = size;
  const [r, edge] = [letter, letter * 2.1];
  const box = { x: edge, y: 8, w: width - edge - 8, h: height - edge - 8 };
  const x = (/** @type {number} */ effort) => box.x + ((effort - 1) / 4) * box.w;
  const y = (/** @type {number} */ impact) => box.y + box.h - ((impact - 1) / 4) * box.h;
  const inner = { x: box.x + 4, y: box.y + letter * 1.8, w: box.w - 8, h: box.h - letter * 3.6 };
  const dots = numbered.map(({ point }) => ({ x: x(point.effort.mean), y: y(point.impact.mean), words: point.text }));
  const there = placed(dots, inner, { r, letter, most: narrow ? 0 : 24 });
  const picture = svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "grid-picture", role: "img", "aria-label": say("grid-said", { n: numbered.length }) },
    ...quarters(box, say, letter),
    svg("text", { class: "axis", x: box.x + box.w / 2, y: height - edge / 3, "text-anchor": "middle", "font-size": letter, text: say("grid-effort") }),
    svg("text", { class: "axis", x: 0, y: 0, transform: `translate(${edge / 2} ${box.y + box.h / 2}) rotate(-90)`, "text-anchor": "middle", "font-size": letter, text: say("grid-impact") }),
  );
  numbered.forEach(({ point }, at) => {
    const { x: cx, y: cy, label } = there[at];
    picture.append(
      svg("line", { class: "spread-line", x1: cx + x(point.effort.low) - x(point.effort.mean), x2: cx + x(point.effort.high) - x(point.effort.mean), y1: cy, y2: cy }),
      svg("line", { class: "spread-line", x1: cx, x2: cx, y1: cy + y(point.impact.low) - y(point.impact.mean), y2: cy + y(point.impact.high) - y(point.impact.mean) }),
    );
    if (!label) return;
    const begins = label.x + { start: 0, end: label.w, middle: label.w / 2 }[label.side];
    picture.append(svg("text", { class: "dot-name", x: begins, y: label.y + label.h * 0.75, "text-anchor": label.side, "font-size": letter, text: label.words }));
  });
  numbered.forEach(({ point, number }, at) => {
    const { x: cx, y: cy } = there[at];
    const kind = quadrant(point.impact.mean, point.effort.mean);
    picture.append(
      svg("circle", { class: `dot ${kind}`, cx, cy, r }),
      svg("text", { class: `dot-number ${kind}`, x: cx, y: cy + letter * 0.36, "text-anchor": "middle", "font-size": letter, text: String(number) }),
    );
  });
  return picture;
}

/** @param {import("./grid_layout.js").Box} box @param {import("./sayer.js").Say} say @param {number} letter */
function quarters(box, say, letter) {
  const [w, h] = [box.w / 2, box.h / 2];
  return QUADRANTS.flatMap((name, at) => {
    const [right, low] = [at % 2, Math.floor(at / 2)];
    const corner = { x: box.x + right * w, y: box.y + low * h };
    return [
      svg("rect", { class: `quarter-of ${name}`, ...corner, width: w, height: h }),
      svg("text", {
        class: "quarter-name",
        x: right ? corner.x + w - letter * 0.5 : corner.x + letter * 0.5,
        y: low ? corner.y + h - letter * 0.5 : corner.y + letter * 1.2,
        "text-anchor": right ? "end" : "start",
        "font-size": letter,
        text: say(`quadrant-${name}`),
      }),
    ];
  });
}

/**
 * What stands in the drawing, in words: the quarters with their items, what to begin with first.
 *
 * @param {Point[][]} groups
 * @param {Map<string, number>} numbers
 * @param {How} how
 */
function listing(groups, numbers, { say, language, narrow = false }) {
  const said = (/** @type {number} */ value) => value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const rowOf = (/** @type {Point} */ one, /** @type {string} */ name, /** @type {boolean} */ first) => {
    const far = Math.max(one.impact.high - one.impact.low, one.effort.high - one.effort.low) >= APART;
    // On the room's screen the drawing says where it stands.
    const about = narrow ? say("grid-means", { text: said(one.impact.mean), of: said(one.effort.mean) }) : "";
    const words = [about, far ? say("grid-apart") : ""].filter(Boolean).join(" · ");
    return el(
      "li",
      { "data-card": "" },
      first ? el("h3", { text: say(`quadrant-${name}`) }) : null,
      el(
        "div",
        { class: "grid-row" },
        el("b", { class: "dot-key", text: String(numbers.get(one.id)) }),
        el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text: one.text }), words ? el("small", { text: words }) : null),
      ),
    );
  };
  return el("ol", { class: "grid-legend", "data-column": "" }, ...groups.flatMap((points, at) => points.map((one, n) => rowOf(one, QUADRANTS[at], n === 0))));
}
