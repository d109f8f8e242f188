/** The last step: what was decided, with who owns it and when it is looked at again; and what is still parked. */

import { afterwardsSaid, ownedSaid } from "../../room/steps/decision_words.js";
import { inColumns, list, sum, words } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** @param {Desk} desk */
export function decisions(desk) {
  const { say } = desk;
  const { here, elsewhere, n } = desk.decided;
  const decided = [...here, ...elsewhere].map((row) => words(row.text, ownedSaid(desk, row)));
  const parked = [...desk.aside.here, ...desk.aside.elsewhere].map(({ text, kind }) => words(text, [kind === "idea" ? say("kind-idea") : ""]));
  const sides = [
    list(say("decisions-n", { n }), decided, { kind: "lines", none: say("decision-none") }),
    // Decisions have all the width where nothing is parked.
    parked.length || !n ? list(say("parking-n", { n: parked.length }), parked, { kind: "lines", none: say("parking-none") }) : null,
  ];
  return [sum(afterwardsSaid(desk)), inColumns(sides, "columns told decided")];
}
