/** What fills the room's screen now, and what it is drawn from: what is drawn from the same is not drawn again. */

import { el } from "../shared/dom.js";
import { momentBody } from "../room/cards.js";
import { WALLS } from "./views/registry.js";

/** @typedef {import("../room/desk.js").Desk} Desk */
/** @typedef {{ key: string, draw: () => Node[] | null }} Wall `draw` answers null where there is nothing to show yet */

/** What to show; null where nothing is to be shown, above all while something is hidden. @param {Desk} desk @returns {Wall | null} */
export function wallOf(desk) {
  const { step, now, model } = desk;
  const light = spot(desk);
  if (light) return light;
  // Without a wall the words and the way in stand large: at the first step people are still coming.
  const draw = drawingOf(desk);
  if (!draw) return null;
  const key = [desk.session.map, model.revision, step.id, step.state, step.number, step.of, JSON.stringify(now?.tallies ?? null), JSON.stringify(now?.aside ?? null)].join("|");
  return { key, draw: () => draw(desk) };
}

/** How the wall of the step is drawn that everybody may see now. @param {Desk} desk */
function drawingOf({ begun: step, isClosed }) {
  return step && !isClosed && !step.private ? WALLS[step.rules.wall ?? ""] : null;
}

/** The one card everybody looks at. @param {Desk} desk @returns {Wall | null} */
function spot(desk) {
  const at = desk.now?.spotlight;
  const found = at ? desk.model.find(at) : undefined;
  if (!found) return null;
  const { table, row } = found;
  const text = row.text ?? row.title ?? row.name ?? "";
  const parts = table === "moments" ? momentBody(desk, row, { episode: true, size: 88 }) : [el("span", { class: "text", dir: "auto", text })];
  return { key: `spot|${at}|${desk.model.revision}`, draw: () => [el("div", { class: "spot" }, ...parts)] };
}
