/** Moments by episode. */

import { el } from "../../shared/dom.js";
import { momentBody } from "../../room/cards.js";
import { MOST, heading, vmin } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/**
 * Moments by episode.
 *
 * @param {Desk} desk
 * @param {{ wanted?: (moment: any) => boolean, body?: (moment: any) => (Node | null)[] }} [how] `body`: said otherwise
 */
export function columns(desk, { wanted = () => true, body } = {}) {
  const { model, step } = desk;
  if (!model.moments().some(wanted)) return null;
  const targeted = step.rules.feeling === "targeted";
  const inner = body ?? ((/** @type {any} */ moment) => momentBody(desk, moment, { targeted, size: vmin(2.6) }));
  const card = (/** @type {any} */ moment) => el("div", { class: "card", "data-card": "" }, el("span", { class: "body" }, ...inner(moment)));
  return [
    el(
      "div",
      { class: body ? "columns told" : "columns" },
      ...model.rows("episodes").map((episode) => {
        const moments = model.rows("moments", episode.id).filter(wanted);
        const shown = moments.slice(0, MOST).map(card);
        return el("section", { "data-column": "", "data-rest": moments.length - shown.length }, heading(episode.title), ...shown);
      }),
    ),
  ];
}
