/** What one has hold of stays drawn wherever one looks, and what one looks at stays where it is while others change the map. */

/**
 * @typedef {import("./layout.js").Column} Column
 * @typedef {import("./layout.js").Layout} Layout
 * @typedef {import("./lanes/lane.js").Range} Range
 */

/**
 * The part of the journey that is drawn: what is in sight, and what one has hold of elsewhere.
 *
 * @param {import("./board.js").Board} board
 * @returns {Range}
 */
export function inSight(board) {
  const { layout, scroll, sight, model } = board;
  const left = scroll.scrollLeft;
  const { from, to, columns } = layout.between(left, left + sight);
  const held = heldRows(board);
  /** @type {Set<string>} */
  const above = new Set();
  /** @type {Set<Column>} */
  const beyond = new Set();
  for (const id of held) {
    const parent = model.find(id)?.row.parent ?? "";
    for (const one of [id, parent]) if (one) above.add(one);
    const column = columnWith(layout, id, parent);
    if (column && (column.index < from || column.index > to)) beyond.add(column);
  }
  const kept = beyond.size ? [...columns, ...beyond].sort((one, other) => one.index - other.index) : columns;
  const spans = layout.spans.filter((span) => (span.to >= from && span.from <= to) || above.has(span.episode.id));
  return { from, to, columns, kept, spans, held, sight };
}

/**
 * Where a row stands: in its own column, in its moment's, or in that of its empty episode.
 *
 * @param {Layout} layout
 * @param {string} id
 * @param {string} parent
 */
function columnWith(layout, id, parent) {
  const column = layout.byMoment.get(id) ?? layout.byMoment.get(parent);
  return column ?? layout.columns.find((one) => !one.moment && one.episode.id === id);
}

/**
 * What is typed in, dragged or lifted, and what has the keyboard.
 *
 * @param {import("./board.js").Board} board
 * @returns {Set<string>}
 */
function heldRows({ editing, dragging, focused }) {
  const at = /** @type {HTMLElement | null | undefined} */ (focused?.closest("[data-id]"))?.dataset.id;
  const ids = [editing.open?.id, editing.draft?.id, dragging.drag?.what.id, at, ...(dragging.lifted?.ids ?? [])];
  return new Set(ids.filter((id) => id !== undefined).filter(Boolean));
}

/**
 * The column of any row: of its moment, or of the first moment of its episode.
 *
 * @param {import("./board.js").Board} board
 * @param {{ table: string, id: string } | null} picked
 * @param {Layout} [layout]
 * @returns {Column | undefined}
 */
export function columnOf({ model, layout: now }, picked, layout = now) {
  if (!picked) return undefined;
  const parent = model.row(picked.table, picked.id)?.parent ?? "";
  const above = layout.spans.find(({ episode: { id } }) => id === picked.id || id === parent);
  return layout.byMoment.get(picked.id) ?? layout.byMoment.get(parent) ?? (above && layout.columns[above.from]);
}

/**
 * How far what I look at was moved by a new layout: the column I type in, or else the one I have chosen, or
 * else the first in sight. One that was itself put elsewhere does not count, unless I type in it.
 *
 * @param {import("./board.js").Board} board with the new layout
 * @param {Layout} before
 * @param {number} left where I looked
 * @param {number} sight how wide what I see is
 */
export function shifted(board, before, left, sight) {
  const { layout, editing, picked, following } = board;
  if (before.columnWidth !== layout.columnWidth || following) return 0;
  const typed = editing.open && columnOf(board, editing.open, before);
  const chosen = columnOf(board, picked, before);
  // Whoever stands at the beginning of the journey stays there, and sees what is put before it.
  const first = left > 0 ? before.columns.slice(before.indexAt(left)) : [];
  const seen = [typed, chosen, ...first].filter((column) => !!column && column.x + before.columnWidth > left && column.x < left + sight);
  for (const column of /** @type {Column[]} */ (seen)) {
    const now = column.moment && layout.byMoment.get(column.moment.id);
    if (now && (column === typed || nearest(before, column, layout) === nearest(layout, now, before))) return now.x - column.x;
  }
  return 0;
}

/**
 * The last moment before a column that another layout has too.
 *
 * @param {Layout} here
 * @param {Column} column
 * @param {Layout} there
 */
function nearest(here, { index }, there) {
  for (let at = index - 1; at >= 0; at -= 1) {
    const { moment } = here.columns[at];
    if (moment && there.byMoment.has(moment.id)) return moment.id;
  }
  return null;
}
