/** What this person may write in the panel now: the gate's answers, and what only those who lead are shown. */

import { Gate } from "../live/gate.js";

/**
 * @typedef {import("../live/rows.js").Row} Row
 * @typedef {import("../live/model.js").BoardModel} BoardModel
 */

export class Rights {
  /**
   * @param {BoardModel} model
   * @param {boolean} leads whether this person leads the workshop of this map
   */
  constructor(model, leads) {
    this.leads = leads;
    /** @type {any} what the server said of the workshop last */
    this.said = null;
    this.gate = new Gate(model, () => this.said);
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

  /** @param {string} table @param {string | null} [parent] */
  mayAdd(table, parent) {
    return this.gate.may({ do: "add", table, parent });
  }

  /**
   * Whether this person changes this row as a whole.
   *
   * @param {string} table
   * @param {Row} row
   */
  mayChange(table, row) {
    return this.gate.may({ do: "set", table, row });
  }

  /** @param {string} table @param {Row} row */
  mayMove(table, row) {
    return this.gate.may({ do: "move", table, row });
  }

  /**
   * @param {string} table
   * @param {Row} row
   * @param {string} field
   */
  maySet(table, row, field) {
    return this.gate.may({ do: "set", table, row, field });
  }
}
