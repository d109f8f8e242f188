/** What this person may write here in this step of the workshop; the server has the last word. */

/**
 * @typedef {import("../live/rows.js").Row} Row
 * @typedef {import("../live/model.js").BoardModel} BoardModel
 */

/** @type {Readonly<Record<string, readonly string[]>>} What is everybody's and set in a step. A test holds it equal to the domain's. */
const SHARED = Object.freeze({ "to-be": ["episodes.targeted_valence", "episodes.targeted_label"] });

export class Rights {
  /**
   * @param {BoardModel} model
   * @param {boolean} leads whether this person leads the workshop of this map
   */
  constructor(model, leads) {
    this.model = model;
    this.leads = leads;
    /** @type {any} what the server said of the workshop last */
    this.said = null;
  }

  /** @param {any} said */
  hear(said) {
    this.said = said;
  }

  /** @param {string} id */
  isLocked(id) {
    return !!this.said?.workshop?.locked_rows?.includes(id);
  }

  /** @param {string} id */
  isLit(id) {
    return this.said?.spotlight === id;
  }

  /** @param {string} table */
  mayAdd(table) {
    const adds = this.said?.step?.adds;
    return this.model.may("edit") && (!adds || adds.includes(table));
  }

  /**
   * Whether this person changes this row as a whole.
   *
   * @param {string} table
   * @param {Row} row
   */
  mayChange(table, row) {
    if (!this.model.may("edit") || this.#isHeld(row)) return false;
    const adds = this.said?.step?.adds;
    if (!adds) return true;
    return adds.includes(table) && (row.author ? row.author === this.model.you?.id : this.model.isNew(row.id));
  }

  /**
   * @param {string} table
   * @param {Row} row
   * @param {string} field
   */
  maySet(table, row, field) {
    const shared = SHARED[this.said?.step?.kind ?? ""]?.includes(`${table}.${field}`);
    return (!!shared && this.model.may("edit") && !this.#isHeld(row)) || this.mayChange(table, row);
  }

  /** Under a locked card nothing changes either, but by those who lead. @param {Row} row */
  #isHeld(row) {
    if (this.leads) return false;
    for (let now = /** @type {Row | undefined} */ (row); now; now = now.parent ? this.model.find(now.parent)?.row : undefined) {
      if (this.isLocked(now.id)) return true;
    }
    return false;
  }
}
