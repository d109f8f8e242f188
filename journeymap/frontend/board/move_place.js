/** Where cards are to go: asked in a dialog, an episode and a place in it. */

import { el } from "../shared/dom.js";
import { keepKeys } from "../shared/keyboard.js";

/**
 * @param {import("./board.js").Board} board
 * @param {import("../live/rows.js").Row[]} moments what is moved
 * @param {(episode: string, after: string | null) => void} move
 */
export function askPlace(board, moments, move) {
  const { say, model } = board;
  const moving = new Set(moments.map(({ id }) => id));
  const stays = (/** @type {string} */ episode) => model.rows("moments", episode).filter(({ id }) => !moving.has(id));
  const episode = el("select", {}, ...model.rows("episodes").map(({ id, title }) => el("option", { value: id, text: title })));
  episode.value = String(moments[0].parent);
  const place = el("select", {});
  const offer = () => {
    const behind = stays(episode.value).map(({ id, text }) => el("option", { value: id, text: say("place-after", { moment: text }) }));
    place.replaceChildren(el("option", { value: "", text: say("place-first") }), ...behind);
    place.selectedIndex = behind.length;
  };
  episode.addEventListener("change", offer);
  offer();
  const title = say("chosen-move-title", { n: moments.length });
  const dialog = /** @type {HTMLDialogElement} */ (el("dialog", { class: "place", "aria-label": title }));
  const form = el(
    "form",
    { method: "dialog" },
    el("label", {}, el("span", { text: say("place-episode") }), episode),
    el("label", {}, el("span", { text: say("place-where") }), place),
    el("div", { class: "place-ends" }, el("button", { type: "button", text: say("close"), onclick: () => dialog.close() }), el("button", { type: "submit", class: "place-move", text: say("chosen-move-now") })),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    // Somebody else may have taken it away meanwhile.
    const there = model.row("episodes", episode.value);
    const after = stays(episode.value).some(({ id }) => id === place.value) ? place.value : null;
    if (there) move(episode.value, after);
  });
  dialog.append(el("h2", { text: title }), form);
  dialog.addEventListener("close", () => dialog.remove());
  keepKeys(dialog);
  board.board.append(dialog);
  dialog.showModal();
}
