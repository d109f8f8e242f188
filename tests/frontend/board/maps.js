/** A small map for the board's own modules, without a page and without a server. */

import { Rows } from "../../../journeymap/frontend/live/rows.js";

const MOMENT = { felt_valence: null, felt_label: "", targeted_valence: null, targeted_label: "", moment_of_truth: false, origin: null };

/**
 * As much of a model as reads rows.
 *
 * @param {Record<string, any[]>} tables
 * @returns {any}
 */
export function mapOf(tables) {
  const moments = (tables.moments ?? []).map((row) => ({ ...MOMENT, ...row }));
  const rows = Rows.of({ ...tables, moments });
  return {
    rows: (/** @type {string} */ table, /** @type {string | null} */ parent = null) => rows.under(table, parent),
    row: (/** @type {string} */ table, /** @type {string} */ id) => rows.get(table, id),
    moments: () => rows.under("episodes").flatMap(({ id }) => rows.under("moments", id)),
    header: () => rows.under("maps")[0],
  };
}
