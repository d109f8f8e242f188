/** The last step of a workshop. */

import { inColumns, list, words } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** At the end: what was decided, and what was set aside. @param {Desk} desk */
export function talk(desk) {
  const { say, step } = desk;
  if (step.number !== step.of) return null;
  const side = (/** @type {string} */ name, /** @type {string[]} */ kinds) => {
    const rows = [...desk.aside.here, ...desk.aside.elsewhere].filter(({ kind }) => kinds.includes(kind));
    const bodies = rows.map(({ text, kind }) => words(text, [kind === "idea" ? say("kind-idea") : ""]));
    return rows.length ? list(`${name} · ${rows.length}`, bodies) : null;
  };
  const sides = [side(say("screen-decisions"), ["decision"]), side(say("parking"), ["parked", "idea"])];
  return sides.some(Boolean) ? [inColumns(sides, "columns told")] : null;
}
