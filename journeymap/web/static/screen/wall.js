// @ts-check
/** What was made, once everybody may see it: cards by episode, dots as bars, answers as faces. */

import { el } from "../board/dom.js";
import { faceIcon } from "../board/faces.js";
import { momentBody } from "../room/cards.js";
import { FEELINGS, SCORES } from "../room/parts.js";
import { itemsOf } from "../room/steps/answering.js";
import { pathBody } from "../room/steps/paths.js";
import { ranked, spread } from "../room/tally.js";

/** @typedef {import("../room/desk.js").Desk} Desk */
/** @typedef {{ key: string, draw: () => Node[] }} Wall */

/** More than this fits no column of a screen: how many more there are is said. */
const MOST = 40;

export const ANSWERED = new Set(["emotions", "scores", "vote", "validate"]);
/** Here the words and the way in stand large: at the first step people are still coming. */
const NOTHING = new Set(["scope", "break", "talk", "free"]);

/** What to show; null where nothing is to be shown, above all while something is hidden. @param {Desk} desk @returns {Wall | null} */
export function wallOf(desk) {
  const { step, now, model } = desk;
  if (!step || step.state === "waiting" || step.private || now?.workshop?.closed || NOTHING.has(step.kind)) return spot(desk);
  const key = `${step.id}|${step.state}|${model.revision}|${now?.spotlight}|${JSON.stringify(now?.tallies ?? null)}`;
  const light = spot(desk);
  if (light) return light;
  switch (step.kind) {
    case "vote":
      return step.state === "running" ? columns(desk, key) : { key, draw: () => [ranking(desk)] };
    case "emotions":
    case "scores":
      return { key, draw: () => [answers(desk)] };
    case "paths":
      return { key, draw: () => [flat(model.rows("paths").map((row) => pathBody(desk, row)))] };
    case "episodes":
      return { key, draw: () => [flat(model.rows("episodes").map((row) => [row.title]))] };
    default:
      return columns(desk, key);
  }
}

/** The one card everybody looks at. @param {Desk} desk @returns {Wall | null} */
function spot(desk) {
  const at = desk.now?.spotlight;
  const found = at ? desk.model.find(at) : undefined;
  if (!found) return null;
  const { table, row } = found;
  const parts = table === "moments" ? momentBody(desk, row, { episode: true, size: 88 }) : [el("span", { class: "text", dir: "auto", text: row.text ?? row.title ?? row.name ?? "" })];
  return { key: `spot|${at}|${desk.model.revision}`, draw: () => [el("div", { class: "spot" }, ...parts)] };
}

/** @param {Desk} desk @param {string} key @returns {Wall} */
function columns(desk, key) {
  const targeted = desk.step.kind === "to-be";
  return {
    key,
    draw: () => [
      el(
        "div",
        { class: "columns" },
        ...desk.model.rows("episodes").map((episode) =>
          el(
            "section",
            { "data-column": "", "data-rest": Math.max(0, desk.model.rows("moments", episode.id).length - MOST) },
            el("h2", { dir: "auto", text: episode.title }),
            ...desk.model.rows("moments", episode.id).slice(0, MOST).map((moment) => el("div", { class: "card", "data-card": "" }, el("span", { class: "body" }, ...momentBody(desk, moment, { targeted })))),
          ),
        ),
      ),
    ],
  };
}

/** @param {(Node | string)[][]} cards */
function flat(cards) {
  return el("div", { class: "flat", "data-column": "" }, ...cards.map((card) => el("div", { class: "card", "data-card": "", dir: "auto" }, ...card)));
}

/** Most dots first, as bars; ties have one rank. @param {Desk} desk */
function ranking(desk) {
  const dots = desk.votes();
  const all = ranked(itemsOf(desk), (row) => dots.get(row.id)?.length ?? 0).filter(({ n }) => n > 0);
  const most = Math.max(1, all[0]?.n ?? 1);
  return el(
    "ol",
    { class: "ranking", "data-column": "" },
    ...all.map(({ item, n, rank, tied }) =>
      el(
        "li",
        { "data-card": "" },
        el("b", { text: tied ? desk.say("rank-tied", { rank }) : String(rank) }),
        el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text: item.text }), el("progress", { max: most, value: n, "aria-hidden": "true" })),
        el("b", { text: desk.say("dots-n", { n }) }),
      ),
    ),
  );
}

/** Each moment with how the room answered: the middle, and how far apart. @param {Desk} desk */
function answers(desk) {
  const names = desk.step.ballot?.questions?.length ? desk.step.ballot.questions : ["felt"];
  const name = names[0];
  const values = name === "felt" ? FEELINGS : SCORES;
  const votes = desk.votes(name);
  return el(
    "div",
    { class: "flat", "data-column": "" },
    ...itemsOf(desk).map((row) => {
      const { n, median, counts } = spread(votes.get(row.id) ?? [], values);
      const most = Math.max(1, ...counts);
      const middle = median === null ? null : name === "felt" ? faceIcon(median, 44, desk.scale[Math.round(median) + 2]) : el("b", { text: String(median) });
      return el(
        "div",
        { class: "card", "data-card": "" },
        el("span", { class: "body" }, middle, el("span", { class: "words" }, el("span", { class: "text", dir: "auto", text: row.text }), el("small", { text: n ? desk.say("screen-made-answers", { n }) : desk.say("no-answers") }))),
        n === 0 ? null : el("span", { class: "bars", "aria-hidden": "true" }, ...counts.map((count) => el("span", { class: "bar" }, el("i", { class: `h${Math.round((count / most) * 10)}` })))),
      );
    }),
  );
}
