/** The signs of the panel: drawn, for no typeface has all of them. What they mean is said beside them. */

import { svg } from "../shared/dom.js";

/** @typedef {keyof typeof LINES} Sign */

const LINES = Object.freeze({
  add: "M8 3v10M3 8h10",
  arrow: "M4 3v5.5h8M9 5.5l3 3-3 3",
  check: "m3.5 8.5 3 3 6-7",
  data: "M3.5 4.5h9M3.5 8h9M3.5 11.5h5",
  down: "M8 3v10M4 9l4 4 4-4",
  light: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7",
  lock: "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  menu: "M8 3.2v.01M8 8v.01M8 12.8v.01",
  move: "M5 13V3M2.5 5.5 5 3l2.5 2.5M11 3v10M8.5 10.5 11 13l2.5-2.5",
  remove: "m4 4 8 8M12 4l-8 8",
  unlock: "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 4.7-1.2",
  unsure: "M5.8 6a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.9-1.1 1.7M8 12.3v.01",
  up: "M8 13V3M4 7l4-4 4 4",
});

/**
 * @param {Sign} sign
 * @param {number} [size] CSS pixels
 */
export function icon(sign, size = 16) {
  const line = { d: LINES[sign], fill: "none", stroke: "currentColor", "stroke-width": sign === "menu" ? 2.4 : 1.6, "stroke-linecap": "round", "stroke-linejoin": "round" };
  return svg("svg", { viewBox: "0 0 16 16", width: size, height: size, class: "sign", "aria-hidden": "true" }, svg("path", line));
}
