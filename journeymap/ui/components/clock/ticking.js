// @ts-check
/** Counts down from what the server said was left, by this device's own steady clock; no rerun, no wall clock. */

const GENTLE_MS = 120_000;

/** How far what the server says may differ from our own count before we believe it: the way here takes time. */
const DRIFT_MS = 700;

/**
 * 7:42, and 1:07:42 where it takes longer. A second that has begun still counts, as on the phones.
 *
 * @param {number} left milliseconds
 */
function spell(left) {
  const seconds = Math.ceil(left / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, "0"));
  return parts[0] > 0 ? `${parts[0]}:${minutes}:${rest}` : `${minutes}:${rest}`;
}

class Ticking {
  #left = 0;
  #at = 0;
  #runs = false;
  #step = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next;

  /** @param {(left: number) => void} show */
  constructor(show) {
    this.show = show;
  }

  /** @param {{ step: string, left: number, runs: boolean }} said */
  set({ step, left, runs }) {
    const same = step === this.#step && runs === this.#runs;
    this.#step = step;
    if (!same || Math.abs(left - this.left()) > DRIFT_MS) {
      this.#left = left;
      this.#at = performance.now();
    }
    this.#runs = runs;
    this.#tick();
  }

  /** Whether it goes: what is paused neither ends soon nor is over. */
  get runs() {
    return this.#runs;
  }

  left() {
    return Math.max(0, this.#left - (this.#runs ? performance.now() - this.#at : 0));
  }

  close() {
    clearTimeout(this.#next);
  }

  #tick() {
    clearTimeout(this.#next);
    const left = this.left();
    this.show(left);
    if (this.#runs && left > 0) this.#next = setTimeout(() => this.#tick(), (left % 1000) + 5);
  }
}
