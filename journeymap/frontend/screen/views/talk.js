/** The last step of a workshop. */

import { decisions } from "./decisions.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** At the end: what was decided, and what was set aside. @param {Desk} desk */
export function talk(desk) {
  return desk.step.number === desk.step.of && desk.decided.n + desk.aside.n ? decisions(desk) : null;
}
