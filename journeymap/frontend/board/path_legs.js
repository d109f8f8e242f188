/**
 * One way through the journey, as numbers and legs between columns. Pure: rows and places in, numbers out.
 *
 * @typedef {import("./layout.js").Column} Column
 * @typedef {{ from: Column, to: Column, kind: "next" | "ahead" | "back" }} Leg `ahead`: it passes moments over; `back`: it returns
 */

/**
 * The moments of a path in its order; one that a loop visits again stands there again.
 *
 * @param {{ rows: (table: string, parent: string) => readonly any[] }} model
 * @param {string} path
 * @returns {string[]}
 */
export const stepsOf = (model, path) => model.rows("path_steps", path).map(({ moment }) => moment);

/**
 * At which steps a path comes by each moment, from 1.
 *
 * @param {string[]} steps
 * @returns {Map<string, number[]>}
 */
export function numbersOf(steps) {
  /** @type {Map<string, number[]>} */
  const numbers = new Map();
  steps.forEach((moment, n) => numbers.set(moment, [...(numbers.get(moment) ?? []), n + 1]));
  return numbers;
}

/**
 * From each step to the next one.
 *
 * @param {ReadonlyMap<string, Column>} places where each moment stands
 * @param {string[]} steps
 * @returns {Leg[]}
 */
export function legsOf(places, steps) {
  const columns = steps.flatMap((moment) => places.get(moment) ?? []);
  return columns.slice(1).map((to, n) => ({ from: columns[n], to, kind: kindOf(to.index - columns[n].index) }));
}

/** @param {number} by so many columns @returns {Leg["kind"]} */
function kindOf(by) {
  if (by === 1) return "next";
  return by > 1 ? "ahead" : "back";
}

/**
 * A leg as the `d` of an SVG path: straight along the line, in an arc where it returns.
 *
 * @param {Leg} leg
 * @param {number} width of a column
 * @param {number} y of the line
 * @param {number} room above the line
 */
export function drawn({ from, to, kind }, width, y, room) {
  const [x1, x2] = [from.x + width / 2, to.x + width / 2];
  if (kind !== "back") return `M${x1} ${y}H${x2}`;
  const bow = Math.min(24, Math.max(8, Math.abs(x1 - x2) / 4));
  if (from === to) return `M${x1} ${y}C${x1 + bow} ${y - room * 1.4} ${x1 - bow} ${y - room * 1.4} ${x1} ${y}`;
  return `M${x1} ${y}C${x1 - bow} ${y - room} ${x2 + bow} ${y - room} ${x2} ${y}`;
}
