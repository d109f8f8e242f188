/**
 * One person's connection to a workshop: the step it is in, and the map that this step is on. It moves along
 * to another map by itself; what was not sent yet to the map before is still sent.
 *
 * Events: `step` (something about the workshop or the step), `map` (another model now), and of the model
 * `change`, `status`, `presence`, `refused`, `can`, `caughtup`, `claim`.
 *
 * @typedef {{ id: string, kind: string, title: string, prompt: string, state: string, private: boolean, ballot: any,
 *   number: number, of: number, minutes: number | null, left_ms: number | null, over_ms?: number, rules: Rules,
 *   adds?: string[] | null, shared?: string[], asked?: string[] | null }} Step
 * @typedef {{ page: string, wall: string | null, made: string | null, feeling: "felt" | "targeted", parks: boolean }} Rules
 *   what the kind of a step means: the server has the one table of kinds
 * @typedef {{ workshop: any, step: Step | null, map: string | null, leading: string | null, spotlight: string | null,
 *   sending: { number: number, map_id: string | null, page: string } | null,
 *   screen?: { chosen: string, shows: string, map: string | null, as_is?: string | null, stories?: string[] | null, step: Step | null },
 *   tallies?: Record<string, [string, string, number, number][]>, customers?: Record<string, [string, string, number, number][]>,
 *   uncounted?: Record<string, string[]>,
 *   counts: { rows: number, people: number, waiting: number } | null, here?: number, joined?: number, asks?: boolean,
 *   progress?: Record<string, number>, aside?: { id: string, text: string, kind: string, author: string | null }[],
 *   decided?: { id: string, text: string, owner: string, review_on: string | null, author: string | null }[], code?: string }} Now
 */

import { Keeper, leave, mapsWaiting } from "../live/outbox.js";
import { BoardModel } from "../live/model.js";
import { Socket } from "../live/socket.js";

const PASSED_ON = ["change", "status", "presence", "refused", "can", "caughtup", "claim", "lost", "overwritten"];
const LONG_HIDDEN_MS = 15_000;
const LOOK_MS = [2_000, 5_000, 10_000];

/** Joins as the room's own screen: it is told nothing that is hidden from anybody. */
export class PublicSocket extends Socket {
  /** @param {any} frame */
  send(frame) {
    return super.send(frame.type === "hello" ? { ...frame, public: true } : frame);
  }
}

export class Session extends EventTarget {
  /**
   * @param {{ person: string, map: string | null, language: string, room: string, now?: Now | null, open?: boolean }} given
   *   `now`: where the workshop was when the page was made, so that it shows before a socket is open
   */
  constructor({ person, map, language, room, now = null, open = false }) {
    super();
    this.person = person;
    this.language = language;
    this.room = room;
    this.public = open;
    /** @type {Now | null} */
    this.now = now;
    /** @type {BoardModel | null} */
    this.model = null;
    /** @type {string | null} */
    this.map = null;
    /** @type {Keeper | null} */
    this.keeper = null;
    this.hand = /** @type {string | null} */ (null);
    this.hiddenAt = 0;
    /** @type {Set<string>} other maps to which something is still on its way */
    this.sending = new Set();
    document.addEventListener("visibilitychange", this.notice);
    if (map) this.enter(map);
    else this.look(0);
  }

  /** @returns {string} */
  get status() {
    return this.model?.status ?? "connecting";
  }

  get queued() {
    return this.model?.queued ?? 0;
  }

  /**
   * Go to this map.
   *
   * @param {string} map
   */
  enter(map) {
    if (map === this.map) return;
    if (this.model && this.map) this.leave(this.model, this.keeper);
    this.map = map;
    const { model, keeper } = this.connect(map);
    this.model = model;
    this.keeper = keeper;
    for (const name of PASSED_ON) model.addEventListener(name, this.pass);
    model.addEventListener("step", (event) => this.model === model && this.take(/** @type {CustomEvent} */ (event).detail));
    model.addEventListener("status", () => this.model === model && model.status === "live" && this.arrive());
    model.open();
    this.tell("map");
  }

  /** @param {string} map */
  connect(map) {
    const url = `live/maps/${encodeURIComponent(map)}`;
    const model = new BoardModel({ url, language: this.language, socket: this.public ? new PublicSocket(url) : undefined });
    return { model, keeper: this.public ? null : new Keeper(model, this.person, map) };
  }

  /** Live, or live again: my hand is still up, and what waits for another map (a page from before) goes there. */
  arrive() {
    this.sayHand();
    for (const map of this.public ? [] : mapsWaiting(this.person)) {
      if (map === this.map || this.sending.has(map)) continue;
      const { model, keeper } = this.connect(map);
      model.addEventListener("refused", this.pass);
      model.open();
      this.sending.add(map);
      this.leave(model, keeper);
    }
  }

  /**
   * Leave a map, but not what I did on it: it goes as soon as it can.
   *
   * @param {BoardModel} model
   * @param {Keeper | null} keeper
   */
  leave(model, keeper) {
    for (const name of PASSED_ON) if (name !== "refused") model.removeEventListener(name, this.pass);
    leave(model, keeper);
  }

  get stepId() {
    return this.now?.step?.id;
  }

  /** @param {any} frame */
  take(frame) {
    const found = frame ?? /** @type {any} */ (this.model)?.step;
    if (!found) return;
    if (this.hand && found.step?.id !== this.stepId) this.raise(null); // it was about the step before
    this.now = found;
    const map = this.mapIn(found);
    if (map && map !== this.map) this.enter(map);
    this.tell("step");
  }

  /** The room's screen may be about another map than the phones: a comparison is about the to-be. @param {Now} found */
  mapIn({ screen, map }) {
    return (this.public ? screen?.map : null) ?? map;
  }

  /**
   * Raise a hand, agree, say that something is unclear; null takes it down.
   *
   * @param {string | null} hand
   */
  raise(hand) {
    this.hand = hand;
    this.sayHand(true);
  }

  /** @param {boolean} [also] also that it is down again */
  sayHand(also = false) {
    if (!this.hand && !also) return;
    this.model?.socket.send({ type: "presence", at: null, editing: false, ...(this.hand ? { hand: this.hand } : {}) });
  }

  /**
   * No map is known yet: ask until there is one.
   *
   * @param {number} tries
   */
  async look(tries) {
    try {
      const answer = await fetch(this.room, { headers: { Accept: "application/json" } });
      const found = answer.ok ? await answer.json() : null;
      const map = found?.map?.id ?? found?.maps?.[0]?.id;
      if (map) {
        this.enter(map);
        return;
      }
    } catch {
      // No network: it is tried again.
    }
    setTimeout(() => this.look(tries + 1), LOOK_MS[Math.min(tries, LOOK_MS.length - 1)]);
  }

  pass = (/** @type {Event} */ event) => this.tell(event.type, /** @type {CustomEvent} */ (event).detail);

  /** A device that slept has a clock that stood still, and perhaps a socket that only looks open. */
  notice = () => {
    if (document.visibilityState === "hidden") this.hiddenAt = Date.now();
    else if (this.hiddenAt && Date.now() - this.hiddenAt > LONG_HIDDEN_MS) this.model?.socket.again();
  };

  /**
   * @param {string} name
   * @param {any} [detail]
   */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
