/** What the to-be changes: how it feels before and after, one above the other, and what became of each moment. */

import { el } from "../../shared/dom.js";
import { sum } from "../parts.js";
import { aimed, chaptersOf, drawn, felt } from "./curve.js";
import { columns } from "./moments.js";

/** @typedef {import("../shown_desk.js").ShownDesk} Desk */

/** Which as-is moments a to-be moment comes from. @param {Desk} desk @param {any} moment @returns {string[]} */
function originsOf({ model }, moment) {
  return [moment.origin, ...model.rows("origins", moment.id).map((row) => row.as_is)].filter(Boolean);
}

/** @param {Desk} desk */
export function compare(desk) {
  const { model } = desk;
  if (model.header()?.kind !== "to-be" || !model.moments().length) return null;
  const curves = pairOf(desk);
  if (curves) return [sum(found(desk)), curves];
  const fresh = columns(desk, { wanted: (moment) => !originsOf(desk, moment).length });
  if (fresh) return [sum(found(desk), desk.say("screen-new-here")), ...fresh];
  return [sum(found(desk)), ...(columns(desk) ?? [])];
}

/**
 * What the to-be takes along, what it merges, what is new in it; and where the as-is is there, what was left out.
 *
 * @param {Desk} desk
 */
function found(desk) {
  const { say, model, before } = desk;
  const origins = model.moments().map((moment) => originsOf(desk, moment));
  const of = (/** @type {(n: number) => boolean} */ many) => origins.filter((one) => many(one.length)).length;
  const merged = of((n) => n > 1);
  const kept = new Set(origins.flat());
  const dropped = (before?.moments() ?? []).filter(({ id }) => !kept.has(id)).length;
  return [
    say("screen-taken", { n: of((n) => n === 1) }),
    merged ? say("screen-merged", { n: merged }) : "",
    dropped ? say("screen-dropped", { n: dropped }) : "",
    say("screen-new", { n: of((n) => n === 0) }),
  ];
}

/** Before and after; null where only one of them has anything to show. @param {Desk} desk */
function pairOf(desk) {
  const { model, before } = desk;
  const today = before && drawn(desk, chaptersOf(before, felt), "map");
  const then = drawn(desk, chaptersOf(model, aimed(model)), "aim");
  if (!today || !then) return null;
  return el("div", { class: "pair" }, ...[today, then].map((parts) => el("section", {}, ...parts)));
}
