/** What this device remembers for the light page: what I was typing, what I have seen; and what is not answered yet. */

import { forgetChanges, get, keysFrom, put } from "../live/outbox.js";

const DRAFTS = "journeymap-draft:";
const SEEN = "journeymap-room:";
const LONGEST_MS = 1000 * 60 * 60 * 24 * 7;

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
  const key = `${SEEN}${name}`;
  if (value !== undefined) put(key, value);
  return get(key);
}

/** Whoever leaves leaves nothing behind on this device. */
export function forgetAll() {
  forgetChanges();
  for (const start of [DRAFTS, SEEN]) for (const key of keysFrom(start)) put(key, null);
}
