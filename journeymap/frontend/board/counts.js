/**
 * What stands in numbers above the board: channels, paths, and how many kinds of things are open. The
 * last as journeymap/domain/analysis/completeness.py has it; a test holds the two equal.
 *
 * @typedef {{ channels: number, paths: number, open: number }} Counts
 */

/** How many episodes a journey usually has. */
export const FEWEST_EPISODES = 5;
export const MOST_EPISODES = 7;

/**
 * @param {import("../live/model.js").BoardModel} model
 * @returns {Counts}
 */
export function counts(model) {
  return { channels: model.rows("channels").length, paths: model.rows("paths").length, open: open(model) };
}

/** @param {import("../live/model.js").BoardModel} model */
function open(model) {
  const header = model.header();
  if (!header) return 0;
  const persona = model.persona();
  const episodes = model.rows("episodes");
  const moments = model.moments();
  const paths = model.rows("paths");
  const lived = header.kind === "as-is";
  const lacks = (/** @type {string} */ table) => moments.some(({ id }) => model.rows(table, id).length === 0);
  const found = [
    !persona,
    persona && !persona.goal,
    !(header.scope_start && header.scope_end),
    episodes.length < FEWEST_EPISODES,
    episodes.length > MOST_EPISODES,
    episodes.some(({ id }) => model.rows("moments", id).length === 0),
    episodes.some(({ targeted_valence: valence, targeted_label: label }) => valence === null && !label),
    lacks("touchpoints"),
    lacks("needs"),
    lived && moments.some(({ felt_valence: valence }) => valence === null),
    moments.length > 0 && paths.length === 0,
    paths.length > 0 && paths.every(({ kind }) => kind === "happy"),
    lived && moments.length > 0 && moments.every(({ evidence_status: status }) => status !== "validated"),
  ];
  return found.filter(Boolean).length;
}
