/** What every step's page works with: the map, the step, the person, and what may be done now. */

import { Gate, LEADING } from "../live/gate.js";
import { furnish } from "../shared/dom.js";
import { Drafts } from "./memory.js";
import { byItem } from "./tally.js";

/**
 * @typedef {{ op: string, code: string, reason: string | null }} Refused
 * @typedef {{ element: HTMLElement, show: () => void, refused?: (refused: Refused) => boolean }} View
 */

export class Desk {
  /** @type {Map<string, any>} what was counted since something changed: two hundred people make many votes */
  #counted = new Map();
  /** @type {Set<string>} what I made on this page: it is mine also while the server has taken it and not told it yet */
  #made = new Set();

  /**
   * @param {import("./session.js").Session} session
   * @param {{ you: any, language: string, scale: string[], board: string, texts: Record<string, string> } & Record<string, any>} given
   * @param {import("../shared/sayer.js").Say} say
   * @param {(text: string) => void} announce
   */
  constructor(session, given, say, announce) {
    this.session = session;
    this.given = given;
    this.scale = given.scale;
    this.say = say;
    this.announce = announce;
    this.drafts = new Drafts(given.you.id);
    for (const name of ["change", "step", "map"]) session.addEventListener(name, () => this.#counted.clear());
    // A to-be begins with the ids of its as-is: what I made there is nobody's here.
    session.addEventListener("map", () => this.#made.clear());
    session.addEventListener("change", (event) => {
      const { ids, confirmed } = /** @type {CustomEvent} */ (event).detail ?? {};
      if (!confirmed) for (const id of ids ?? []) if (this.model.isNew(id)) this.#made.add(id);
    });
  }

  get model() {
    return /** @type {import("../live/model.js").BoardModel} */ (this.session.model);
  }

  get now() {
    return this.session.now;
  }

  get step() {
    return /** @type {import("./session.js").Step} */ (this.session.now?.step);
  }

  /** Whether the workshop is over. */
  get isClosed() {
    return !!this.now?.workshop?.closed;
  }

  /** Where everybody is asked to go. */
  get sending() {
    return this.isClosed ? null : (this.now?.sending ?? null);
  }

  /** The step, once it has begun. */
  get begun() {
    return this.step && this.step.state !== "waiting" ? this.step : null;
  }

  get you() {
    return { ...this.given.you, ...(this.model?.you ?? {}) };
  }

  /** Whoever leads the workshop may do everything; an observer nothing. */
  get leads() {
    return LEADING.has(this.you.role);
  }

  get observes() {
    return this.you.role === "observer";
  }

  /** Whether I gave something in this vote on a device that my seat has left: it counts, and is not mine to see here. */
  get veiled() {
    return !!this.step && !!this.model?.you?.veiled?.includes(this.step.id);
  }

  /** Whether only I (and whoever leads) see what I do now. */
  get secret() {
    return !!this.step?.private;
  }

  get persona() {
    return this.model?.persona()?.name || this.now?.workshop?.persona || "";
  }

  /** What the step lets one do, and to which rows. */
  get gate() {
    return new Gate(this.model, () => this.now, (row) => this.isMine(row));
  }

  /** Whether the step takes what I send. */
  maySend() {
    if (this.now?.workshop?.closed) return false;
    if (this.leads) return true;
    return !this.observes && (!this.step || ["running", "revealed"].includes(this.step.state));
  }

  /** Votes are cast while the step runs, and not after the reveal. */
  mayVote() {
    return this.maySend() && this.step?.state === "running" && !this.veiled;
  }

  /** The parking lot is open in every step but a break, also while a step is paused. */
  mayPark() {
    return !this.now?.workshop?.closed && (this.leads || (!this.observes && this.step?.rules.parks !== false));
  }

  /** Why it does not. */
  whyNot() {
    if (this.now?.workshop?.closed) return this.say("not-closed");
    if (this.observes) return this.say("not-observer");
    if (this.veiled) return this.say("vote-veiled");
    return this.say(this.step?.state === "paused" ? "not-paused" : "not-now");
  }

  /**
   * A button that sends: it says when it does not, instead of disappearing.
   *
   * @param {Element} button
   * @param {boolean} [may]
   */
  furnishSending(button, may = this.maySend()) {
    furnish(button, { "aria-disabled": may ? null : "true" });
  }

  /** @param {any} row */
  isMine(row) {
    return row.author ? row.author === this.you.id : this.#made.has(row.id) || this.model.isNew(row.id);
  }

  /** @param {any} row */
  mayTouch(row) {
    const table = this.model.find(row.id)?.table;
    return this.maySend() && (this.leads || this.isMine(row)) && !!table && this.gate.may({ do: "set", table, row });
  }

  /** Whether the votes of this round are told now. */
  get counted() {
    return !this.secret || !!this.now?.tallies?.[this.step.id];
  }

  /** My own votes of this round. @returns {any[]} */
  myVotes() {
    return this.#once("mine", () => this.model.rows("votes").filter((vote) => vote.round === this.step.id && this.isMine(vote)));
  }

  /**
   * What was voted in this round, by item, once it is counted. Of an anonymous round nobody's votes are told
   * but their numbers: each `[item, question, value, how many]`.
   *
   * @param {string} [question]
   * @returns {Map<string, import("./tally.js").Vote[]>}
   */
  votes(question = "") {
    return this.#once(`all ${question}`, () => {
      const round = this.step.id;
      const tally = this.now?.tallies?.[round];
      if (!tally) return byItem(this.model.rows("votes"), round, question);
      const told = tally.flatMap(([item, about, value, n]) => Array.from({ length: n }, () => ({ round, item, question: about, value })));
      return byItem(told, round, question);
    });
  }

  /**
   * @template T
   * @param {string} key
   * @param {() => T} count
   * @returns {T}
   */
  #once(key, count) {
    if (!this.#counted.has(key)) this.#counted.set(key, count());
    return this.#counted.get(key);
  }

  /** How many are here as the server says it; else those whom the step counts, or those whom one sees here. */
  get headcount() {
    const { here, counts } = this.now ?? {};
    if (typeof here === "number") return here;
    return Math.max(this.model?.people.length ?? 0, counts ? counts.people + counts.waiting : 0);
  }

  /** What was set aside: on this map, and on the workshop's others, which one cannot change from here. */
  get aside() {
    const here = (this.model?.rows("parked") ?? []).filter((row) => row.kind !== "note" && row.kind !== "decision");
    const elsewhere = (this.now?.aside ?? []).filter(({ id }) => !here.some((row) => row.id === id));
    return { here, elsewhere, n: here.length + elsewhere.length };
  }

  /** What was decided: on this map, and on the workshop's others, which one cannot change from here. */
  get decided() {
    const here = this.model?.rows("decisions") ?? [];
    const elsewhere = (this.now?.decided ?? []).filter(({ id }) => !here.some((row) => row.id === id));
    return { here, elsewhere, n: here.length + elsewhere.length };
  }

  /** @param {string} id */
  nameOf(id) {
    return this.model.nameOf(id) ?? "";
  }

  /** @param {string} table */
  mine(table) {
    return this.all(table).filter((row) => this.isMine(row));
  }

  /** Every row of a table, in the order of the journey. @param {string} table */
  all(table) {
    const { model } = this;
    switch (table) {
      case "moments":
        return model.moments();
      case "needs":
      case "pain_points":
      case "backstage_steps":
      case "touchpoints":
        return model.moments().flatMap((moment) => model.rows(table, moment.id));
      default:
        return model.rows(table);
    }
  }
}

/**
 * Whether a step still asks what its prompt says: after the reveal nobody writes alone any more.
 *
 * @param {import("./session.js").Step | null} step
 */
export function isAsking(step) {
  return !!step && ["running", "paused"].includes(step.state);
}

/** What a step asks, in the facilitator's words; else in ours, of the persona where there is one. @param {Desk} desk */
export function asked({ step, given, persona, say }) {
  const { texts } = given;
  if (step.title) return step.title;
  if (persona && texts[`ask-${step.kind}-name`]) return say(`ask-${step.kind}-name`, { name: persona });
  return say(`ask-${step.kind}`);
}
