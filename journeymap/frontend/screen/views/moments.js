/** Moments by episode. */

import { el } from "../../shared/dom.js";
import { momentBody } from "../../room/cards.js";
import { MOST, heading, inColumns, vmin } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/**
 * Moments by episode. `wanted`: which ones; `told`: how they are said, with what belongs to them; `body`: how they look;
 * `all`: episodes without moments, too, with their number; `weight`: what stays where not all find a place.
 *
 * @typedef {{ wanted?: (moment: any) => boolean, told?: (moment: any) => (Node | null)[], all?: boolean,
 *   body?: (moment: any) => (Node | null)[], weight?: (moment: any) => number }} Wishes
 */

/** @param {Desk} desk @param {Wishes} [wishes] */
export function columns(desk, { wanted, told, body, all = false, weight } = {}) {
  const { model } = desk;
  const episodes = model.rows("episodes");
  const isWanted = wanted ?? (() => true);
  if (!model.moments().some(isWanted) && !(all && episodes.length)) return null;
  const inner = told ?? body ?? ((/** @type {any} */ moment) => plainly(desk, moment));
  const card = (/** @type {any} */ moment) =>
    el("div", { class: "card", "data-card": "", "data-weight": weight?.(moment) }, el("span", { class: "body" }, ...inner(moment)));
  const sections = episodes.map((episode, at) => {
    const moments = model.rows("moments", episode.id).filter(isWanted);
    // Where only some are asked for, an episode without any takes no place from those that have.
    if (wanted && !moments.length) return null;
    const shown = (weight ? heaviest(moments, weight) : moments.slice(0, MOST)).map(card);
    const title = all ? `${episode.title} · ${moments.length}` : episode.title;
    return el("section", { "data-column": "", "data-rest": moments.length - shown.length }, heading(title, at), ...shown);
  });
  return [inColumns(sections, told ? "columns told" : "columns")];
}

/** @param {Desk} desk @param {any} moment */
function plainly(desk, moment) {
  return momentBody(desk, moment, { targeted: desk.step?.rules.feeling === "targeted", size: vmin(2.6) });
}

/** As many as a column can ever hold, in the order of the journey. @param {any[]} moments @param {(moment: any) => number} weight */
function heaviest(moments, weight) {
  const kept = new Set([...moments].sort((one, other) => weight(other) - weight(one)).slice(0, MOST));
  return moments.filter((moment) => kept.has(moment));
}
