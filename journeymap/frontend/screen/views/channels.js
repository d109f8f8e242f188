/** The channels that were found. */

import { sweepWords } from "../../room/sweep_words.js";
import { el } from "../../shared/dom.js";
import { inColumns, list, sum } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** How many were thought of at first and how many were found; ours, and those that are not. @param {Desk} desk */
export function channels(desk) {
  const { say } = desk;
  const all = desk.model.rows("channels");
  if (!all.length) return null;
  const side = (/** @type {string} */ key, /** @type {any[]} */ rows) => {
    const names = rows.map(({ name }) => [el("span", { class: "text", dir: "auto", text: name })]);
    return list(`${say(key)} · ${rows.length}`, names, { kind: "names", none: say("channels-none-here") });
  };
  return [
    sum([sweepWords(say, all)]),
    inColumns([side("ours", all.filter(({ owned }) => owned)), side("not-ours", all.filter(({ owned }) => !owned))]),
  ];
}
