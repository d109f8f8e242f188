/** The to-be from its end to its beginning: what each episode is to come to, and its moments, the last one first. */

import { el } from "../../shared/dom.js";
import { step } from "../../shared/faces.js";
import { heading, inColumns, MOST } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** @param {Desk} desk */
export function reversed(desk) {
  const episodes = desk.model.rows("episodes");
  if (!episodes.length) return null;
  return [inColumns([...episodes].reverse().map((row, at) => column(desk, row, episodes.length - 1 - at)))];
}

/** @param {Desk} desk @param {any} episode @param {number} at */
function column(desk, episode, at) {
  const moments = [...desk.model.rows("moments", episode.id)].reverse();
  const aim = episode.targeted_label || (typeof episode.targeted_valence === "number" ? desk.scale[step(episode.targeted_valence)] : "");
  const said = [episode.outcome, aim && desk.say("aims-at", { text: aim })].filter(Boolean);
  const cards = moments.slice(0, MOST).map(({ text }) => el("li", { class: "card", "data-card": "" }, el("span", { class: "text", dir: "auto", text })));
  return el(
    "section",
    { "data-column": "", "data-rest": moments.length - cards.length },
    heading(episode.title, at),
    ...said.map((text) => el("p", { class: "sum", dir: "auto", text })),
    el("ul", { class: "flat" }, ...cards),
  );
}
