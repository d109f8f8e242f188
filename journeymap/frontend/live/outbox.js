/**
 * What I did and nobody has answered yet, kept on this device, so that a reload, an empty battery or a closed tab loses
 * nothing. Each change stands under its person, its map and its own `op`, and goes when it is answered: nobody else's
 * page sends it, and two tabs of one person do not hide each other's.
 */

const CHANGES = "journeymap-kept:";
const LONGEST_MS = 1000 * 60 * 60 * 24 * 7;
const SWEEP_MS = 100;

/** A browser may refuse to keep anything: then it is kept as long as the page lives. */
function shelf() {
  try {
    const { localStorage: found } = window;
    found.getItem(CHANGES);
    return found;
  } catch {
    return null;
  }
}

/** @param {string} start */
export function keysFrom(start) {
  const found = shelf();
  return found ? Object.keys(found).filter((key) => key.startsWith(start)) : [];
}

/**
 * @param {string} key
 * @param {any} value null: forget it
 * @returns {boolean} whether it is kept; what is not, because there is no room, stands on the page alone
 */
export function put(key, value) {
  try {
    const found = shelf();
    if (value === null) found?.removeItem(key);
    else found?.setItem(key, JSON.stringify(value));
    return !!found;
  } catch {
    return false;
  }
}

/** @param {string} key */
export function get(key) {
  try {
    return JSON.parse(shelf()?.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** What waited for a week waits no more. @param {string} start */
function keptFrom(start) {
  return keysFrom(start).flatMap((key) => {
    const kept = get(key);
    if (kept && Date.now() - kept.at <= LONGEST_MS) return [{ key, at: kept.at, frame: kept.frame }];
    put(key, null);
    return [];
  });
}

/**
 * The maps for which something of this person waits.
 *
 * @param {string} person
 * @returns {string[]}
 */
export function mapsWaiting(person) {
  const start = `${CHANGES}${person}:`;
  return [...new Set(keptFrom(start).map(({ key }) => key.slice(start.length).split(":")[0]))];
}

/** Whoever leaves leaves nothing that waits behind on this device. */
export function forgetChanges() {
  for (const key of keysFrom(CHANGES)) put(key, null);
}

let last = 0;
/** The time, and never the same twice: what was done in one go is sent again in its order. */
function moment() {
  last = Math.max(Date.now(), last + 0.001);
  return last;
}

/** Keeps a map's unanswered changes in step with its model. */
export class Keeper {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #sweeping;

  /**
   * @param {import("./model.js").BoardModel} model
   * @param {string} person
   * @param {string} map
   */
  constructor(model, person, map) {
    this.model = model;
    this.start = `${CHANGES}${person}:${map}:`;
    /** @type {Set<string>} what stands on this device, by `op` */
    this.kept = new Set();
    /** @type {Set<string>} of that: what an earlier page left behind, or one that is still open */
    this.found = new Set();
    /** @type {Set<string>} what could not be kept */
    this.loose = new Set();
    this.met = !!model.you;
    this.resume();
    model.addEventListener("asked", this.keep);
    model.addEventListener("you", this.meet);
    // An operation of mine may come back before its answer, and then nothing waits any more.
    for (const name of ["status", "change"]) model.addEventListener(name, this.sweepSoon);
    addEventListener("storage", this.notice);
    addEventListener("beforeunload", this.ask);
  }

  /** Take up what an earlier page left behind; the server knows by `op` what it has done already. */
  resume() {
    const left = keptFrom(this.start).sort((one, other) => one.at - other.at);
    for (const { frame } of left) {
      this.kept.add(frame.op);
      this.found.add(frame.op);
    }
    if (left.length) this.model.resume(left.map(({ frame }) => frame));
  }

  keep = (/** @type {Event} */ event) => {
    const frame = /** @type {CustomEvent} */ (event).detail;
    if (put(this.start + frame.op, { at: moment(), frame })) this.kept.add(frame.op);
    else this.loose.add(frame.op);
  };

  sweepSoon = () => {
    if (this.kept.size || this.loose.size) this.#sweeping ??= setTimeout(this.sweep, SWEEP_MS);
  };

  /** What is answered is kept no longer. */
  sweep = () => {
    clearTimeout(this.#sweeping);
    this.#sweeping = undefined;
    const waiting = new Set(this.model.unanswered.map(({ op }) => op));
    for (const op of this.kept) {
      if (waiting.has(op)) continue;
      this.kept.delete(op);
      this.found.delete(op);
      put(this.start + op, null);
    }
    for (const op of this.loose) if (!waiting.has(op)) this.loose.delete(op);
  };

  /** Another page has seen to what it had left to this one: it was answered, or taken back. */
  notice = (/** @type {StorageEvent} */ { key, newValue }) => {
    const op = key?.startsWith(this.start) && newValue === null ? key.slice(this.start.length) : "";
    if (!this.found.delete(op)) return;
    this.kept.delete(op);
    this.model.forget(op);
  };

  /** Only what would be lost is worth a question. */
  ask = (/** @type {Event} */ event) => {
    this.sweep();
    if (this.loose.size) event.preventDefault();
  };

  /** Somebody else has this seat now: what I did stays here until I am back. */
  meet = () => {
    if (this.met) this.#leave();
    this.met = true;
  };

  close() {
    this.sweep();
    this.#leave();
  }

  #leave() {
    clearTimeout(this.#sweeping);
    this.model.removeEventListener("asked", this.keep);
    this.model.removeEventListener("you", this.meet);
    for (const name of ["status", "change"]) this.model.removeEventListener(name, this.sweepSoon);
    removeEventListener("storage", this.notice);
    removeEventListener("beforeunload", this.ask);
  }
}

/**
 * Keep what is done on this map by whoever the server says I am.
 *
 * @param {import("./model.js").BoardModel} model
 * @param {string} map
 * @returns {() => void} leave the map, but not what I did on it: it goes as soon as it can
 */
export function keeping(model, map) {
  /** @type {Keeper | null} */
  let keeper = null;
  model.addEventListener("you", () => (keeper = new Keeper(model, model.you.id, map)));
  return () => leave(model, keeper);
}

/**
 * Leave a map, but not what I did on it: it goes as soon as it can.
 *
 * @param {import("./model.js").BoardModel} model
 * @param {Keeper | null} keeper
 */
export function leave(model, keeper) {
  const done = () => {
    if (model.queued && !["removed", "moved", "gone"].includes(model.status)) return;
    for (const name of ["status", "change"]) model.removeEventListener(name, done);
    keeper?.close();
    model.close();
  };
  for (const name of ["status", "change"]) model.addEventListener(name, done);
  done();
}
