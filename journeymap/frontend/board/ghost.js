/**
 * What was felt in the as-is at what became of it here: matched by where each moment comes from, so that it stays right
 * while moments move. What the page does not tell, since this person may not see it, is not in it.
 *
 * @typedef {import("../live/rows.js").Row} Row
 * @typedef {Readonly<Record<string, number>>} Felt by the id of a moment of the as-is
 */

export class Ghost {
  #said = "{}";

  /** @param {{ rows: (table: string, parent: string) => readonly Row[] }} model */
  constructor(model) {
    this.model = model;
    /** @type {Felt} */
    this.felt = {};
  }

  /** Whether there is anything to compare with. */
  get isThere() {
    return this.#said !== "{}";
  }

  /**
   * @param {Felt} [felt]
   * @returns {boolean} whether it is another one than before
   */
  take(felt = {}) {
    const said = JSON.stringify(felt);
    if (said === this.#said) return false;
    this.#said = said;
    this.felt = felt;
    return true;
  }

  /**
   * What was felt where this moment comes from; the middle of it where several became one. Null for a new moment.
   *
   * @param {Row} moment
   * @returns {number | null}
   */
  of({ id, origin }) {
    if (!this.isThere) return null;
    const before = new Set([origin, ...this.model.rows("origins", id).map(({ as_is: one }) => one)]);
    const felt = [...before].flatMap((one) => (one && Object.hasOwn(this.felt, one) ? this.felt[one] : []));
    return felt.length ? felt.reduce((sum, one) => sum + one, 0) / felt.length : null;
  }
}
