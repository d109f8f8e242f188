/** What a step makes, once everybody may see it: cards by episode, dots as bars, answers with their spread, lists. */

import { el } from "../shared/dom.js";
import { momentBody, small } from "../room/cards.js";
import { itemBody, itemsOf } from "../room/steps/answers.js";
import { pathBody } from "../room/steps/paths.js";
import { ranked } from "../room/tally.js";
import { answers } from "./answers.js";
import { MOST, cards, heading, list, vmin } from "./parts.js";

/** @typedef {import("../room/desk.js").Desk} Desk */
/** @typedef {{ key: string, draw: () => Node[] | null }} Wall `draw` answers null where there is nothing to show yet */

/** @type {Record<string, (desk: Desk) => Node[] | null>} */
export const WALLS = {
  episodes: (desk) => titles(desk),
  moments: (desk) => columns(desk),
  channels,
  paths: (desk) => cards(desk.all("paths").map((row) => pathBody(desk, row))),
  answers,
  vote: (desk) => (desk.step.state === "running" ? voted(desk) : ranking(desk)),
  backstage,
  validate,
  compare,
  stories,
  talk,
};

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

/** @param {Desk} desk */
function titles(desk) {
  return cards(desk.model.rows("episodes").map((row) => [el("span", { class: "text", dir: "auto", text: row.title })]));
}

/**
 * Moments by episode.
 *
 * @param {Desk} desk
 * @param {{ wanted?: (moment: any) => boolean, body?: (moment: any) => (Node | null)[] }} [how] `body`: said otherwise
 */
function columns(desk, { wanted = () => true, body } = {}) {
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

/** How many were thought of at first and how many were found; ours, and those that are not. @param {Desk} desk */
function channels(desk) {
  const { say } = desk;
  const all = desk.model.rows("channels");
  if (!all.length) return null;
  const side = (/** @type {string} */ key, /** @type {any[]} */ rows) => {
    const names = rows.map(({ name }) => [el("span", { class: "text", dir: "auto", text: name })]);
    return list(`${say(key)} · ${rows.length}`, names, { kind: "names", none: say("channels-none-here") });
  };
  return [
    sum([say("channels-found", { assumed: all.filter(({ assumed }) => assumed).length, n: all.length })]),
    el("div", { class: "columns" }, side("ours", all.filter(({ owned }) => owned)), side("not-ours", all.filter(({ owned }) => !owned))),
  ];
}

/** What happens behind the moments, and what hurts there. @param {Desk} desk */
function backstage(desk) {
  const { say, model } = desk;
  const side = (/** @type {string} */ key, /** @type {string} */ table) => {
    const rows = desk.all(table);
    const bodies = rows.map((row) => words(row.text, [row.team, row.system, model.row("moments", row.parent ?? "")?.text]));
    return rows.length ? list(`${say(key)} · ${rows.length}`, bodies) : null;
  };
  const sides = [side("backstage-steps", "backstage_steps"), side("backstage-pains", "pain_points")];
  return sides.some(Boolean) ? [el("div", { class: "columns told" }, ...sides)] : null;
}

/** What was said of each moment: first what is contested, for that is to be talked about. @param {Desk} desk */
function validate(desk) {
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

/** Which as-is moments a to-be moment comes from. @param {Desk} desk @param {any} moment */
function originsOf({ model }, moment) {
  return [moment.origin, ...model.rows("origins", moment.id).map((row) => row.as_is)].filter(Boolean);
}

/**
 * What the to-be takes along, what it merges, and what is new in it. What was left out, and what was changed in
 * a moment that was taken along, only the as-is knows.
 *
 * @param {Desk} desk
 */
function compare(desk) {
  const { say, model } = desk;
  const moments = model.moments();
  if (model.header()?.kind !== "to-be" || !moments.length) return null;
  const of = (/** @type {(n: number) => boolean} */ many) => moments.filter((moment) => many(originsOf(desk, moment).length)).length;
  const merged = of((n) => n > 1);
  const found = [
    say("screen-taken", { n: of((n) => n === 1) }),
    merged ? say("screen-merged", { n: merged }) : "",
    say("screen-new", { n: of((n) => n === 0) }),
  ];
  const fresh = columns(desk, { wanted: (moment) => !originsOf(desk, moment).length });
  return [sum(found, fresh ? say("screen-new-here") : ""), ...(fresh ?? [])];
}

/** Every moment of the to-be is a story, every episode an epic. @param {Desk} desk */
function stories(desk) {
  const { say, model } = desk;
  const why = (/** @type {any} */ { id }) => model.rows("needs", id).map((need) => need.text).join("; ");
  const body = (/** @type {any} */ moment) => words(moment.text, [why(moment) && say("because-said", { text: why(moment) })]);
  const found = model.header()?.kind === "to-be" ? columns(desk, { body }) : null;
  const counts = [say("screen-stories", { n: model.moments().length }), say("screen-epics", { n: model.rows("episodes").length })];
  return found && [sum(counts), ...found];
}

/** At the end: what was decided, and what was set aside. @param {Desk} desk */
function talk(desk) {
  const { say, step } = desk;
  if (step.number !== step.of) return null;
  const side = (/** @type {string} */ name, /** @type {string[]} */ kinds) => {
    const rows = [...desk.aside.here, ...desk.aside.elsewhere].filter(({ kind }) => kinds.includes(kind));
    const bodies = rows.map(({ text, kind }) => words(text, [kind === "idea" ? say("kind-idea") : ""]));
    return rows.length ? list(`${name} · ${rows.length}`, bodies) : null;
  };
  const sides = [side(say("screen-decisions"), ["decision"]), side(say("parking"), ["parked", "idea"])];
  return sides.some(Boolean) ? [el("div", { class: "columns told" }, ...sides)] : null;
}

/** @param {string[]} parts @param {string} [under] */
function sum(parts, under = "") {
  return el("p", { class: "sum" }, parts.filter(Boolean).join(" · "), under ? el("small", { text: under }) : null);
}

/** @param {string} text @param {(string | null | undefined)[]} more */
function words(text, more) {
  return [el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text }), small(more))];
}
