/** The chapters of the journey, as cards. */

import { el } from "../../shared/dom.js";
import { COLOURS, cards } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** @param {Desk} desk */
export function episodes(desk) {
  return cards(desk.model.rows("episodes").map((row) => [el("span", { class: "text", dir: "auto", text: row.title })]), (at) => `chapter e${at % COLOURS}`);
}
