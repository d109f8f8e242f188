/** Telling the page that it is no longer up to date: at most once a second, and never while somebody is writing. */

import { onKeys } from "./keyboard.js";

const LEAST_MS = 1_000;

/**
 * At most once in so many milliseconds, whoever is writing: for what only the page itself draws.
 *
 * @param {number} least
 * @param {() => void} work
 * @returns {{ ask: () => void, close: () => void }}
 */
export function onceIn(least, work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    ask() {
      timer ??= setTimeout(() => {
        timer = undefined;
        work();
      }, least);
    },
    close() {
      clearTimeout(timer);
    },
  };
}

/**
 * @param {() => void} work
 * @param {number} [least] milliseconds between two runs
 * @returns {{ ask: () => void, close: () => void }}
 */
export function paced(work, least = LEAST_MS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let last = -least;
  let writing = false;

  const due = () => {
    timer = setTimeout(
      () => {
        timer = undefined;
        if (writing) return due();
        last = performance.now();
        work();
      },
      Math.max(50, last + least - performance.now()),
    );
  };
  // A text that is in a field and not yet kept would be lost if its field were filled anew.
  const listeners = /** @type {[string, (event: any) => void][]} */ ([
    ["input", () => (writing = true)],
    ["change", () => (writing = false)],
    ["focusout", () => (writing = false)],
  ]);
  for (const [name, listener] of listeners) document.addEventListener(name, listener, true);
  const quiet = onKeys(document, ({ key }) => key === "Enter" && (writing = false), true);
  return {
    ask() {
      timer ?? due();
    },
    close() {
      clearTimeout(timer);
      quiet();
      for (const [name, listener] of listeners) document.removeEventListener(name, listener, true);
    },
  };
}
