/** The big clock: the same element from run to run, so that what is read aloud is said once. */

import { Countdown, GENTLE_MS, spell } from "../shared/countdown.js";
import { query } from "../shared/dom.js";

/**
 * @typedef {{ step: string, left: number | null, runs: boolean, size: string,
 *   words: { label: string, none: string, soon: string, over: string } }} Data `left`: milliseconds, null without a clock
 * @typedef {import("../types.js").Component<Data>} Component
 */

/** How the time that is left looks. @param {number | null} left */
function lookOf(left) {
  if (left === null) return "none";
  if (left === 0) return "over";
  return left <= GENTLE_MS ? "soon" : "";
}

/**
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ data, parentElement: root }) {
  const [clock, face, aloud] = [".clock", ".face", ".aloud"].map((part) => query(root, part));
  let { words } = data;
  const countdown = new Countdown((left) => {
    face.textContent = left === null ? words.none : spell(left);
    face.dataset.look = lookOf(left);
    const { now } = countdown;
    const said = now === null ? "" : now === "time-is-up" ? words.over : words.soon;
    if (aloud.textContent !== said) aloud.textContent = said;
  });
  return {
    /** @param {Component} component */
    show({ data: now }) {
      words = now.words;
      clock.dataset.size = now.size;
      face.setAttribute("aria-label", words.label);
      countdown.follow(now.step, now.left, now.runs);
    },
    close: () => countdown.close(),
  };
}
