/**
 * The rows of one map, in order, and what an operation does to them: the same rules as
 * journeymap/domain/changes/apply.py, by `after` instead of by key.
 *
 * @typedef {{ readonly id: string, readonly parent?: string | null, readonly [field: string]: any }} Row
 * @typedef {Map<string, { table: string, row: Row }>} Gone
 * @typedef {{ do: "add" | "set" | "move" | "remove" | "reveal", table: string, id: string, parent?: string | null,
 *   after?: string | null, values?: Record<string, any>, field?: string, value?: any, by?: string, author?: string,
 *   private?: string, rows?: Record<string, any[]>, gone?: string[] }} Change
 */

import { CHILDREN, LAST, REFERRING, TABLES } from "./schema.js";

const NOTHING = /** @type {readonly string[]} */ (Object.freeze([]));

/** Rows by table and id, and the ids of siblings by table and parent. Row objects are never changed. */
export class Rows {
  constructor() {
    /** @type {Map<string, Map<string, Row>>} */
    this.tables = new Map(Object.keys(TABLES).map((table) => [table, new Map()]));
    /** @type {Map<string, Map<string | null, readonly string[]>>} */
    this.order = new Map(Object.keys(TABLES).map((table) => [table, new Map()]));
  }

  /**
   * The rows of a snapshot, whose tables stand in order.
   *
   * @param {Record<string, Row[]>} map
   */
  static of(map) {
    const rows = new Rows();
    for (const table of Object.keys(TABLES)) {
      /** @type {Map<string | null, string[]>} */
      const siblings = new Map();
      for (const row of map[table] ?? []) {
        rows.tables.get(table)?.set(row.id, Object.freeze({ ...row }));
        const parent = row.parent ?? null;
        const ids = siblings.get(parent);
        if (ids) ids.push(row.id);
        else siblings.set(parent, [row.id]);
      }
      rows.order.set(table, siblings);
    }
    return rows;
  }

  /** A copy that may change without changing this one. */
  copy() {
    const rows = new Rows();
    for (const [table, byId] of this.tables) rows.tables.set(table, new Map(byId));
    for (const [table, siblings] of this.order) rows.order.set(table, new Map(siblings));
    return rows;
  }

  /**
   * @param {string} table
   * @param {string} id
   * @returns {Row | undefined}
   */
  get(table, id) {
    return this.tables.get(table)?.get(id);
  }

  /**
   * The table that holds this id, with the row: ids are unique in the whole map.
   *
   * @param {string} id
   * @returns {{ table: string, row: Row } | undefined}
   */
  find(id) {
    for (const [table, byId] of this.tables) {
      const row = byId.get(id);
      if (row) return { table, row };
    }
    return undefined;
  }

  /**
   * The ids under one parent, in order.
   *
   * @param {string} table
   * @param {string | null} [parent]
   */
  ids(table, parent = null) {
    return this.order.get(table)?.get(parent) ?? NOTHING;
  }

  /**
   * The rows under one parent, in order.
   *
   * @param {string} table
   * @param {string | null} [parent]
   * @returns {Row[]}
   */
  under(table, parent = null) {
    const byId = this.tables.get(table);
    return byId ? this.ids(table, parent).map((id) => /** @type {Row} */ (byId.get(id))) : [];
  }

  /**
   * Do what an operation says. What it is about may be gone (a change of mine that raced with a
   * removal): then nothing happens, and the server will say so.
   *
   * @param {Change} change
   * @returns {string[]} the ids of all rows it touched
   */
  apply(change) {
    switch (change.do) {
      case "add":
        return this.#add(change);
      case "set":
        return this.#set(change);
      case "move":
        return this.#move(change);
      case "remove":
        return this.#remove(change);
      case "reveal":
        return this.#reveal(change);
    }
  }

  /** @param {string} table @param {Row} row */
  #keep(table, row) {
    this.tables.get(table)?.set(row.id, Object.freeze(row));
  }

  /** @param {Change} change */
  #add({ table, id, parent = null, values = {}, after = LAST, author, private: step }) {
    if (!this.#fits(table, parent) || this.find(id)) return [];
    const place = TABLES[table].parent ? { id, parent } : { id };
    const marks = { ...(author && { author }), ...(step && { private: step }) };
    this.#keep(table, { ...values, ...place, ...marks });
    this.#insert(table, parent, id, after);
    return [id, ...(parent ? [parent] : [])];
  }

  /** @param {Change} change */
  #set({ table, id, field = "", value }) {
    const row = this.get(table, id);
    if (!row || field === "id" || field === "parent") return [];
    this.#keep(table, { ...row, [field]: value });
    return [id, ...(row.parent ? [row.parent] : [])];
  }

  /** @param {Change} change */
  #move({ table, id, parent = null, after = LAST }) {
    const row = this.get(table, id);
    if (!row || !this.#fits(table, parent)) return [];
    const from = row.parent ?? null;
    this.#take(table, from, id);
    if (TABLES[table].parent) this.#keep(table, { ...row, parent });
    this.#insert(table, parent, id, after);
    return [id, ...(from ? [from] : []), ...(parent ? [parent] : [])];
  }

  /**
   * What was hidden is shown: each row is put in place, whether I have it already or not; what is gone
   * stood there twice.
   *
   * @param {Change} change
   */
  #reveal({ rows = {}, gone = [] }) {
    const twice = ["touchpoints", "channels"].flatMap((table) => gone.map((id) => ({ table, id })));
    const touched = twice.flatMap(({ table, id }) => this.#remove({ do: "remove", table, id }));
    for (const table of Object.keys(TABLES)) {
      for (const { after, ...row } of rows[table] ?? []) touched.push(...this.#putInPlace(table, row, after));
    }
    return touched;
  }

  /** @param {string} table @param {Row} row @param {string | null} after @returns {string[]} */
  #putInPlace(table, row, after) {
    const parent = row.parent ?? null;
    if (!this.#fits(table, parent)) return [];
    const known = this.get(table, row.id);
    if (known) this.#take(table, known.parent ?? null, row.id);
    this.#keep(table, row);
    this.#insert(table, parent, row.id, after);
    return [row.id, ...(parent ? [parent] : [])];
  }

  /** @param {Change} change */
  #remove({ table, id }) {
    const row = this.get(table, id);
    if (!row) return [];
    const { gone, cleared } = this.caught(table, row);
    for (const { table: name, id: cut, field } of cleared) this.#set({ do: "set", table: name, id: cut, field, value: null });
    for (const [lost, { table: name, row: old }] of gone) {
      this.tables.get(name)?.delete(lost);
      this.#take(name, old.parent ?? null, lost);
      for (const child of CHILDREN[name]) this.order.get(child)?.delete(lost);
    }
    return [...gone.keys(), ...cleared.map(({ id: cut }) => cut), ...(row.parent ? [row.parent] : [])];
  }

  /**
   * What goes with a row: everything below it, then the rows that cannot live without what went; and
   * the fields that will point nowhere.
   *
   * @param {string} table
   * @param {Row} row
   */
  caught(table, row) {
    /** @type {Gone} */
    const gone = new Map();
    for (let fresh = this.#below(table, row, gone); fresh.size; ) {
      const others = this.#referring(fresh, gone, true);
      fresh = new Map(others.flatMap((one) => [...this.#below(one.table, one.row, gone)]));
    }
    return { gone, cleared: this.#referring(gone, gone, false).map(({ table: name, row: { id }, field }) => ({ table: name, id, field })) };
  }

  /**
   * A row and everything below it, as far as it is not gone yet; it is now.
   *
   * @param {string} table
   * @param {Row} row
   * @param {Gone} gone
   * @returns {Gone}
   */
  #below(table, row, gone) {
    /** @type {Gone} */
    const found = new Map();
    const waiting = [{ table, row }];
    for (const now of waiting) {
      if (gone.has(now.row.id)) continue;
      gone.set(now.row.id, now);
      found.set(now.row.id, now);
      for (const child of CHILDREN[now.table]) {
        for (const below of this.under(child, now.row.id)) waiting.push({ table: child, row: below });
      }
    }
    return found;
  }

  /**
   * The other rows, each with its field, that refer to these: those that go with them, or those that stay.
   *
   * @param {Gone} to
   * @param {Gone} gone
   * @param {boolean} goes
   */
  #referring(to, gone, goes) {
    return [...new Set([...to.values()].map((one) => one.table))].flatMap((name) =>
      REFERRING[name]
        .filter(({ required }) => required === goes)
        .flatMap(({ table, field }) =>
          [...(this.tables.get(table)?.values() ?? [])]
            .filter((row) => to.has(row[field]) && !gone.has(row.id))
            .map((row) => ({ table, row, field })),
        ),
    );
  }

  /**
   * @param {string} table
   * @param {string | null} parent
   */
  #fits(table, parent) {
    const above = TABLES[table]?.parent;
    return above === null ? parent === null : above !== undefined && parent !== null && !!this.get(above, parent);
  }

  /**
   * @param {string} table
   * @param {string | null} parent
   * @param {string} id
   * @param {string | null} after
   */
  #insert(table, parent, id, after) {
    const ids = [...this.ids(table, parent)];
    const at = after === null ? 0 : ids.indexOf(after) + 1 || ids.length;
    ids.splice(at, 0, id);
    this.order.get(table)?.set(parent, ids);
  }

  /**
   * @param {string} table
   * @param {string | null} parent
   * @param {string} id
   */
  #take(table, parent, id) {
    const siblings = this.order.get(table);
    if (siblings?.has(parent)) siblings.set(parent, this.ids(table, parent).filter((one) => one !== id));
  }
}
