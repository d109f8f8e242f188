/** The impact–effort grid, as the room filled it in. */

import { itemBody, itemsOf } from "../../room/steps/answers.js";
import { pointsOf } from "../../room/steps/grid_points.js";
import { cards, vmin } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** @type {typeof import("../../shared/grid_chart.js") | null} fetched when there is a grid to draw: most rooms draw none */
let drawn = null;

/** The drawing comes a moment later: then the wall is measured and drawn anew. */
function fetchDrawing() {
  import("../../shared/grid_chart.js").then((found) => {
    drawn = found;
    dispatchEvent(new Event("resize"));
  });
}

/** About the place it has beside its list, so that its words are as large as others on the wall. */
function sizeOf() {
  return { width: Math.round((innerWidth - vmin(9)) * 0.63), height: Math.round(innerHeight * 0.72), letter: vmin(2.5) };
}

/** What there is to place while people do, and where it stands once it is shown. @param {Desk} desk */
export function grid(desk) {
  if (!drawn) fetchDrawing();
  const chart = drawn && desk.counted ? drawn.gridChart(pointsOf(desk), { say: desk.say, language: desk.given.language, size: sizeOf() }) : null;
  return chart ? [chart] : cards(itemsOf(desk).map((row) => itemBody(desk, row)));
}
