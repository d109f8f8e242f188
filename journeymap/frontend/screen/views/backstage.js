/** The work behind the scenes. */

import { inColumns, list, words } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** What happens behind the moments, and what hurts there. @param {Desk} desk */
export function backstage(desk) {
  const { say, model } = desk;
  const side = (/** @type {string} */ key, /** @type {string} */ table) => {
    const rows = desk.all(table);
    const bodies = rows.map((row) => words(row.text, [row.team, row.system, model.row("moments", row.parent ?? "")?.text]));
    return rows.length ? list(`${say(key)} · ${rows.length}`, bodies) : null;
  };
  const sides = [side("backstage-steps", "backstage_steps"), side("backstage-pains", "pain_points")];
  return sides.some(Boolean) ? [inColumns(sides, "columns told")] : null;
}
