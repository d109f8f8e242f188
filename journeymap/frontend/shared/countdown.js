/**
 * The time that is left in a step. The server says how much there was when it spoke; from there this
 * device counts by its own steady clock, so that a wrong wall clock changes nothing.
 */

export const GENTLE_MS = 120_000;
/** “Two minutes left” is true for a minute. */
const LAST_MS = 60_000;
/** How far what a page says may differ from our own count before we believe it: the way here takes time. */
const DRIFT_MS = 700;

/** @typedef {"two-minutes" | "time-is-up"} Passed */

export class Countdown {
  #left = /** @type {number | null} */ (null);
  #at = 0;
  #running = false;
  #step = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next;
  #before = /** @type {number | null} */ (null);
  /** @type {Passed | null} what was said and is true still */
  #said = null;

  /**
   * @param {(left: number | null) => void} tick at every full second
   * @param {(what: Passed) => void} [passed] said once, when it is passed
   * @param {() => void} [untrue] what was said last is so no more: there is more time, it is paused, or over
   */
  constructor(tick, passed = () => {}, untrue = () => {}) {
    this.tick = tick;
    this.passed = passed;
    this.untrue = untrue;
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

  /**
   * As `set`, for a page that says the same again with every run: our own count goes on where it says nothing new.
   *
   * @param {string} step
   * @param {number | null} left
   * @param {boolean} running
   */
  follow(step, left, running) {
    const mine = this.left();
    const same = step === this.#step && (running && left !== null) === this.#running;
    this.#step = step;
    if (same && left !== null && mine !== null && Math.abs(left - mine) <= DRIFT_MS) this.#show();
    else this.set(left, running);
  }

  /** Milliseconds; null where nobody counts. */
  left() {
    if (this.#left === null) return null;
    return Math.max(0, this.#left - (this.#running ? performance.now() - this.#at : 0));
  }

  /** What is true now: what is paused neither ends soon nor is over. @returns {Passed | null} */
  get now() {
    const left = this.left();
    return this.#running && left !== null ? trueAt(left) : null;
  }

  close() {
    clearTimeout(this.#next);
  }

  #show() {
    clearTimeout(this.#next);
    const left = this.left();
    this.tick(left);
    const now = this.#running && left !== null ? trueAt(left) : null;
    if (this.#said && this.#said !== now) {
      this.#said = null;
      this.untrue();
    }
    if (left === null || !this.#running) return;
    this.#tell(left);
    // At the full second, not a second from now: all devices turn together.
    if (left > 0) this.#next = setTimeout(() => this.#show(), (left % 1000) + 5);
  }

  /** What has been passed since it was shown last. @param {number} left */
  #tell(left) {
    const before = this.#before ?? left;
    this.#before = left;
    if (before > GENTLE_MS && left <= GENTLE_MS) this.#pass("two-minutes");
    if (before > 0 && left === 0) this.#pass("time-is-up");
  }

  /** @param {Passed} what */
  #pass(what) {
    this.#said = what;
    this.passed(what);
  }
}

/** What is true with so much time left. @param {number} left @returns {Passed | null} */
function trueAt(left) {
  if (left === 0) return "time-is-up";
  return left <= GENTLE_MS && left > LAST_MS ? "two-minutes" : null;
}

/**
 * 07:42, and 1:07:42 where it takes longer. A second that has begun still counts.
 *
 * @param {number} left milliseconds
 */
export function spell(left) {
  const seconds = Math.ceil(left / 1000);
  const hours = Math.floor(seconds / 3600);
  const [minutes, rest] = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  return hours > 0 ? `${hours}:${minutes}:${rest}` : `${minutes}:${rest}`;
}
