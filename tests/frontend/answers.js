/** Answers what tests in Python ask, a line of JSON each: `[name, …arguments]` becomes `{"found": …}` or `{"failed": …}`. */

import { createInterface } from "node:readline";
import { lengthOf } from "../../journeymap/frontend/shared/lengths.js";
import { step } from "../../journeymap/frontend/shared/faces.js";
import { LEAST, placed } from "../../journeymap/frontend/graph/label_places.js";
import { counts, race, rows, thereAndBack } from "./live/bench.js";

/** About as wide as letters are; what is measured matters to nothing else. @param {string} text @param {number} size */
const measure = (text, size) => [...text].length * size * 0.56;

/** Labels below nodes at these places, as a stage of 1,000 by 540 pixels shows them at these scales.
 * @param {any[]} nodes @param {number[]} scales */
function labels(nodes, scales) {
  const stage = { left: 0, top: 0, right: 1000, bottom: 540 };
  const middle = (/** @type {"x" | "y"} */ name) => nodes.reduce((sum, node) => sum + node[name], 0) / nodes.length;
  const [x0, y0] = [middle("x"), middle("y")];
  return scales.map((scale) => {
    const wishes = nodes.map((node) => ({
      id: node.id, text: node.label, x: 500 + (node.x - x0) * scale, y: 270 + (node.y - y0) * scale, radius: node.size * scale + 1,
      size: Math.max(LEAST, Math.min(20, 20 * scale)), width: Math.max(84, 142 * scale), rank: node.size,
    }));
    const boxes = wishes.map(({ id, x, y, radius }) => ({ id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
    return { labels: placed(wishes, boxes, measure, stage), nodes: boxes };
  });
}

/** @type {Record<string, (...asked: any[]) => unknown>} */
const KNOWN = {
  counts,
  labels,
  lengths: (/** @type {string[]} */ texts) => texts.map(lengthOf),
  race,
  rows,
  steps: (/** @type {number[]} */ valences) => valences.map(step),
  thereAndBack,
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...asked] = JSON.parse(line);
  try {
    console.log(JSON.stringify({ found: KNOWN[name](...asked) }));
  } catch (problem) {
    console.log(JSON.stringify({ failed: String(problem instanceof Error ? problem.stack : problem) }));
  }
}
