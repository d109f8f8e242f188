// @ts-check
/**
 * What I did and nobody has answered yet, and what I was typing: kept on this device, so that a reload, an
 * empty battery or a closed tab loses nothing. Each change stands under its own `op`, and goes when it is
 * answered; two tabs of one person do not hide each other's.
 */

const CHANGES = "journeymap-kept:";
const DRAFTS = "journeymap-draft:";
const LONGEST_MS = 1000 * 60 * 60 * 24 * 7;

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
function keysFrom(start) {
  const found = shelf();
  return found ? Object.keys(found).filter((key) => key.startsWith(start)) : [];
}

/**
 * @param {string} key
 * @param {any} value null: forget it
 */
function put(key, value) {
  try {
    if (value === null) shelf()?.removeItem(key);
    else shelf()?.setItem(key, JSON.stringify(value));
  } catch {
    // It is full: what is on the page is still sent.
  }
}

/** @param {string} key */
function get(key) {
  try {
    return JSON.parse(shelf()?.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/**
 * The maps for which something of this person waits; what waited for a week waits no more.
 *
 * @param {string} person
 * @returns {string[]}
 */
export function mapsWaiting(person) {
  const start = `${CHANGES}${person}:`;
  const maps = new Set();
  for (const key of keysFrom(start)) {
    if (Date.now() - (get(key)?.at ?? 0) > LONGEST_MS) put(key, null);
    else maps.add(key.slice(start.length).split(":")[0]);
  }
  return [...maps];
}

/** Keeps a map's unanswered changes in step with its model. */
export class Keeper {
  /**
   * @param {import("../board/model.js").BoardModel} model
   * @param {string} person
   * @param {string} map
   */
  constructor(model, person, map) {
    this.model = model;
    this.start = `${CHANGES}${person}:${map}:`;
    /** @type {Set<string>} */
    this.kept = new Set();
    this.resume();
    // An operation of mine may come back before its answer, and then nothing waits any more.
    for (const name of ["status", "change"]) model.addEventListener(name, this.keep);
  }

  /** Take up what an earlier page left behind; the server knows by `op` what it has done already. */
  resume() {
    const left = keysFrom(this.start).map(get).filter(Boolean);
    left.sort((one, other) => one.at - other.at);
    for (const { frame } of left) this.kept.add(frame.op);
    if (left.length) this.model.resume(left.map(({ frame }) => frame));
  }

  keep = () => {
    const now = new Map(this.model.unanswered.map((frame) => [frame.op, frame]));
    for (const [op, frame] of now) {
      if (this.kept.has(op)) continue;
      this.kept.add(op);
      put(this.start + op, { at: Date.now(), frame });
    }
    for (const op of this.kept) {
      if (now.has(op)) continue;
      this.kept.delete(op);
      put(this.start + op, null);
    }
  };

  close() {
    for (const name of ["status", "change"]) this.model.removeEventListener(name, this.keep);
  }
}

/** What is being typed, by person and by place on the page. */
export class Drafts {
  /** @param {string} person */
  constructor(person) {
    this.start = `${DRAFTS}${person}:`;
  }

  /** @param {string} place */
  read(place) {
    const draft = get(this.start + place);
    return draft && Date.now() - draft.at < LONGEST_MS ? draft.values : null;
  }

  /**
   * @param {string} place
   * @param {any} values null: nothing is left there
   */
  write(place, values) {
    put(this.start + place, values && { at: Date.now(), values });
  }
}

/**
 * Small things this device remembers: which message was seen.
 *
 * @param {string} name
 * @param {any} [value]
 */
export function remembered(name, value) {
  const key = `journeymap-room:${name}`;
  if (value !== undefined) put(key, value);
  return get(key);
}

/** Whoever leaves leaves nothing behind on this device. */
export function forgetAll() {
  for (const key of keysFrom("journeymap-")) {
    if ([CHANGES, DRAFTS, "journeymap-room:"].some((start) => key.startsWith(start))) put(key, null);
  }
}
