/** Where a tour is: which hint is shown, and whether it may come by itself. Nothing of it needs a page. */

const KEPT = "journeymap-tour";

/**
 * @typedef {{ getItem(name: string): string | null, setItem(name: string, value: string): void }} Memory
 * @typedef {{ at: number, asked: string, ended: boolean }} Place `ended`: it does not come by itself any more
 */

/**
 * What is shown of a tour, if anything is: it comes by itself until it was ended once at this browser, and whenever it is
 * asked for. Where it is is kept, so that it goes on when one opens another page meanwhile.
 */
export class Course {
  /** @param {number} hints @param {Memory} memory */
  constructor(hints, memory) {
    this.hints = hints;
    this.memory = memory;
    /** @type {Place} */
    this.place = { at: -1, asked: "", ended: false };
    try {
      const kept = JSON.parse(memory.getItem(KEPT) || "{}");
      const at = Number.isInteger(kept.at) && kept.at < hints ? kept.at : -1;
      this.place = { at, asked: String(kept.asked ?? ""), ended: kept.ended === true };
    } catch {
      this.place.ended = true; // a browser that remembers nothing would show it each time
    }
  }

  get at() {
    return this.place.at;
  }

  get open() {
    return this.place.at >= 0;
  }

  get last() {
    return this.place.at === this.hints - 1;
  }

  /**
   * The page says what it knows: by which name the tour was asked for, if it was, and whether it may come by itself.
   *
   * @param {string} asked
   * @param {boolean} alone
   * @returns {boolean} whether it begins now because somebody asked
   */
  hear(asked, alone) {
    const begins = asked !== "" && asked !== this.place.asked;
    if (begins) this.#go({ at: 0, asked });
    else if (alone && !this.open && !this.place.ended) this.#go({ at: 0 });
    return begins;
  }

  /** One hint on; behind the last one it ends. */
  next() {
    if (this.last) this.end();
    else if (this.open) this.#go({ at: this.place.at + 1 });
  }

  back() {
    if (this.place.at > 0) this.#go({ at: this.place.at - 1 });
  }

  /** Over, and it does not come back by itself. */
  end() {
    this.#go({ at: -1, ended: true });
  }

  /** @param {Partial<Place>} place */
  #go(place) {
    this.place = { ...this.place, ...place };
    try {
      this.memory.setItem(KEPT, JSON.stringify(this.place));
    } catch {
      // It holds for this page.
    }
  }
}
