/** The last step: what was decided, with who owns it and when it is looked at again; and what is still parked. */

import { ownedSaid } from "../../room/steps/decision_words.js";
import { inColumns, list, words } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** @param {Desk} desk */
export function decisions(desk) {
  const { say } = desk;
  const { here, elsewhere, n } = desk.decided;
  const decided = [...here, ...elsewhere].map((row) => words(row.text, ownedSaid(desk, row)));
  const parked = [...desk.aside.here, ...desk.aside.elsewhere].map(({ text, kind }) => words(text, [kind === "idea" ? say("kind-idea") : ""]));
  if (!n && !parked.length) return null;
  const sides = [n ? list(say("decisions-n", { n }), decided) : null, parked.length ? list(say("parking-n", { n: parked.length }), parked) : null];
  return [inColumns(sides, "columns told")];
}
