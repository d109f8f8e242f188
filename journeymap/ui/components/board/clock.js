// @ts-check
/**
 * The time that is left in a step. The server says how much there was when it spoke; from there this
 * device counts by its own steady clock, so that a wrong wall clock changes nothing.
 */

export const GENTLE_MS = 120_000;

export class Clock {
  #left = /** @type {number | null} */ (null);
  #at = 0;
  #running = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next;
  #before = /** @type {number | null} */ (null);

  /**
   * @param {(left: number | null) => void} tick at every full second
   * @param {(what: "two-minutes" | "time-is-up") => void} passed said once, when it is passed
   */
  constructor(tick, passed) {
    this.tick = tick;
    this.passed = passed;
  }

  /**
   * @param {number | null} left milliseconds; null: not against the clock
   * @param {boolean} running
   */
  set(left, running) {
    this.#left = left;
    this.#at = performance.now();
    this.#running = running && left !== null;
    this.#before = left;
    this.#show();
  }

  /** Milliseconds; null where nobody counts. */
  left() {
    if (this.#left === null) return null;
    return Math.max(0, this.#left - (this.#running ? performance.now() - this.#at : 0));
  }

  close() {
    clearTimeout(this.#next);
  }

  #show() {
    clearTimeout(this.#next);
    const left = this.left();
    this.tick(left);
    if (left === null || !this.#running) return;
    const before = this.#before ?? left;
    if (before > GENTLE_MS && left <= GENTLE_MS) this.passed("two-minutes");
    if (before > 0 && left === 0) this.passed("time-is-up");
    this.#before = left;
    // At the full second, not a second from now: all devices turn together.
    if (left > 0) this.#next = setTimeout(() => this.#show(), (left % 1000) + 5);
  }
}

/**
 * 7:42, and 1:07:42 where it takes longer. A second that has begun still counts.
 *
 * @param {number} left milliseconds
 */
export function spell(left) {
  const seconds = Math.ceil(left / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, "0"));
  return parts[0] > 0 ? `${parts[0]}:${minutes}:${rest}` : `${minutes}:${rest}`;
}
