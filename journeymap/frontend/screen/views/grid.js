/** The impact–effort grid, as the room filled it in. */

import { gridChart } from "../../shared/grid_chart.js";
import { itemBody, itemsOf } from "../../room/steps/answers.js";
import { pointsOf } from "../../room/steps/grid_points.js";
import { cards } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** What there is to place while people do, and where it stands once it is shown. @param {Desk} desk */
export function grid(desk) {
  const chart = desk.counted ? gridChart(pointsOf(desk), { say: desk.say, language: desk.given.language }) : null;
  return chart ? [chart] : cards(itemsOf(desk).map((row) => itemBody(desk, row)));
}
