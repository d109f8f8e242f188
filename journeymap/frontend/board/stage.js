/**
 * What the workshop does to its board: whoever leads is followed while they wish it, the card that everybody
 * looks at is brought into sight, votes that are over stand on the cards, and what is locked says so. The step
 * and its clock stand above the board, where the page draws them; here they are said aloud.
 */

import { LEADING } from "../live/gate.js";
import { Countdown } from "../shared/countdown.js";
import { standings } from "./results.js";

/** The questions whose answers stand on a card; how it feels is drawn by the curve. */
const ASKED = /** @type {const} */ (["satisfaction", "importance_customer", "importance_us"]);

export class Stage {
  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    /** @type {any} what the server said last */
    this.said = null;
    /** Whether the step leads from the end of the journey to its beginning. */
    this.backwards = false;
    /** @type {Map<string, import("./results.js").Standing>} */
    this.standings = new Map();
    this.clock = new Countdown(
      () => {},
      (what) => board.announce(board.say(`stage-${what}`)),
    );
    const listener = (/** @type {any} */ event) => this.#take(event.detail);
    board.model.addEventListener("step", listener);
    board.leaving.push(() => {
      board.model.removeEventListener("step", listener);
      this.clock.close();
    });
  }

  /**
   * What a card came to in votes that everybody may know of: dots and scores, as a short text and in words.
   *
   * @param {string} id
   * @returns {{ kind: "votes" | "worth", text: string, said: string }[]}
   */
  marksOf(id) {
    const { say } = this.board;
    const standing = this.standings.get(id);
    if (!standing) return [];
    const { dots, scores, worth } = standing;
    /** @type {{ kind: "votes" | "worth", text: string, said: string }[]} */
    const marks = [];
    if (dots > 0) marks.push({ kind: "votes", text: `● ${dots}`, said: say("votes-count", { n: dots }) });
    const parts = ASKED.filter((question) => scores[question]).map((question) => {
      const { mean, low, high, n } = scores[question];
      const spread = { low: this.#number(low, 0), high: this.#number(high, 0), n: String(n) };
      return say("score", { what: say(`score-${question}`), mean: this.#number(mean), ...spread });
    });
    const first = ASKED.map((question) => scores[question]).find(Boolean);
    const shown = worth ?? first?.mean;
    if (shown !== undefined) {
      if (worth !== null) parts.unshift(say("score-worth", { worth: this.#number(worth) }));
      marks.push({ kind: "worth", text: `${worth === null ? "Ø" : "◆"} ${this.#number(shown)}`, said: parts.join("\n") });
    }
    return marks;
  }

  /**
   * @param {number} value
   * @param {number} [digits]
   */
  #number(value, digits = 1) {
    return value.toLocaleString(this.board.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }

  /** Whether this person may put something aside now. */
  get parks() {
    const { model } = this.board;
    const { workshop, step } = this.said ?? {};
    if (!model.may("edit") || workshop?.closed) return false;
    return LEADING.has(model.you?.role ?? "") || step?.rules?.parks !== false;
  }

  /** @param {string} id */
  isLit(id) {
    return this.said?.spotlight === id;
  }

  /** @param {string} id */
  isLocked(id) {
    return !!this.said?.workshop.locked_rows.includes(id);
  }

  /** @param {any} said */
  #take(said) {
    const { board } = this;
    const before = this.said ?? {};
    this.said = said;
    this.standings = standings(said.tallies ?? {});
    this.#takeStep(said.step, before.step);
    const { leading, spotlight } = said;
    if (leading !== (before.leading ?? null)) board.follow(leading === board.model.you?.id ? null : leading);
    if (spotlight && spotlight !== before.spotlight) this.#shine(spotlight);
    // What one is invited to takes room.
    if (invited(said) === invited(before)) board.draw();
    else board.arrangeSoon();
  }

  /** @param {any} step @param {any} before */
  #takeStep(step, before) {
    this.clock.set(step?.left_ms ?? null, ["running", "revealed"].includes(step?.state));
    this.backwards = step?.rules?.page === "reversed" && step.state !== "waiting";
    // Thought backwards, what happens behind the scenes is out of sight.
    this.board.root.classList.toggle("backwards", this.backwards);
    if (step && before && before.id !== step.id) this.board.announce(step.title);
  }

  /** @param {string} id */
  #shine(id) {
    const { board } = this;
    const found = board.model.find(id);
    if (!found) return;
    board.revealRow(found.table, id);
    board.announce(board.say("stage-spotlight"));
  }
}

/** What the step asks for, to compare. @param {any} said */
const invited = (said) => String(said.step?.adds ?? null);
