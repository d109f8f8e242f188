// @ts-check
/** The way in: from the page's component, or from any element on a page of ours. */

import { Board } from "./board.js";
import { counts } from "./counts.js";
import { keeping } from "./keeping.js";
import { BoardModel } from "./model.js";
import { onceIn, paced } from "./pacing.js";
import { sayer } from "./texts.js";

/**
 * @typedef {{ table: string, id: string }} Picked
 * @typedef {{ map_id: string, texts: Record<string, string>, language: string, colours: string[], inks: string[],
 *   scale: string[], selected: Picked | null, said?: number, beside?: string }} Given
 * @typedef {{ selected: Picked | null, said: number, beside: string }} Now
 * @typedef {{ picked?: (what: { table: string | null, id: string | null, said: number }) => void,
 *   moved?: (revision: number | null) => void, counted?: (counts: import("./counts.js").Counts) => void }} Told
 */

const COUNT_MS = 250;

/**
 * Put the board of a map into an element; it opens its own connection.
 *
 * @param {HTMLElement} element
 * @param {Given} given `beside`: what the page shows of this map besides, an id or the name of a panel
 * @param {Told} [told] what the page wants to hear: another row is chosen, what it shows beside has changed,
 *   or there is more or less of something in the map
 */
export function mount(element, given, { picked = () => {}, moved = () => {}, counted } = {}) {
  const model = new BoardModel({ url: `live/maps/${encodeURIComponent(given.map_id)}`, language: given.language });
  const leave = keeping(model, given.map_id);
  const say = sayer(given.texts, given.language);
  let said = given.said ?? 0;
  let beside = given.beside ?? "";
  /** @type {Picked | null | undefined} chosen here, but the server does not know the row yet */
  let waiting;

  const tell = (/** @type {Picked | null} */ row) => {
    waiting = row && model.isNew(row.id) ? row : undefined;
    if (waiting) return;
    said += 1;
    picked({ table: row?.table ?? null, id: row?.id ?? null, said });
  };
  const onSelect = (/** @type {string | null} */ table, /** @type {string | null} */ id) => tell(table && id ? { table, id } : null);
  const board = new Board(element, { ...given, model, say, remember: "journeymap-board", onSelect });
  const news = paced(() => moved(model.revision));
  const count = onceIn(COUNT_MS, () => counted?.(counts(model)));

  const changed = (/** @type {Event} */ event) => {
    if (waiting && !model.isNew(waiting.id)) tell(waiting);
    count.ask();
    if (beside && concerns(/** @type {CustomEvent} */ (event).detail, beside)) news.ask();
  };
  model.addEventListener("change", changed);
  if (given.selected) board.pick(given.selected.table, given.selected.id, { quiet: true });
  model.open();
  return {
    board,
    model,
    /**
     * What the page says now: it may have chosen another row. What it says about a choice of mine that is
     * not my last one is old.
     *
     * @param {Now} now
     */
    show(now) {
      beside = now.beside;
      if (now.said < said || waiting) return;
      const { selected } = now;
      if (selected?.id === board.picked?.id) return;
      board.pick(selected?.table ?? null, selected?.id ?? null, { quiet: true });
      if (selected) board.revealRow(selected.table, selected.id);
    },
    close() {
      model.removeEventListener("change", changed);
      news.close();
      count.close();
      board.close();
      leave();
    },
  };
}

/** What a panel about one row shows besides that row: how many there are, and their names. */
const EVERYWHERE = new Set(["channels", "episodes", "moments"]);

/**
 * Whether a change is about what the page shows beside the board.
 *
 * @param {{ ids: Set<string> | null, tables: Set<string> | null, structure: boolean, confirmed: boolean }} change
 * @param {string} beside
 */
function concerns({ ids, tables, structure, confirmed }, beside) {
  if (!confirmed) return false;
  if (!ids || !tables || ids.has(beside)) return true;
  const panel = ["scope", "channels", "paths", "open"].includes(beside);
  return panel || tables.has("channels") || (structure && [...tables].some((table) => EVERYWHERE.has(table)));
}
