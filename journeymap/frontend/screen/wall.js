/** What fills the room's screen now, and what it is drawn from: what is drawn from the same is not drawn again. */

import { el } from "../shared/dom.js";
import { momentBody } from "../room/cards.js";
import { fitOne } from "./fit.js";
import { words } from "./parts.js";
import { VIEWS } from "./views/registry.js";

/** @typedef {import("../room/desk.js").Desk} Desk */
/** @typedef {{ key: string, draw: () => Node[] | null }} Wall `draw` answers null where there is nothing to show yet */

/** What the screen was told to show. @param {Desk} desk @returns {string} */
export function viewOf({ now }) {
  return now?.screen?.shows ?? "step";
}

/** Whether before and after are compared now. @param {Desk} desk */
export function comparesIn(desk) {
  const view = viewOf(desk);
  return view === "compare" || (view === "step" && desk.begun?.rules.wall === "compare");
}

/**
 * What to show; null where it is words.
 *
 * @param {Desk} desk
 * @param {import("./shown_desk.js").ShownDesk} shown the same, with the step whose results are meant
 * @returns {Wall | null}
 */
export function wallOf(desk, shown) {
  if (desk.isClosed) return null;
  const light = spot(desk);
  if (light) return light;
  const view = viewOf(desk);
  const draw = VIEWS[view];
  if (!draw) return null;
  return { key: `${view}|${drawnFrom(desk)}|${JSON.stringify([shown.begun?.id, shown.before?.revision])}`, draw: () => draw(shown) };
}

/** All that a picture may tell: the map, where the workshop is, and what was counted. @param {Desk} desk */
function drawnFrom({ session, model, now }) {
  const { step, tallies, customers, uncounted, aside, decided, workshop, screen } = /** @type {Record<string, any>} */ (now ?? {});
  const { id, state, number, of } = step ?? {};
  const whose = [workshop?.owner, workshop?.next_review];
  const counted = [tallies, customers, uncounted];
  return JSON.stringify([session.map, model.revision, id, state, number, of, counted, aside, decided, whose, screen?.stories]);
}

/** The one card everybody looks at. @param {Desk} desk @returns {Wall | null} */
function spot(desk) {
  const at = desk.now?.spotlight;
  const found = at ? desk.model.find(at) : undefined;
  if (!found) return null;
  const { table, row } = found;
  const parts = table === "moments" ? momentBody(desk, row, { episode: true, size: 88 }) : words(row.text ?? row.title ?? row.name ?? "", []);
  const card = el("div", { class: "spot", "data-placed": "", onplaced: () => fitOne(card) }, ...parts);
  return { key: `spot|${at}|${desk.session.map}|${desk.model.revision}`, draw: () => [card] };
}
