/**
 * What this person has done and the server has not answered yet: in the order it was done, sent at the pace the
 * server likes, and sent again until it is answered. The server knows by its `op` what it has done already.
 *
 * `tried`: it may have reached the server; `accepted`: the revision it was committed with, until the operation itself
 * comes in; `turn`: what was done in one go has the same; `shows`: what it does to the rows for as long as it is here;
 * `back`: what would take that away again.
 *
 * @typedef {import("./rows.js").Change} Change
 * @typedef {{ frame: any, change: Change | null, shows: readonly Change[], back: readonly Change[], turn: number, sent: boolean, tried: boolean, accepted: number | null }} Pending
 */

/** So many changes are on their way at once; the others wait for answers. */
const IN_FLIGHT = 32;
/** Whoever has used up what the server takes at once has 50 in each second of rest: a few less are sent after each. */
const BATCH = 45;
const REST_MS = 1_050;

export class Queue {
  /** @type {Map<string, Pending>} by operation, in the order they were done */
  #pending = new Map();
  #connected = false;
  #slow = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  #turn = 0;
  #turning = false;

  /** @param {(frame: any) => boolean} post whether the frame is on its way */
  constructor(post) {
    this.post = post;
  }

  /** How many are known here, also those that are accepted and have not come in yet. */
  get size() {
    return this.#pending.size;
  }

  /** How many wait for an answer; an undo or a redo also for what it does, which nobody but the server knows for sure. */
  get waiting() {
    let waiting = 0;
    for (const pending of this.#pending.values()) if (pending.accepted === null || isAlone(pending)) waiting += 1;
    return waiting;
  }

  /** @returns {Pending[]} those that wait for an answer */
  get unanswered() {
    return [...this.#pending.values()].filter(({ accepted }) => accepted === null);
  }

  /** The last one that the server cannot know of. */
  get lastUntried() {
    const last = this.unanswered.at(-1);
    return last && !last.tried ? last : undefined;
  }

  /** What all of them do to the rows, in order. @returns {Change[]} */
  get changes() {
    return [...this.#pending.values()].flatMap(({ shows }) => shows);
  }

  /** @param {string} op */
  has(op) {
    return this.#pending.has(op);
  }

  /** @param {string} op */
  get(op) {
    return this.#pending.get(op);
  }

  /**
   * @param {any} frame
   * @param {Change | null} change
   * @param {{ shows?: readonly Change[], back?: readonly Change[], tried?: boolean }} [how] `tried`: it may have been sent before
   */
  add(frame, change, { shows = change ? [change] : [], back = [], tried = false } = {}) {
    if (!this.#turning) {
      this.#turning = true;
      this.#turn += 1;
      queueMicrotask(() => (this.#turning = false));
    }
    this.#pending.set(frame.op, { frame, change, shows, back, turn: this.#turn, sent: false, tried, accepted: null });
  }

  /** @param {Iterable<string>} ops */
  forget(ops) {
    for (const op of ops) this.#pending.delete(op);
  }

  /**
   * The operation with this name came in. What the server may do in parts is here until it has answered, else the rest
   * of it would be seen undone in between.
   *
   * @param {string} op
   */
  came(op) {
    const pending = this.#pending.get(op);
    if (pending?.change && pending.change.do !== "remove") this.#pending.delete(op);
  }

  clear() {
    this.#pending.clear();
  }

  /** The map is at this revision: what was accepted with it or before stands there now. @param {number} revision */
  arrived(revision) {
    for (const [op, { accepted }] of this.#pending) if (accepted !== null && accepted <= revision) this.#pending.delete(op);
  }

  /**
   * The last one, which was never sent, and what belongs to it: where the same act made a row, all it put there.
   *
   * @returns {Pending[]}
   */
  lastAct() {
    const last = this.lastUntried;
    if (!last?.change) return last ? [last] : [];
    if (last.frame.act) return this.unanswered.filter(({ frame, tried }) => frame.act === last.frame.act && !tried);
    const act = this.unanswered.filter(({ turn, tried }) => turn === last.turn && !tried);
    const made = new Map(act.flatMap(({ change }) => (change?.do === "add" ? [[change.id, change.parent ?? ""]] : [])));
    let top = last.change.id;
    while (made.has(made.get(top) ?? "")) top = /** @type {string} */ (made.get(top));
    if (!made.has(top)) return [last];
    const ids = new Set([top]);
    return act.filter(({ change }) => {
      if (!change || !namesOneOf(change, ids)) return false;
      if (change.do === "add") ids.add(change.id);
      return true;
    });
  }

  /**
   * The last thing done that the server has not answered and no undo is about: what the server will undo next, if I do
   * nothing else before. Undefined: it is nothing of this.
   *
   * @returns {Pending | undefined}
   */
  lastStanding() {
    /** @type {(Pending | undefined)[]} */
    const acts = [];
    for (const pending of this.unanswered) {
      const before = acts.at(-1)?.frame;
      if (pending.frame.type === "undo") acts.pop();
      else if (!pending.change) acts.push(undefined);
      else if (before?.act && before.act === pending.frame.act) acts[acts.length - 1] = pending;
      else acts.push(pending);
    }
    return acts.at(-1);
  }

  // The connection

  /** Said hello: from now on things can be sent, and what was not answered before is sent again. */
  connect() {
    this.disconnect();
    this.#connected = true;
  }

  disconnect() {
    this.#connected = false;
    for (const pending of this.#pending.values()) if (pending.accepted === null) pending.sent = false;
  }

  close() {
    this.disconnect();
    clearTimeout(this.#resting);
    this.#resting = undefined;
  }

  /** Send what waits, in order, no more at once than the server likes. */
  send() {
    if (!this.#connected || this.#resting !== undefined) return;
    if (this.#slow) {
      this.#sendBatch();
      return;
    }
    const waiting = [...this.#pending.values()].filter(({ accepted }) => accepted === null);
    const alone = waiting.findIndex(isAlone);
    // What goes alone waits for all before it, and all after it wait for that.
    const most = alone < 0 ? IN_FLIGHT : Math.min(IN_FLIGHT, Math.max(1, alone));
    waiting.slice(0, most).every((pending) => this.#sent(pending));
  }

  /** After a rest: what is on its way is answered first, so that nothing overtakes what was refused. */
  #sendBatch() {
    const waiting = this.unanswered;
    if (waiting.some(({ sent }) => sent)) return;
    this.#slow = waiting.length > 0;
    const before = waiting.findIndex(isAlone);
    const most = before < 0 ? BATCH : Math.min(BATCH, Math.max(1, before));
    if (this.#slow && waiting.slice(0, most).every((pending) => this.#sent(pending))) this.#rest();
  }

  #rest() {
    this.#slow = true;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      this.send();
    }, REST_MS);
  }

  /** @param {Pending} pending */
  #sent(pending) {
    if (!pending.sent) pending.sent = this.post(pending.frame);
    if (pending.sent) pending.tried = true;
    return pending.sent;
  }

  /**
   * Whether it will be sent again, all by itself: the server had too much to do, or has not heard yet of the row it is about.
   *
   * @param {Pending} pending
   * @param {string} code why it was refused
   */
  again(pending, code) {
    if (code === "too_fast") this.#rest();
    else if (code !== "gone" || !this.#isEarly(pending)) return false;
    pending.sent = false;
    this.send();
    return true;
  }

  /** Whether a row it is about is one of mine that is still to be added. @param {Pending} pending */
  #isEarly(pending) {
    if (!pending.change) return false;
    /** @type {Set<string>} */
    const coming = new Set();
    for (const one of this.#pending.values()) {
      if (one === pending) return namesOneOf(pending.change, coming);
      if (one.accepted === null && one.change?.do === "add") coming.add(one.change.id);
    }
    return false;
  }
}

/**
 * An undo or a redo goes when all before it is answered, and all after it waits for its answer: what was refused for a
 * while and is sent again would else come behind it, and stay.
 *
 * @param {Pending} pending
 */
function isAlone({ change }) {
  return change === null;
}

/**
 * Whether a change is about one of these rows: its own, the one it stands under, one it refers to. Ids are unique in
 * the whole map, so that any value may be one.
 *
 * @param {Change} change
 * @param {Set<string>} ids
 */
function namesOneOf({ id, parent, value, values = {} }, ids) {
  return [id, parent, value, ...Object.values(values)].some((one) => ids.has(one));
}
