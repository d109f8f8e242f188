/** The keyboard: everything the mouse can do. `?` shows what there is. */

import { showHelp } from "./help.js";
import { park } from "./parking_lot.js";
import { columnOf } from "./viewport.js";
import { keepKeys, onKeys } from "../shared/keyboard.js";

/** @type {Record<string, string>} what a row is called, where that is not its text */
const FIELDS = { episodes: "title", channels: "name" };
/** What has a meaning of its own for Enter and Space. */
const PRESSED = "button, summary, a, input, select";

/**
 * @param {import("./board.js").Board} board
 * @returns {() => void} stop listening
 */
export function listenToKeys(board) {
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (event.defaultPrevented || isTyping(event)) return;
    if (!(event.ctrlKey || event.metaKey ? withControl(board, event) : plain(board, event))) return;
    event.preventDefault();
  };
  /**
   * Undo and redo are meant for the board from anywhere on its page, but for a text that is being typed.
   *
   * @param {KeyboardEvent} event
   */
  const elsewhere = (event) => {
    const path = event.composedPath();
    const isTheirs = path.some((one) => one instanceof HTMLElement && one.matches("dialog, [role=dialog]"));
    if (event.defaultPrevented || isTheirs || path.includes(board.board) || isTyping(event) || !board.mayEdit) return;
    if ((event.ctrlKey || event.metaKey) && undoOrRedo(board, event)) event.preventDefault();
  };
  const quiet = [onKeys(board.board, key), onKeys(document, elsewhere)];
  keepKeys(board.board);
  return () => {
    for (const stop of quiet) stop();
  };
}

/**
 * Whether a key goes into a text, or into what is chosen by keys.
 *
 * @param {Event} event
 */
export function isTyping(event) {
  return isTypedIn(event.composedPath()[0]);
}

/** Whether this takes what is typed. @param {EventTarget | null} target */
export function isTypedIn(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, input:not([type=checkbox], [type=radio]), select"));
}

/**
 * @param {{ model: import("../live/model.js").BoardModel }} board
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key meant something
 */
export function undoOrRedo({ model }, { key, shiftKey }) {
  const means = key.toLowerCase();
  if (means !== "z" && means !== "y") return false;
  if (means === "y" || shiftKey) model.redo();
  else model.undo();
  return true;
}

/**
 * @param {import("./board.js").Board} board
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key meant something
 */
function withControl(board, event) {
  if (undoOrRedo(board, event)) return true;
  const column = board.picked && board.layout.byMoment.get(board.picked.id);
  if (event.key.toLowerCase() !== "a" || !column) return false;
  for (const { moment, episode } of board.layout.columns) if (moment && episode.id === column.episode.id) board.chosen.add(moment.id);
  board.draw();
  return true;
}

/**
 * @param {import("./board.js").Board} board
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key meant something
 */
function plain(board, event) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  if ((event.key === "Enter" || event.key === " ") && target.matches(PRESSED)) return false;
  const act = Object.hasOwn(PLAIN, event.key) ? PLAIN[event.key] : null;
  return !!act && act(board, { at: board.rowOf(target), anywhere: target === board.scroll, event }) !== false;
}

/**
 * Where a key was pressed: on which row, or on the board itself.
 *
 * @typedef {{ at: import("./board.js").Picked | null, anywhere: boolean, event: KeyboardEvent }} Pressed
 * @typedef {(board: import("./board.js").Board, pressed: Pressed) => unknown} Act answers false where the key meant nothing
 */

/** @type {Act} */
const along = (board, { event }) => arrow(board, event);
/** @type {Act} */
const change = (board, { at }) => edit(board, at ?? board.picked);
/** @type {Act} */
const removeThese = (board, { at, anywhere }) => (at || anywhere ? void board.removeChosen(at) : false);
/** @type {Act} */
const larger = (board) => void board.zoomTo(board.columnWidth * 1.2);

/** @type {Record<string, Act>} */
const PLAIN = {
  ArrowLeft: along,
  ArrowRight: along,
  ArrowUp: along,
  ArrowDown: along,
  Home: (board) => goTo(board, board.model.moments()[0]?.id, false),
  End: (board) => goTo(board, board.model.moments().at(-1)?.id, false),
  Enter: change,
  F2: change,
  " ": (board, { at, anywhere }) => press(board, at, anywhere),
  Escape: (board) => void (board.dragging.putDown() || board.pick(null, null)),
  Delete: removeThese,
  Backspace: removeThese,
  n: addAfter,
  t: toggleTruth,
  m: (board) => board.bar.focus(),
  p: (board) => !!board.panel?.focus(),
  "/": (board) => void board.toolbar.openSearch(),
  "?": (board) => void showHelp(board),
  "+": larger,
  "=": larger,
  "-": (board) => void board.zoomTo(board.columnWidth / 1.2),
  0: (board) => void board.fit(),
  z: (board) => void board.zoomIn(),
  1: (board) => park(board, "expensive"),
  2: (board) => park(board, "allowed"),
};

/**
 * @param {import("./board.js").Board} board
 * @param {KeyboardEvent} event
 */
function arrow(board, { key, shiftKey }) {
  const where = /** @type {"left" | "right" | "up" | "down"} */ (key.slice(5).toLowerCase());
  if (board.dragging.lifted) {
    board.dragging.shift(where);
    return true;
  }
  const { columns, spans } = board.layout;
  const now = columnOf(board, board.picked);
  if (!now) return goTo(board, firstInSight(board), false);
  if (where === "left" || where === "right") return goTo(board, beside(columns, now.index, where), shiftKey);
  const at = spans.findIndex(({ episode }) => episode.id === now.episode.id) + (where === "up" ? -1 : 1);
  return goTo(board, spans[at] && columns[spans[at].from].moment?.id, false);
}

/** The next moment along the journey. @param {import("./layout.js").Column[]} columns @param {number} index @param {"left" | "right"} where */
function beside(columns, index, where) {
  const by = where === "left" ? -1 : 1;
  let at = index + by;
  while (columns[at] && !columns[at].moment) at += by;
  return columns[at]?.moment?.id;
}

/** @param {import("./board.js").Board} board */
function firstInSight({ layout: { columns }, scroll }) {
  const moments = columns.filter(({ moment }) => moment);
  return (moments.find(({ x }) => x >= scroll.scrollLeft) ?? moments.at(-1))?.moment?.id;
}

/**
 * @param {import("./board.js").Board} board
 * @param {string | undefined} id
 * @param {boolean} add
 */
function goTo(board, id, add) {
  if (!id) return true;
  board.pick("moments", id, { add });
  board.reveal(id);
  board.focusCard(id);
  return true;
}

/**
 * Space lifts a card or drops what is lifted; any other row it chooses, as a click does.
 *
 * @param {import("./board.js").Board} board
 * @param {import("./board.js").Picked | null} at
 * @param {boolean} anywhere whether the board itself has the keyboard
 */
function press(board, at, anywhere) {
  const { dragging } = board;
  if (!dragging.lifted && at && !board.chosen.has(at.id)) board.pick(at.table, at.id);
  const isCard = (anywhere ? board.picked : at)?.table === "moments";
  if (!dragging.lifted && !isCard) return !!at;
  dragging.liftOrDrop();
  return true;
}

/**
 * @param {import("./board.js").Board} board
 * @param {import("./board.js").Picked | null} row
 */
function edit(board, row) {
  const place = row && board.elementOf(row.id);
  if (!place) return false;
  board.editing.edit(row.table, row.id, FIELDS[row.table] ?? "text", place);
  return true;
}

/** @param {import("./board.js").Board} board */
function addAfter(board) {
  const last = board.chosenInOrder().at(-1);
  if (last?.parent) {
    board.addMoment(last.parent, last.id);
    return true;
  }
  const { picked, layout, model } = board;
  const episode = picked?.table === "episodes" ? picked.id : layout.spans.at(-1)?.episode.id;
  if (!episode) return false;
  board.addMoment(episode, model.rows("moments", episode).at(-1)?.id ?? null);
  return true;
}

/** @param {import("./board.js").Board} board */
function toggleTruth(board) {
  if (!board.mayEdit) return false;
  const { model } = board;
  const chosen = board.chosenInOrder();
  if (!board.allows(...chosen.map((row) => ({ do: /** @type {const} */ ("set"), table: "moments", row, field: "moment_of_truth" })))) return true;
  model.together(() => {
    for (const { id, moment_of_truth: truth } of chosen) model.set("moments", id, "moment_of_truth", !truth);
  });
  return true;
}
