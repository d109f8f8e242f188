/** What is to be built. */

import { sum, words } from "../parts.js";
import { columns } from "./moments.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** Every moment of the to-be is a story, every episode an epic. @param {Desk} desk */
export function stories(desk) {
  const { say, model } = desk;
  const why = (/** @type {any} */ { id }) => model.rows("needs", id).map((need) => need.text).join("; ");
  const body = (/** @type {any} */ moment) => words(moment.text, [why(moment) && say("because-said", { text: why(moment) })]);
  const found = model.header()?.kind === "to-be" ? columns(desk, { told: body }) : null;
  const counts = [say("screen-stories", { n: model.moments().length }), say("screen-epics", { n: model.rows("episodes").length })];
  return found && [sum(counts), ...found];
}
