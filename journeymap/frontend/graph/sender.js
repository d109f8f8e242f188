/**
 * What is done here goes to Python until Python says that it has heard it. A rerun that is under way swallows no act,
 * and what arrives twice is known by its number.
 */
export class Sender {
  /** @type {(name: string, value: unknown) => void} */
  #tell = () => {};

  constructor() {
    this.client = Math.random().toString(36).slice(2);
    this.last = 0;
    this.done = 0;
    /** @type {import("./types.js").Act[]} what Python has not heard yet */
    this.waiting = [];
  }

  /** @param {(name: string, value: unknown) => void} tell */
  through(tell) {
    this.#tell = tell;
  }

  /** @param {{ do: string, path?: string } & Record<string, unknown>} what @returns {number} its number */
  act(what) {
    this.waiting.push({ n: ++this.last, ...what });
    this.flush();
    return this.last;
  }

  flush() {
    if (this.waiting.length) this.#tell("acted", { client: this.client, acts: this.waiting });
  }

  /** @param {{client: string, n: number}} acked */
  heard(acked) {
    if (acked.client !== this.client) return;
    this.done = acked.n;
    this.waiting = this.waiting.filter((act) => act.n > acked.n);
    this.flush();
  }

  /** @param {number} n */
  isDone(n) {
    return n <= this.done;
  }
}
