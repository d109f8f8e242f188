/**
 * The one gate: whether somebody may do this to the map in this step of its workshop, and if not, why not. Typing,
 * dragging, the curve, removing and pasting all ask here, on the board, in its panel and on a phone, so that nobody is
 * invited to what the server refuses. The server has the last word (domain/workshop/permissions.py).
 */

/**
 * @typedef {import("./rows.js").Row} Row
 * @typedef {{ do: "add" | "set" | "move" | "remove", table: string, row?: Row, field?: string, parent?: string | null }} Wish
 *   `row`: what is changed; `parent`: where something is added, or is to stand
 * @typedef {"may-not-edit" | "refusal-workshop-closed" | "refusal-moving-locked" | "refusal-row-locked" | "not-in-this-step" | "not-mine" | "refusal-others-built-on"} Reason
 *   what it is called among the texts
 */

export const LEADING = new Set(["owner", "facilitator", "co-facilitator"]);

export class Gate {
  /**
   * @param {import("./model.js").BoardModel} model
   * @param {() => any} said what the server said of the workshop last
   * @param {(row: Row) => boolean} [isMine] whether I made this row, where more than the map knows it
   */
  constructor(model, said, isMine) {
    this.model = model;
    this.said = said;
    this.isMine = isMine ?? ((row) => (row.author ? row.author === model.you?.id : model.isNew(row.id)));
  }

  /** @param {Wish} wish */
  may(wish) {
    return this.refusal(wish) === null;
  }

  /**
   * Why this is not for this person now; null where it is.
   *
   * @param {Wish} wish
   * @returns {Reason | null}
   */
  refusal(wish) {
    const { model } = this;
    const now = this.said();
    if (!model.may("edit")) return "may-not-edit";
    if (!now || LEADING.has(model.you?.role ?? "")) return null;
    return this.#ofWorkshop(now.workshop ?? {}, wish) ?? this.#ofStep(now.step, wish);
  }

  /** Whether a card is locked, or what it stands in. @param {string | null | undefined} id */
  isHeld(id) {
    /** @type {string[]} */
    const locked = this.said()?.workshop?.locked_rows ?? [];
    for (let at = id; locked.length && at; at = this.model.find(at)?.row.parent ?? null) if (locked.includes(at)) return true;
    return false;
  }

  /**
   * @param {any} workshop
   * @param {Wish} wish
   * @returns {Reason | null}
   */
  #ofWorkshop({ closed, locked }, wish) {
    if (closed) return "refusal-workshop-closed";
    if (locked && wish.do === "move") return "refusal-moving-locked";
    return this.isHeld(wish.row?.id) || this.isHeld(wish.parent) ? "refusal-row-locked" : null;
  }

  /**
   * @param {any} step
   * @param {Wish} wish
   * @returns {Reason | null}
   */
  #ofStep(step, wish) {
    const adds = step?.adds;
    if (!adds || isShared(step, wish)) return null;
    if (!adds.includes(wish.table)) return "not-in-this-step";
    return wish.row && wish.do !== "add" ? this.#ofRow(wish.row, wish) : null;
  }

  /**
   * @param {Row} row
   * @param {Wish} wish
   * @returns {Reason | null}
   */
  #ofRow(row, { do: act, table }) {
    if (!this.isMine(row)) return "not-mine";
    return act === "remove" && this.#isBuiltOn(table, row) ? "refusal-others-built-on" : null;
  }

  /**
   * Whether something that somebody else made would go with this row.
   *
   * @param {string} table
   * @param {Row} row
   */
  #isBuiltOn(table, row) {
    return this.model.caught(table, row.id).some(({ table: name, id }) => {
      const other = this.model.row(name, id);
      return !!other?.author && other.author !== this.model.you?.id;
    });
  }
}

/**
 * Whether this sets a field that the step gives to everybody.
 *
 * @param {any} step
 * @param {Wish} wish
 */
function isShared({ shared = [] }, { do: act, table, field }) {
  return act === "set" && shared.includes(`${table}.${field}`);
}
