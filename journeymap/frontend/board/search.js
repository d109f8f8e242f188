/** Finding words in the map: in everything the board draws, row by row, in the order of the journey. */

import { TABLES } from "../live/schema.js";

/**
 * @typedef {import("../live/rows.js").Row} Row
 * @typedef {{ table: string, id: string }} Place
 */

/** Which lane a row is drawn in. @type {Record<string, string>} */
const LANES = { communications: "communication", needs: "needs", backstage_steps: "backstage", channels: "channels" };

export class Searching {
  /** @param {import("./board.js").Board} board */
  constructor(board) {
    this.board = board;
    /** @type {WeakMap<Row, string>} rows are never changed, so each is read once */
    this.read = new WeakMap();
  }

  /**
   * Where these words stand.
   *
   * @param {string} words
   * @returns {Place[]}
   */
  find(words) {
    const sought = words.toLocaleLowerCase();
    if (!sought) return [];
    const { model } = this.board;
    /** @type {Place[]} */
    const found = [];
    const has = (/** @type {string} */ table, /** @type {Row} */ row) => this.#said(table, row).includes(sought);
    const take = (/** @type {string} */ table, /** @type {string} */ parent) => {
      for (const row of model.rows(table, parent)) if (has(table, row)) found.push({ table, id: row.id });
    };
    const channels = model.rows("channels").filter((row) => has("channels", row));
    const named = new Set(channels.filter(({ name }) => name.toLocaleLowerCase().includes(sought)).map(({ id }) => id));
    for (const episode of model.rows("episodes")) {
      if (has("episodes", episode)) found.push({ table: "episodes", id: episode.id });
      for (const moment of model.rows("moments", episode.id)) {
        const { id } = moment;
        const here =
          has("moments", moment) ||
          model.rows("pain_points", id).some((row) => has("pain_points", row)) ||
          model.rows("touchpoints", id).some((row) => named.has(row.channel) || has("touchpoints", row));
        if (here) found.push({ table: "moments", id });
        take("needs", id);
        take("backstage_steps", id);
      }
      take("communications", episode.id);
    }
    return [...found, ...channels.map(({ id }) => ({ table: "channels", id }))];
  }

  /**
   * What is not dimmed: what was found, and the moments and episodes it stands under.
   *
   * @param {Place[]} found
   */
  lit(found) {
    /** @type {Set<string>} */
    const ids = new Set();
    for (const { table, id } of found) {
      /** @type {string | null | undefined} */
      let above = id;
      for (let at = table; above; at = TABLES[at].parent ?? "") {
        ids.add(above);
        above = this.board.model.row(at, above)?.parent;
      }
    }
    return ids;
  }

  /**
   * Bring one of the rows found into sight, also where its lane is further down.
   *
   * @param {Place} place
   * @param {string | null} [within] the lane where it is seen, where that is not the row's own
   */
  show({ table, id }, within) {
    const { scroll, lanes, pinned: head } = this.board;
    const lane = lanes.find(({ name }) => name === (within ?? LANES[table]))?.element;
    if (lane?.isConnected) {
      const [box, sight] = [lane.getBoundingClientRect(), scroll.getBoundingClientRect()];
      if (box.top < sight.top + head) scroll.scrollTop -= sight.top + head - box.top;
      else if (box.bottom > sight.bottom) scroll.scrollTop += Math.min(box.bottom - sight.bottom, box.top - sight.top - head);
    }
    this.board.revealRow(table, id);
  }

  /**
   * All that a row says, in small letters.
   *
   * @param {string} table
   * @param {Row} row
   */
  #said(table, row) {
    let said = this.read.get(row);
    if (said === undefined) {
      const felt = table === "moments" && !row.felt_label ? this.board.feeling(row.felt_valence) : "";
      const aimed = table === "episodes" && !row.targeted_label ? this.board.feeling(row.targeted_valence) : "";
      said = [...this.board.fields.searched[table].map((field) => row[field]), felt, aimed].filter(Boolean).join("\n").toLocaleLowerCase();
      this.read.set(row, said);
    }
    return said;
  }
}
