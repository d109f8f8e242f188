/**
 * What customers said of each moment in validation rounds, as the page counts it: marks on its card, a line in its panel.
 *
 * @typedef {{ confirmed: number, contested: number, added: number }} Count
 */

const SIGNS = /** @type {const} */ ([
  ["confirmed", "✓"],
  ["contested", "✗"],
  ["added", "+"],
]);

export class Customers {
  #said = "{}";

  /** @param {(key: string, values?: Record<string, string | number>) => string} say */
  constructor(say) {
    this.say = say;
    /** @type {Readonly<Record<string, Count>>} */
    this.counts = {};
  }

  /**
   * @param {Readonly<Record<string, Count>>} [counts]
   * @returns {boolean} whether something else was said than before
   */
  take(counts = {}) {
    const said = JSON.stringify(counts);
    if (said === this.#said) return false;
    this.#said = said;
    this.counts = counts;
    return true;
  }

  /**
   * The mark on a moment's card; none where nobody said anything.
   *
   * @param {string} moment
   * @returns {{ class: string, text: string, title: string }[]}
   */
  marks(moment) {
    const count = this.#of(moment);
    if (!count) return [];
    const text = SIGNS.filter(([name]) => count[name]).map(([name, sign]) => `${sign}${count[name]}`).join(" ");
    return [{ class: `mark customers${count.contested ? " contested" : ""}`, text, title: this.said(moment) }];
  }

  /** The same in words; "" where nobody said anything. @param {string} moment */
  said(moment) {
    const count = this.#of(moment);
    if (!count) return "";
    const parts = SIGNS.filter(([name]) => count[name]).map(([name]) => this.say(`said-${name}`, { n: count[name] }));
    return this.say("customers", { text: parts.join(", ") });
  }

  /** @param {string} moment */
  #of(moment) {
    return Object.hasOwn(this.counts, moment) ? this.counts[moment] : null;
  }
}
