/** Thought backwards, an objection does not stop anybody: it goes to the parking lot with one key. */

/** The most of a moment's text that stands in an objection about it; the server has the last word. */
const MOST_ABOUT = 200;

/**
 * Say in the parking lot why what is chosen could not be done, while the step leads backwards.
 *
 * @param {import("./board.js").Board} board
 * @param {"expensive" | "allowed"} objection
 * @returns {boolean} whether the key means anything here now
 */
export function park(board, objection) {
  const { model, say, stage } = board;
  const about = stage.backwards && stage.parks ? chosen(board) : null;
  if (!about) return false;
  const text = say(`parked-${objection}`, { text: [...about].slice(0, MOST_ABOUT).join("") });
  const op = model.add("parked", { text, kind: "parked" });
  board.notice({ text: say("parked"), detail: text, action: say("undo"), act: () => model.undoThese([op]) });
  board.announce(say("parked"));
  return true;
}

/** What the chosen moment or episode is called. @param {import("./board.js").Board} board @returns {string | null} */
function chosen({ model, picked }) {
  if (picked?.table === "episodes") return model.row("episodes", picked.id)?.title ?? null;
  return picked?.table === "moments" ? (model.row("moments", picked.id)?.text ?? null) : null;
}
