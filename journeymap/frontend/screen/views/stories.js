/** What is to be built. */

import { sum, words } from "../parts.js";
import { columns } from "./moments.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/**
 * What stays as it is today is nobody's work: the step knows what is not, and so does a screen that was sent here. Null
 * where nothing is known of it.
 *
 * @param {Desk} desk
 */
function wanted({ step, now }) {
  const asked = step?.rules.wall === "stories" ? step.asked : null;
  const told = asked ?? now?.screen?.stories;
  return told ? new Set(told) : null;
}

/** Every moment of the to-be that is new or another than today is a story, its episode an epic. @param {Desk} desk */
export function stories(desk) {
  const { say, model } = desk;
  const why = (/** @type {any} */ { id }) => model.rows("needs", id).map((need) => need.text).join("; ");
  const body = (/** @type {any} */ moment) => words(moment.text, [why(moment) && say("because-said", { text: why(moment) })]);
  const only = wanted(desk);
  const rows = model.moments().filter(({ id }) => !only || only.has(id));
  const found = model.header()?.kind === "to-be" ? columns(desk, { told: body, wanted: (row) => !only || only.has(row.id) }) : null;
  const counts = [say("screen-stories", { n: rows.length }), say("screen-epics", { n: only ? new Set(rows.map(({ parent }) => parent)).size : model.rows("episodes").length })];
  return found && [sum(counts), ...found];
}
