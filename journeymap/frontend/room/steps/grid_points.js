/** What the room thinks of each item of a grid: pure, from what was voted. */

import { itemsOf } from "./answers.js";

/** @typedef {import("../../shared/grid_chart.js").Point} Point */

/**
 * The items that have both answers, with the means and where the middle half of the room is.
 *
 * @param {import("../desk.js").Desk} desk
 * @returns {Point[]}
 */
export function pointsOf(desk) {
  const [impact, effort] = [desk.votes("impact"), desk.votes("effort")];
  return itemsOf(desk).flatMap((row) => {
    const [up, across] = [summed(impact.get(row.id)), summed(effort.get(row.id))];
    return up && across ? [{ id: row.id, text: row.text, impact: up, effort: across, n: Math.max(up.n, across.n) }] : [];
  });
}

/** @param {readonly { value: number }[] | undefined} votes */
export function summed(votes) {
  if (!votes?.length) return null;
  const values = votes.map(({ value }) => value).sort((one, other) => one - other);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { n: values.length, mean, low: part(values, 0.25), high: part(values, 0.75) };
}

/** The value below which this share lies, between two neighbours in proportion. @param {number[]} values @param {number} share */
function part(values, share) {
  const at = share * (values.length - 1);
  const [low, high] = [values[Math.floor(at)], values[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
