/** What takes a change away again: it is worked out from the rows as they are before it. */

import { TABLES } from "./schema.js";

/**
 * @typedef {import("./rows.js").Change} Change
 * @typedef {import("./rows.js").Row} Row
 */

/**
 * @param {import("./rows.js").Rows} rows before the change
 * @param {Change} change
 * @returns {Change[]} in the order in which they are done; nothing where the change does nothing
 */
export function inverse(rows, { do: does, table, id, field = "" }) {
  if (does === "add") return rows.find(id) ? [] : [{ do: "remove", table, id }];
  const row = rows.get(table, id);
  if (!row) return [];
  if (does === "set") return [{ do: "set", table, id, field, value: row[field] ?? null }];
  if (does === "move") return [{ do: "move", table, id, parent: row.parent ?? null, after: before(rows, table, row) }];
  return does === "remove" ? restored(rows, table, row) : [];
}

/**
 * What a removal takes along stands again where it stood, and what pointed to it does so again.
 *
 * @param {import("./rows.js").Rows} rows
 * @param {string} table
 * @param {Row} row
 * @returns {Change[]}
 */
function restored(rows, table, row) {
  const { gone, cleared } = rows.caught(table, row);
  /** @type {Record<string, any[]>} */
  const back = {};
  for (const name of Object.keys(TABLES)) {
    const lost = [...gone.values()].filter((one) => one.table === name);
    for (const parent of new Set(lost.map((one) => one.row.parent ?? null))) {
      // In their order, for one may stand behind another.
      const siblings = rows.under(name, parent).filter(({ id }) => gone.has(id));
      (back[name] ??= []).push(...siblings.map((one) => ({ ...one, after: before(rows, name, one) })));
    }
  }
  return [
    { do: "reveal", table, id: row.id, rows: back, gone: [] },
    ...cleared.map(({ table: name, id, field }) => /** @type {Change} */ ({ do: "set", table: name, id, field, value: rows.get(name, id)?.[field] ?? null })),
  ];
}

/**
 * The sibling that a row stands behind; null: it is the first.
 *
 * @param {import("./rows.js").Rows} rows
 * @param {string} table
 * @param {Row} row
 */
function before(rows, table, row) {
  const ids = rows.ids(table, row.parent ?? null);
  return ids[ids.indexOf(row.id) - 1] ?? null;
}
