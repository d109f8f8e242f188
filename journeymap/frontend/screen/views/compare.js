/** What the to-be changes. */

import { sum } from "../parts.js";
import { columns } from "./moments.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** Which as-is moments a to-be moment comes from. @param {Desk} desk @param {any} moment */
function originsOf({ model }, moment) {
  return [moment.origin, ...model.rows("origins", moment.id).map((row) => row.as_is)].filter(Boolean);
}

/**
 * What the to-be takes along, what it merges, and what is new in it. What was left out, and what was changed in
 * a moment that was taken along, only the as-is knows.
 *
 * @param {Desk} desk
 */
export function compare(desk) {
  const { say, model } = desk;
  const moments = model.moments();
  if (model.header()?.kind !== "to-be" || !moments.length) return null;
  const of = (/** @type {(n: number) => boolean} */ many) => moments.filter((moment) => many(originsOf(desk, moment).length)).length;
  const merged = of((n) => n > 1);
  const found = [
    say("screen-taken", { n: of((n) => n === 1) }),
    merged ? say("screen-merged", { n: merged }) : "",
    say("screen-new", { n: of((n) => n === 0) }),
  ];
  const fresh = columns(desk, { wanted: (moment) => !originsOf(desk, moment).length });
  return [sum(found, fresh ? say("screen-new-here") : ""), ...(fresh ?? [])];
}
