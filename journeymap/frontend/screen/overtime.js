/** The clock of the beamer: down to zero, and then up again, with a sign, for everybody to see how far beyond it is. */

import { Countdown } from "../shared/countdown.js";

const SECOND_MS = 1_000;

export class Overtime {
  #over = 0;
  #at = 0;
  #running = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next;

  /**
   * @param {(shown: { left: number | null, over: number }) => void} tick at every full second; `over`: milliseconds beyond zero
   * @param {(what: import("../shared/countdown.js").Passed) => void} passed
   * @param {() => void} untrue
   */
  constructor(tick, passed, untrue) {
    this.tick = tick;
    this.countdown = new Countdown((left) => this.#show(left), passed, untrue);
  }

  /** @param {number | null} left @param {number} over @param {boolean} running */
  set(left, over, running) {
    this.#over = over;
    this.#at = performance.now();
    this.#running = running;
    this.countdown.set(left, running);
  }

  /** Milliseconds beyond zero; 0 where there is time left. */
  over() {
    return this.countdown.left() === 0 && this.#running ? this.#over + performance.now() - this.#at : 0;
  }

  close() {
    clearTimeout(this.#next);
    this.countdown.close();
  }

  /** @param {number | null} left */
  #show(left) {
    clearTimeout(this.#next);
    if (left === 0 && this.#over === 0 && this.#running) this.#at = performance.now();
    this.#count(left);
  }

  /** @param {number | null} left */
  #count(left) {
    const over = this.over();
    this.tick({ left, over });
    if (left === 0 && this.#running) this.#next = setTimeout(() => this.#count(left), SECOND_MS - (over % SECOND_MS) + 5);
  }
}
