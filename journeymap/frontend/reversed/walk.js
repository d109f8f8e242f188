/** The way back through a to-be: what each episode is to come to, the last one first; then the moments, the last one first. */

/**
 * @typedef {{ kind: "aim" | "moment" | "empty", id: string, episode: string }} Stop
 * @typedef {{ rows: (table: string, parent?: string | null) => readonly any[] }} Rows
 */

/** All stops, from the end of the journey to its beginning. @param {Rows} model @returns {Stop[]} */
export function walkOf(model) {
  /** @param {Stop["kind"]} kind @param {string} id @param {string} episode @returns {Stop} */
  const stop = (kind, id, episode) => ({ kind, id, episode });
  const episodes = [...model.rows("episodes")].reverse();
  const aims = episodes.map(({ id }) => stop("aim", id, id));
  const moments = episodes.flatMap(({ id }) => {
    const rows = [...model.rows("moments", id)].reverse();
    return rows.length ? rows.map((row) => stop("moment", row.id, id)) : [stop("empty", `end-${id}`, id)];
  });
  return [...aims, ...moments];
}

/** The sibling after which a moment stands that comes just before this one; null: at the beginning.
 *
 * @param {Rows} model
 * @param {Stop} stop
 * @returns {string | null}
 */
export function placeBefore(model, { kind, id, episode }) {
  const ids = model.rows("moments", episode).map((row) => row.id);
  if (kind !== "moment") return ids[ids.length - 1] ?? null;
  return ids[ids.indexOf(id) - 1] ?? null;
}
