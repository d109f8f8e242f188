// @ts-check
/** The keyboard: everything the mouse can do. `?` shows what there is. */

import { showHelp } from "./help.js";

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
    // Streamlit has shortcuts of its own on the page.
    event.stopPropagation();
  };
  board.board.addEventListener("keydown", key);
  return () => board.board.removeEventListener("keydown", key);
}

/** @param {Event} event */
function isTyping(event) {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && target.matches("textarea, input, select");
}

/**
 * @param {import("./board.js").Board} board
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key meant something
 */
function withControl(board, { key, shiftKey }) {
  const { model } = board;
  switch (key.toLowerCase()) {
    case "z":
      if (shiftKey) model.redo();
      else model.undo();
      return true;
    case "y":
      model.redo();
      return true;
    case "a": {
      const column = board.picked && board.layout.byMoment.get(board.picked.id);
      if (!column) return false;
      for (const { moment, episode } of board.layout.columns) if (moment && episode.id === column.episode.id) board.chosen.add(moment.id);
      board.draw();
      return true;
    }
    default:
      return false;
  }
}

/**
 * @param {import("./board.js").Board} board
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key meant something
 */
function plain(board, event) {
  const { dragging } = board;
  switch (event.key) {
    case "ArrowLeft":
    case "ArrowRight":
    case "ArrowUp":
    case "ArrowDown":
      return arrow(board, event);
    case "Home":
    case "End": {
      const moments = board.model.moments();
      return goTo(board, (event.key === "Home" ? moments[0] : moments.at(-1))?.id, false);
    }
    case "Enter":
    case "F2":
      return edit(board);
    case " ":
      if (board.picked?.table !== "moments" && !dragging.lifted) return false;
      dragging.liftOrDrop();
      return true;
    case "Escape":
      if (!dragging.putDown()) board.pick(null, null);
      return true;
    case "Delete":
    case "Backspace":
      board.removeChosen();
      return true;
    case "n":
      return addAfter(board);
    case "t":
      return toggleTruth(board);
    case "/":
      board.toolbar.openSearch();
      return true;
    case "?":
      showHelp(board);
      return true;
    case "+":
    case "=":
      board.zoomTo(board.columnWidth * 1.2);
      return true;
    case "-":
      board.zoomTo(board.columnWidth / 1.2);
      return true;
    case "0":
      board.fit();
      return true;
    case "z":
      board.zoomIn();
      return true;
    default:
      return false;
  }
}

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
  const { columns, spans, byMoment } = board.layout;
  const now = board.picked && byMoment.get(board.picked.id);
  if (!now) return goTo(board, board.model.moments()[0]?.id, false);
  if (where === "left" || where === "right") {
    const by = where === "left" ? -1 : 1;
    let at = now.index + by;
    while (columns[at] && !columns[at].moment) at += by;
    return goTo(board, columns[at]?.moment?.id, shiftKey);
  }
  const at = spans.findIndex(({ episode }) => episode.id === now.episode.id) + (where === "up" ? -1 : 1);
  return goTo(board, spans[at] && columns[spans[at].from].moment?.id, false);
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

/** @param {import("./board.js").Board} board */
function edit(board) {
  const { picked } = board;
  const place = picked?.table === "moments" ? card(board, picked.id) : undefined;
  if (!place || !picked) return false;
  board.editing.edit("moments", picked.id, "text", place);
  return true;
}

/** @param {import("./board.js").Board} board */
function addAfter(board) {
  const last = board.chosenInOrder().at(-1);
  const episode = last?.parent ?? (board.picked?.table === "episodes" ? board.picked.id : board.layout.spans.at(-1)?.episode.id);
  if (!episode) return false;
  const after = last?.id ?? board.model.rows("moments", episode).at(-1)?.id ?? null;
  board.addMoment(episode, after);
  return true;
}

/** @param {import("./board.js").Board} board */
function toggleTruth(board) {
  if (!board.mayEdit) return false;
  for (const { id, moment_of_truth: truth } of board.chosenInOrder()) board.model.set("moments", id, "moment_of_truth", !truth);
  return true;
}

/**
 * @param {import("./board.js").Board} board
 * @param {string} id
 * @returns {HTMLElement | undefined}
 */
function card(board, id) {
  return /** @type {any} */ (board.lanes[1]).card(id);
}
