/** How should it go: what the room would keep, change and drop of today, where it differs first; and what is new. */

import { decidedOf, proposalsSaid, proposedIn } from "../../room/steps/proposal_counts.js";
import { inColumns, list, sum, words } from "../parts.js";
import { columns } from "./moments.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** @param {Desk} desk */
export function proposals(desk) {
  const { say, model } = desk;
  const found = proposedIn(desk);
  const rows = model.moments().filter(({ id, origin }) => origin && found.has(id));
  if (!rows.length) return columns(desk);
  const all = model.moments().filter(({ origin }) => origin).length;
  const said = (/** @type {any} */ row) => proposalsSaid(desk, row.id, found.get(row.id));
  const bodies = (/** @type {any[]} */ some) => some.map((row) => words(row.text, [said(row)]));
  const groups = [
    [say("fates-differ"), rows.filter(({ id }) => !decidedOf(found.get(id)))],
    ...["change", "drop", "keep"].map((answer) => [say(`fate-${answer}`), rows.filter(({ id }) => decidedOf(found.get(id)) === answer)]),
  ];
  const sides = groups.filter(([, some]) => some.length).map(([title, some]) => list(`${title} · ${some.length}`, bodies(/** @type {any[]} */ (some))));
  const n = rows.filter(({ id }) => decidedOf(found.get(id))).length;
  const fresh = model.moments().filter(({ origin }) => !origin).length;
  return [sum([say("proposals-room", { n, all }), fresh ? say("screen-new", { n: fresh }) : ""]), inColumns(sides, "columns told")];
}
