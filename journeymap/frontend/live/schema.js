/**
 * The tables of a map: what stands under what, and what refers to what. A test holds this equal to
 * journeymap/domain/model/rows.py.
 *
 * @typedef {{ parent: string | null, references: Record<string, { table: string, required: boolean }> }} Table
 */

/** @type {Readonly<Record<string, Table>>} Parents before children, referred before referring. */
export const TABLES = Object.freeze({
  maps: { parent: null, references: {} },
  personas: { parent: null, references: {} },
  channels: { parent: null, references: {} },
  episodes: { parent: null, references: {} },
  moments: { parent: "episodes", references: {} },
  touchpoints: { parent: "moments", references: { channel: { table: "channels", required: true } } },
  needs: { parent: "moments", references: {} },
  backstage_steps: { parent: "moments", references: {} },
  pain_points: { parent: "moments", references: { cause: { table: "backstage_steps", required: false } } },
  communications: { parent: "episodes", references: { channel: { table: "channels", required: false } } },
  paths: { parent: null, references: {} },
  path_steps: { parent: "paths", references: { moment: { table: "moments", required: true } } },
  origins: { parent: "moments", references: {} },
  places: { parent: null, references: {} },
  credits: { parent: "moments", references: {} },
  votes: { parent: null, references: {} },
  verdicts: { parent: null, references: {} },
  parked: { parent: null, references: {} },
  decisions: { parent: null, references: {} },
  proposals: { parent: null, references: { channel: { table: "channels", required: false } } },
  dispositions: { parent: null, references: {} },
  stories: { parent: null, references: { moment: { table: "moments", required: true }, episode: { table: "episodes", required: true }, need: { table: "needs", required: false }, channel: { table: "channels", required: false } } },
  story_links: { parent: "stories", references: { depends_on: { table: "stories", required: true } } },
  story_asides: { parent: "stories", references: {} },
});

/** @type {Readonly<Record<string, readonly string[]>>} The tables whose rows stand under a table's rows. */
export const CHILDREN = Object.freeze(
  Object.fromEntries(
    Object.keys(TABLES).map((table) => [
      table,
      Object.keys(TABLES).filter((child) => TABLES[child].parent === table),
    ]),
  ),
);

/**
 * @typedef {{ table: string, field: string, required: boolean }} Reference
 * @type {Readonly<Record<string, readonly Reference[]>>} Which fields refer to a table.
 */
export const REFERRING = Object.freeze(
  Object.fromEntries(
    Object.keys(TABLES).map((table) => [
      table,
      Object.entries(TABLES).flatMap(([name, { references }]) =>
        Object.entries(references)
          .filter(([, reference]) => reference.table === table)
          .map(([field, { required }]) => ({ table: name, field, required })),
      ),
    ]),
  ),
);

/**
 * What the server tells of the fields: what a new row holds, and which texts the board's search reads, by table.
 *
 * @typedef {{ defaults: Record<string, Record<string, any>>, searched: Record<string, readonly string[]> }} Fields
 */

/** As `after`: behind the last sibling. No row can have this id. */
export const LAST = "*";

/** Who a row is, where it stands, whose it is and what hides it: never part of what it says. */
const PLACE = Object.freeze(["id", "parent", "key", "author", "private"]);

/**
 * What a row says, as another row may say it too.
 *
 * @param {Readonly<Record<string, any>>} row
 * @returns {Record<string, any>}
 */
export const contents = (row) => Object.fromEntries(Object.entries(row).filter(([name]) => !PLACE.includes(name)));
