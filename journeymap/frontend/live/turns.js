/**
 * What I take back or do again: which rows it changed, once that is so. Whoever shows the map can go there.
 *
 * @typedef {import("./rows.js").Row} Row
 * @typedef {{ table: string, id: string, field?: string, was?: Row }} Turned `was`: the row as it was before
 * @typedef {{ turn: string, kind: "undo" | "redo", rows: Turned[] }} Turn a large one comes in several parts of one `turn`
 */

/** So many are remembered: of those that were refused nothing ever comes. */
const MOST = 50;

export class Turns {
  /** @type {Map<string, "undo" | "redo">} what the server was asked for */
  #asked = new Map();

  /**
   * @param {string} op
   * @param {"undo" | "redo"} kind
   */
  ask(op, kind) {
    this.#asked.set(op, kind);
    for (const one of [...this.#asked.keys()].slice(0, -MOST)) this.#asked.delete(one);
  }

  /**
   * What of these operations came of it, turn by turn.
   *
   * @param {readonly { table: string, id: string, field?: string }[]} changes
   * @param {(change: any) => string} nameOf
   * @param {(table: string, id: string) => Row | undefined} find the row as it was before
   * @returns {Turn[]}
   */
  of(changes, nameOf, find) {
    /** @type {Map<string, Turn>} */
    const turns = new Map();
    for (const change of changes) {
      const turn = nameOf(change);
      const kind = this.#asked.get(turn);
      if (!kind) continue;
      const one = turns.get(turn) ?? { turn, kind, rows: [] };
      one.rows.push(turned(change, find));
      turns.set(turn, one);
    }
    return [...turns.values()];
  }
}

/**
 * @param {{ table: string, id: string, field?: string }} change
 * @param {(table: string, id: string) => Row | undefined} find
 * @returns {Turned}
 */
export const turned = ({ table, id, field }, find) => ({ table, id, field, was: find(table, id) });
