/** The map on the beamer: chapters and their moments; where not all find a place, those that decide come first. */

import { el } from "../../shared/dom.js";
import { momentBody } from "../../room/cards.js";
import { vmin } from "../parts.js";
import { columns } from "./moments.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** @param {Desk} desk */
export function board(desk) {
  const { model, say } = desk;
  const targeted = model.header()?.kind === "to-be";
  const hurts = (/** @type {any} */ { id }) => model.rows("pain_points", id).length;
  const sign = (/** @type {string} */ text, /** @type {string} */ key) =>
    el("span", { class: "sign" }, el("span", { "aria-hidden": "true", text }), el("span", { class: "unseen", text: say(key) }));
  return columns(desk, {
    all: true,
    weight: (moment) => (moment.moment_of_truth ? 8 : 0) + (hurts(moment) ? 4 : 0) + Math.abs(moment.felt_valence ?? 0),
    body: (moment) => [
      ...momentBody(desk, moment, { targeted, size: vmin(2.6) }),
      moment.moment_of_truth ? sign("★", "screen-truth") : null,
      hurts(moment) ? sign("!", "screen-pain") : null,
    ],
  });
}
