/** How the room answered, moment by moment: the mean, how far apart, and where most is to be won. */

import { opportunity } from "../../board/results.js";
import { el } from "../../shared/dom.js";
import { faceIcon, step } from "../../shared/faces.js";
import { FEELINGS, SCORES } from "../../room/parts.js";
import { itemsOf } from "../../room/steps/answers.js";
import { spread } from "../../room/tally.js";
import { MOST, vmin } from "../parts.js";

/** @typedef {import("../../room/desk.js").Desk} Desk */
/** @typedef {{ n: number, mean: number, median: number, counts: number[] }} Asked */

/** So many rows fit in one column; more stand in two where there is but one question. */
const ONE_COLUMN = 6;

/** What the step asks. @param {Desk} desk @returns {string[]} */
function questionsOf({ step }) {
  const asked = step.ballot?.questions ?? [];
  return asked.length ? asked : ["felt"];
}

/** @param {Desk} desk */
export function answers(desk) {
  const { say } = desk;
  const names = questionsOf(desk);
  const all = itemsOf(desk).map((item) => {
    const asked = names.map((name) => counted(desk.votes(name).get(item.id) ?? [], name));
    return { item, asked, worth: worth(asked[names.indexOf("importance_customer")], asked[names.indexOf("satisfaction")]) };
  });
  const found = all.filter(({ asked }) => asked.some(Boolean));
  if (!found.length) return null;
  const wins = names.includes("importance_customer") && names.includes("satisfaction");
  const rises = !wins && ["felt", "satisfaction"].includes(names[0]);
  inOrder(found, wins, rises);
  const rows = found.slice(0, MOST).map((one) => rowOf(desk, one, names, wins));
  const lowest = rises ? "screen-lowest" : "screen-highest";
  const order = say(wins ? "screen-most-won" : lowest);
  const wide = names.length === 1 && found.length > ONE_COLUMN;
  const classes = ["answers", `q${names.length}`, wins && "wins", wide && "wide"].filter(Boolean).join(" ");
  const list = el("ol", { "data-column": "", "data-rest": all.length - rows.length }, ...rows);
  return [el("div", { class: classes }, heading(desk, names, order, wins), list)];
}

/**
 * A moment and how the room answered about it.
 *
 * @param {Desk} desk
 * @param {{ item: import("../../live/rows.js").Row, asked: (Asked | null)[], worth: number | null }} one
 * @param {string[]} names
 * @param {boolean} wins
 */
function rowOf(desk, one, names, wins) {
  return el(
    "li",
    { class: "row", "data-card": "" },
    el("span", { class: "text", dir: "auto", text: one.item.text }),
    ...one.asked.map((asked, at) => cell(desk, names[at], asked)),
    wins ? el("b", { class: "worth", text: one.worth === null ? "" : said(desk, one.worth) }) : null,
  );
}

/**
 * What was asked, and in which order the answers stand.
 *
 * @param {Desk} desk
 * @param {string[]} names
 * @param {string} order
 * @param {boolean} wins
 */
function heading({ say }, names, order, wins) {
  const asking = names.map((name) => say(`question-${name.replace("_", "-")}`));
  if (names.length === 1) return el("p", { class: "asking-of", text: `${asking[0]} ${order}.` });
  const top = [order, ...asking, ...(wins ? [say("screen-opportunity")] : [])];
  return el("div", { class: "row asking-of" }, ...top.map((text) => el("span", { text })));
}

/**
 * What the room should look at first: the most to be won, the worst, the most important.
 *
 * @param {{ asked: (Asked | null)[], worth: number | null }[]} found
 * @param {boolean} wins
 * @param {boolean} rises
 */
function inOrder(found, wins, rises) {
  const mean = (/** @type {Asked | null} */ asked) => asked?.mean ?? (rises ? 9 : -9);
  const first = (/** @type {typeof found[0]} */ { asked, worth: most }) => (wins ? (most ?? -1) : mean(asked[0]));
  found.sort((one, other) => (rises ? first(one) - first(other) : first(other) - first(one)));
}

/** @param {readonly { value: number }[]} votes @param {string} name @returns {Asked | null} */
function counted(votes, name) {
  const { n, mean, median, counts } = spread(votes, name === "felt" ? FEELINGS : SCORES);
  return median === null || mean === null ? null : { n, mean, median, counts };
}

/**
 * How much there is to win where it matters to the customer.
 *
 * @param {Asked | null | undefined} importance
 * @param {Asked | null | undefined} satisfaction
 */
function worth(importance, satisfaction) {
  return importance && satisfaction ? opportunity(importance.mean, satisfaction.mean) : null;
}

/** @param {Desk} desk @param {number} value */
function said({ given }, value) {
  return value.toLocaleString(given.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/**
 * One question of one moment: a bar for each answer beside the mean; of feelings, the face in the middle.
 *
 * @param {Desk} desk
 * @param {string} name
 * @param {Asked | null} asked
 */
function cell(desk, name, asked) {
  if (!asked) return el("span", { class: "cell", text: "–" });
  const felt = name === "felt";
  const most = Math.max(...asked.counts);
  const bars = asked.counts.map((count, at) =>
    el(
      "span",
      { class: "bar" },
      el("i", { class: `h${count ? Math.max(1, Math.round((count / most) * 10)) : 0}` }),
      felt ? faceIcon(FEELINGS[at], vmin(2.2), "") : el("small", { text: String(SCORES[at]) }),
    ),
  );
  const middle = felt ? faceIcon(asked.median, vmin(5), "") : el("b", { text: said(desk, asked.mean) });
  const words = desk.say("spread-said", { n: asked.n, text: felt ? desk.scale[step(asked.median)] : String(asked.median) });
  return el(
    "span",
    { class: "cell" },
    el("span", { class: "unseen", text: words }),
    el("span", { class: "middle", "aria-hidden": "true" }, middle),
    el("span", { class: "bars", "aria-hidden": "true" }, ...bars),
  );
}
