/** The ways through the journey, as cards. */

import { pathBody } from "../../room/steps/paths.js";
import { cards } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** @param {Desk} desk */
export function paths(desk) {
  return cards(desk.all("paths").map((row) => pathBody(desk, row)));
}
