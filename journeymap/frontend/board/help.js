/** The sheet of keys. */

import { el } from "../shared/dom.js";
import { keepKeys } from "../shared/keyboard.js";

const KEYS = [
  ["← →", "keys-along"],
  ["↑ ↓", "keys-episode"],
  ["Enter", "keys-edit"],
  ["Tab", "keys-next"],
  ["n", "keys-add"],
  ["Space", "keys-lift"],
  ["Esc", "keys-cancel"],
  ["Shift ←/→", "keys-more"],
  ["Ctrl A", "keys-all"],
  ["m", "keys-bar"],
  ["Ctrl C / V", "keys-copy"],
  ["Del", "keys-remove"],
  ["t", "keys-truth"],
  ["p", "keys-panel"],
  ["Ctrl Z", "keys-undo"],
  ["Ctrl Shift Z", "keys-redo"],
  ["/", "keys-search"],
  ["+ − 0", "keys-zoom"],
  ["z", "keys-zoom-episode"],
  ["1 2", "keys-park"],
  ["?", "keys-help"],
];

/** @param {import("./board.js").Board} board */
export function showHelp(board) {
  const { say } = board;
  const dialog = /** @type {HTMLDialogElement} */ (el("dialog", { class: "help", "aria-label": say("keys") }));
  const rows = KEYS.map(([key, text]) => el("div", {}, el("kbd", { text: key }), el("span", { text: say(text) })));
  dialog.append(
    el("h2", { text: say("keys") }),
    el("div", { class: "keys" }, ...rows),
    el("button", { type: "button", text: say("close"), onclick: () => dialog.close() }),
  );
  dialog.addEventListener("close", () => dialog.remove());
  keepKeys(dialog);
  board.board.append(dialog);
  dialog.showModal();
}
