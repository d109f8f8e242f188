/** Answers what tests in Python ask, a line of JSON each: `[name, …arguments]` becomes `{"found": …}` or `{"failed": …}`. */

import { createInterface } from "node:readline";
import { lengthOf } from "../../journeymap/frontend/shared/lengths.js";
import { step } from "../../journeymap/frontend/shared/faces.js";
import { counts, race, rows, thereAndBack } from "./live/bench.js";

/** @type {Record<string, (...asked: any[]) => unknown>} */
const KNOWN = {
  counts,
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
