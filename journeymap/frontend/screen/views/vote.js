/** A vote: what there is to vote on while it runs, and the ranking once it is counted. */

import { el } from "../../shared/dom.js";
import { itemBody, itemsOf } from "../../room/steps/answers.js";
import { ranked } from "../../room/tally.js";
import { MOST, cards } from "../parts.js";
import { columns } from "./moments.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** @param {Desk} desk */
export function vote(desk) {
  return desk.step.state === "running" ? voted(desk) : ranking(desk);
}

/** What there is to vote on. @param {Desk} desk */
function voted(desk) {
  return (desk.step.ballot?.items ?? "moments") === "moments" ? columns(desk) : cards(itemsOf(desk).map((row) => itemBody(desk, row)));
}

/** Most dots first, as bars; ties have one rank. @param {Desk} desk */
function ranking(desk) {
  const dots = desk.votes();
  const all = ranked(itemsOf(desk), (row) => dots.get(row.id)?.length ?? 0).filter(({ n }) => n > 0);
  if (!all.length) return null;
  const rows = all.slice(0, MOST).map(({ item, n, rank, tied }) =>
    el(
      "li",
      { "data-card": "" },
      el("b", { text: tied ? desk.say("rank-tied", { rank }) : String(rank) }),
      el(
        "span",
        { class: "words" },
        el("span", { class: "text", dir: "auto", text: item.text }),
        el("progress", { max: all[0].n, value: n, "aria-hidden": "true" }),
      ),
      el("b", { text: desk.say("dots-n", { n }) }),
    ),
  );
  return [el("ol", { class: "ranking", "data-column": "", "data-rest": all.length - rows.length }, ...rows)];
}
