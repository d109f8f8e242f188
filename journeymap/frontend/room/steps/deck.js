/**
 * Answering one card at a time: emotions, scores, the grid. One begins where nothing is answered yet, so that a reload
 * or another device goes on where one was; afterwards all of it stands below one another, with what the room said.
 */

import { el, furnish } from "../../shared/dom.js";
import { onKeys } from "../../shared/keyboard.js";
import { quadrant } from "../../shared/quadrant.js";
import { question } from "../cards.js";
import { button, feelings, oneToFive } from "../parts.js";
import { asked, give, isOver, itemBody, itemsOf, myScore, progress, spreadOf } from "./answers.js";
import { pointsOf } from "./grid_points.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../desk.js").Refused} Refused */

/** So long one sees what one chose before the next card comes. */
const SEEN_MS = 280;

/** Emotions and scores. @param {Desk} desk */
export function scoresView(desk) {
  return isOver(desk) || (desk.observes && !desk.secret) ? results(desk) : deck(desk);
}

/** Impact and effort. @param {Desk} desk */
export function gridView(desk) {
  if (!isOver(desk) && !(desk.observes && !desk.secret)) return deck(desk);
  const place = el("div", { class: "grid-place" });
  const all = results(desk);
  const view = {
    element: el("div", { class: "one" }, place, el("details", { class: "add-more" }, el("summary", { text: desk.say("grid-each") }), all.element)),
    show() {
      all.show();
      if (!drawn) return;
      const chart = drawn.gridChart(pointsOf(desk), { say: desk.say, language: desk.given.language, narrow: true });
      place.replaceChildren(chart ?? el("p", { class: "hint", text: desk.say("no-answers") }));
    },
  };
  if (!drawn)
    import("../../shared/grid_chart.js").then((found) => {
      drawn = found;
      view.show();
    });
  return view;
}

/** @type {typeof import("../../shared/grid_chart.js") | null} fetched when there is a grid to draw: most rooms draw none */
let drawn = null;

/** What a step asks of each item. @param {Desk} desk @returns {string[]} */
export function questionsOf(desk) {
  return desk.step.ballot?.questions?.length ? desk.step.ballot.questions : ["felt"];
}

/** @param {string} name */
const key = (name) => name.replace("_", "-");

/**
 * One question of a card.
 *
 * @param {Desk} desk
 * @param {string} name
 * @param {(value: number) => void} onPick
 */
function partOf(desk, name, onPick) {
  const { say } = desk;
  const legend = say(`question-${key(name)}`);
  if (name === "felt") return feelings(desk, { legend, quiet: true, onPick });
  return oneToFive({ legend, low: say(`low-${key(name)}`), high: say(`high-${key(name)}`), onPick });
}

/** One card after the other. @param {Desk} desk */
function deck(desk) {
  const view = new Deck(desk);
  return { element: view.element, show: () => view.show(), refused: (/** @type {Refused} */ refused) => view.refused(refused) };
}

class Deck {
  /** @type {string | null} the item that is shown; null: the end */
  #at = null;
  #begun = false;
  /** @type {ReturnType<Deck["cardOf"]> | null} */
  #shown = null;
  /** @type {Map<string, string>} */
  #sent = new Map();
  /** Whoever points goes on by itself; with the keyboard the arrows choose, and one goes on when one says so. */
  #points = false;

  /** @param {Desk} desk */
  constructor(desk) {
    const { say } = desk;
    this.desk = desk;
    this.names = questionsOf(desk);
    this.done = progress(desk);
    this.card = el("ul", { class: "asks single" });
    this.where = el("p", { class: "card-of" });
    this.back = button(say("deck-back"), () => this.go(-1), { class: "quiet" });
    this.next = button("", () => this.go(1), { class: "next" });
    this.ways = el("div", { class: "ways deck-ways" }, this.back, this.where, this.next);
    this.room = el("p", { class: "hint" });
    this.none = el("p", { class: "hint", text: say("nothing-here") });
    this.end = el("div", { class: "calm", hidden: true, tabindex: "-1" });
    this.element = el("div", { class: this.names.length > 2 ? "one deck many" : "one deck" }, desk.observes ? null : this.done.element, this.none, this.card, this.end, this.ways, this.room);
    this.element.addEventListener("pointerdown", () => (this.#points = true));
    onKeys(this.element, () => (this.#points = false));
  }

  /** @param {any} row */
  isDone(row) {
    return this.names.every((name) => myScore(this.desk, row, name));
  }

  /** @param {any} row @param {string} name @param {number} value */
  pick(row, name, value) {
    const { desk } = this;
    const was = this.isDone(row);
    this.#shown?.why.say(desk.mayVote() ? null : desk.whyNot());
    const op = desk.mayVote() ? give(desk, row, name, value) : null;
    if (op) this.#sent.set(op, row.id);
    this.show();
    if (!op || !this.#points || was || !this.isDone(row)) return;
    setTimeout(() => this.#at === row.id && this.element.isConnected && this.go(1), SEEN_MS);
  }

  /** @param {any} row */
  cardOf(row) {
    const { desk, names } = this;
    const parts = new Map(names.map((name) => [name, partOf(desk, name, (value) => this.pick(row, name, value))]));
    const spot = names.includes("impact") && names.includes("effort") ? el("p", { class: "quarter", "aria-live": "polite" }) : null;
    const made = question(desk, row, desk.observes ? [] : [...[...parts.values()].map(({ element }) => element), spot]);
    made.element.tabIndex = -1;
    return {
      ...made,
      id: row.id,
      showNow: (/** @type {any} */ now) => {
        made.show(itemBody(desk, now));
        for (const [name, part] of parts) part.set(myScore(desk, now, name)?.value ?? null);
        made.element.classList.toggle("done", this.isDone(now));
        if (spot) furnish(spot, { text: quarterSaid(desk, now) });
      },
    };
  }

  /** On by so many cards; behind the last one is the end. @param {number} by */
  go(by) {
    const rows = itemsOf(this.desk);
    const now = this.#at === null ? rows.length : rows.findIndex(({ id }) => id === this.#at);
    this.turnTo(rows[Math.max(0, now + by)] ?? null);
  }

  /** @param {any} row null: the end */
  turnTo(row) {
    this.#at = row?.id ?? null;
    this.show();
    (row ? this.#shown?.element : this.end)?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
    if (row) this.desk.announce(`${this.where.textContent}. ${row.text}`);
  }

  show() {
    const rows = itemsOf(this.desk);
    this.none.hidden = rows.length > 0 || this.desk.model.revision === null;
    this.#find(rows);
    const row = rows.find(({ id }) => id === this.#at);
    this.#showCard(row);
    this.#showEnd(rows, !row && rows.length > 0);
    this.#showWays(rows, row);
    this.done.show(rows.filter((one) => this.isDone(one)).length, rows.length);
    const said = this.desk.veiled ? this.desk.say("vote-veiled") : roomSaid(this.desk, rows.length, this.names.length);
    furnish(this.room, { text: said, hidden: !said });
  }

  /** Where one begins, and where one is when a card is gone: at the first that is open. @param {any[]} rows */
  #find(rows) {
    const gone = this.#at !== null && !rows.some(({ id }) => id === this.#at);
    if (!rows.length || (this.#begun && !gone)) return;
    this.#begun = true;
    this.#at = rows.find((row) => !this.isDone(row))?.id ?? null;
  }

  /** @param {any} row */
  #showCard(row) {
    this.card.hidden = !row || this.desk.veiled;
    if (!row) return;
    if (this.#shown?.id !== row.id) {
      this.#shown = this.cardOf(row);
      this.card.replaceChildren(this.#shown.element);
    }
    this.#shown?.showNow(row);
  }

  /** @param {any[]} rows @param {boolean} there */
  #showEnd(rows, there) {
    this.end.hidden = !there;
    const open = there ? rows.filter((row) => !this.isDone(row)) : [];
    const { say } = this.desk;
    if (!there || this.end.dataset.open === String(open.length)) return;
    this.end.dataset.open = String(open.length);
    const way = open.length ? button(say("deck-open"), () => this.turnTo(itemsOf(this.desk).find((row) => !this.isDone(row)) ?? null), { class: "main" }) : "";
    this.end.replaceChildren(el("p", { class: "lead", text: say(open.length ? "deck-skipped" : "deck-done", { n: open.length }) }), way);
  }

  /** @param {any[]} rows @param {any} row */
  #showWays(rows, row) {
    const { say } = this.desk;
    this.ways.hidden = rows.length === 0 || this.desk.veiled;
    furnish(this.where, { text: row ? say("deck-of", { n: rows.indexOf(row) + 1, all: rows.length }) : "" });
    furnish(this.back, { "aria-disabled": row && row === rows[0] ? "true" : null });
    const on = row && this.isDone(row);
    furnish(this.next, { text: say(on || this.desk.observes ? "deck-next" : "deck-skip"), class: on ? "next main" : "next quiet", hidden: !row });
  }

  /** @param {Refused} refused */
  refused({ op, reason }) {
    const item = this.#sent.get(op);
    if (item && this.#shown?.id === item) this.#shown.why.say(reason ?? this.desk.say("queue-full"));
    return !!item;
  }
}

/** In which quarter I put it. @param {Desk} desk @param {any} row */
function quarterSaid(desk, row) {
  const [impact, effort] = ["impact", "effort"].map((name) => myScore(desk, row, name)?.value);
  return impact === undefined || effort === undefined ? "" : desk.say(`quadrant-${quadrant(impact, effort)}`);
}

/**
 * How far the room is, and not who: of all answers that are asked for, those that are there.
 *
 * @param {Desk} desk
 * @param {number} items
 * @param {number} questions
 */
export function roomSaid(desk, items, questions) {
  const { counts } = desk.now ?? {};
  const people = counts ? counts.people + counts.waiting : 0;
  if (!counts || !people || !items) return "";
  const share = Math.min(100, Math.round((counts.rows / (people * items * questions)) * 100));
  return desk.say("room-share", { n: share });
}

/** Everything below one another, with what the room said. @param {Desk} desk */
function results(desk) {
  const names = questionsOf(desk);
  const items = asked(desk, (row) => {
    const place = el("div", { class: "results" });
    const card = question(desk, row, [place]);
    return {
      element: card.element,
      show(now) {
        card.show(itemBody(desk, now));
        card.element.classList.toggle("done", names.every((name) => myScore(desk, now, name)));
        place.replaceChildren(...names.map((name) => spreadOf(desk, now, name)));
      },
    };
  });
  const none = el("p", { class: "hint" });
  return {
    element: el("div", { class: "one" }, items.element, none),
    show() {
      const rows = itemsOf(desk);
      // What nobody answered is counted: forty cards that say so hide the few that were.
      const given = names.map((name) => desk.votes(name));
      const answered = rows.filter(({ id }) => given.some((votes) => votes.has(id)));
      const left = rows.length - answered.length;
      const nothing = rows.length ? desk.say("no-answers") : desk.say("nothing-here");
      furnish(none, { text: answered.length ? desk.say("unanswered-n", { n: left }) : nothing, hidden: desk.model.revision === null || (answered.length > 0 && !left) });
      items.show(answered);
    },
  };
}
