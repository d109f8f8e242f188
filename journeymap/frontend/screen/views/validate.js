/** What customers said. */

import { cards, sum, words } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */

/** What was said of each moment: first what is contested, for that is to be talked about. @param {Desk} desk */
export function validate(desk) {
  const { say } = desk;
  /** @type {Map<string, any[]>} */
  const said = new Map(desk.all("moments").map(({ id }) => [id, []]));
  for (const verdict of desk.model.rows("verdicts")) said.get(verdict.item)?.push(verdict);
  const of = (/** @type {string} */ id, /** @type {string} */ verdict) =>
    (said.get(id) ?? []).filter((one) => one.verdict === verdict).length;
  const judged = desk.all("moments").filter(({ id }) => said.get(id)?.length);
  if (!judged.length) return null;
  const standing = (/** @type {any} */ { id }) => (of(id, "contest") ? "contested" : of(id, "confirm") ? "confirmed" : "unsure");
  const by = (/** @type {string} */ one) => judged.filter((moment) => standing(moment) === one);
  const contested = by("contested").sort((one, other) => of(other.id, "contest") - of(one.id, "contest"));
  const confirmed = by("confirmed");
  const rows = [...contested, ...confirmed, ...by("unsure")];
  const found = cards(
    rows.map((moment) => {
      const counts = ["confirm", "contest", "unsure"].filter((one) => of(moment.id, one));
      const note = said.get(moment.id)?.find((one) => one.verdict === "contest" && one.note)?.note;
      return words(moment.text, [...counts.map((one) => `${say(`verdict-${one}`)} ${of(moment.id, one)}`), note && `“${note}”`]);
    }),
    (at) => standing(rows[at]),
  );
  const open = said.size - judged.length;
  const counted = [say("screen-contested", { n: contested.length }), say("screen-confirmed", { n: confirmed.length })];
  return [sum([...counted, open ? say("screen-unanswered", { n: open }) : ""]), ...(found ?? [])];
}
