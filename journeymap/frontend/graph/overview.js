import { svg } from "../shared/dom.js";

/** @import { Point } from "./types.js" */

/** The whole journey in a strip: where one looks now, and a way to look elsewhere. */
export class Overview {
  /** @param {HTMLElement} place @param {(x: number) => void} look */
  constructor(place, look) {
    this.left = 0;
    this.width = 0;
    this.svg = svg("svg", { preserveAspectRatio: "none", "aria-hidden": "true" });
    this.view = svg("rect", { class: "view", y: -2, height: 4, "vector-effect": "non-scaling-stroke" });
    place.replaceChildren(this.svg);
    const to = (/** @type {PointerEvent} */ event) => {
      const box = this.svg.getBoundingClientRect();
      look(this.left + ((event.clientX - box.left) / box.width) * this.width);
    };
    this.svg.onpointerdown = (event) => {
      this.svg.setPointerCapture(event.pointerId);
      to(event);
    };
    this.svg.onpointermove = (event) => event.buttons && to(event);
  }

  /** A moment of which nobody has said how it feels is hollow, and the wave stops there.
   * @param {{x: number, y: number, color: string, said: boolean}[]} moments
   * @param {number} highest the largest distance from the middle */
  draw(moments, highest) {
    const xs = moments.map((moment) => moment.x);
    const margin = xs.length > 1 ? (Math.max(...xs) - Math.min(...xs)) / (xs.length - 1) : 100;
    this.left = Math.min(...xs) - margin;
    this.width = Math.max(...xs) + margin - this.left;
    this.svg.setAttribute("viewBox", `${this.left} -2.4 ${this.width} 4.8`);
    const points = moments.map(({ x, y, said }) => ({ x, y: (y / highest) * 1.6, said }));
    const marks = points.flatMap((point, n) => spot(point, moments[n].color));
    this.svg.replaceChildren(svg("path", { d: waveOf(points), class: "wave", "vector-effect": "non-scaling-stroke" }), ...marks, this.view);
  }

  /** @param {number} middle @param {number} width of what is seen now */
  show(middle, width) {
    const left = Math.max(this.left, middle - width / 2);
    this.view.setAttribute("x", String(left));
    this.view.setAttribute("width", String(Math.max(0, Math.min(this.left + this.width, middle + width / 2) - left)));
  }
}

/** What belongs together: points one after the other of which all was said. @param {Point[]} points @returns {Point[][]} */
export function runsOf(points) {
  /** @type {Point[][]} */
  const runs = [[]];
  for (const point of points) {
    if (point.said) runs[runs.length - 1].push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length);
}

/** The line through them, broken where nobody has said anything; a run of one point is a dot. @param {Point[]} points */
export function waveOf(points) {
  return runsOf(points).map((run) => `M${[...run, run[run.length - 1]].map(({ x, y }) => `${x},${y}`).join("L")}`).join("");
}

/** A round spot, though the drawing is stretched: hollow where nothing was said.
 * @param {Point} point @param {string} color @returns {SVGElement[]} */
export function spot({ x, y, said }, color) {
  const same = { x1: x, x2: x, y1: y - 0.001, y2: y + 0.001, "vector-effect": "non-scaling-stroke" };
  const mark = svg("line", { ...same, stroke: color, class: said ? "mark" : "mark unsaid" });
  return said ? [mark] : [mark, svg("line", { ...same, class: "hole" })];
}
