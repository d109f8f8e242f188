// @ts-check
/** What comes from elsewhere: changes, people, refusals, and texts that met. */

/**
 * @param {import("./board.js").Board} board
 * @returns {() => void} stop listening
 */
export function listenToOthers(board) {
  const { model, say } = board;

  /** @param {CustomEvent} event */
  const change = ({ detail }) => {
    board.state += 1;
    if (detail.structure) forgetWhatIsGone(board);
    // The layout holds rows: also where only their fields changed they are read anew, at the same places.
    if (detail.structure || detail.tables.has("episodes") || detail.tables.has("moments") || detail.tables.has("channels")) board.arrangeSoon();
    else board.draw();
  };

  /** @param {CustomEvent} event */
  const refused = ({ detail: { reason } }) => {
    board.notice({ text: reason ?? say("queue-full"), kind: "warning" });
    board.announce(reason ?? say("queue-full"));
  };

  /** @param {CustomEvent} event */
  const overwritten = ({ detail: { table, id, field, yours, theirs, by } }) => {
    board.notice({
      text: say("overwritten", { name: nameOf(board, by), theirs: String(theirs ?? "") }),
      detail: say("overwritten-yours", { yours: String(yours ?? "") }),
      action: say("put-mine-back"),
      act: () => model.set(table, id, field, yours),
      kind: "warning",
      stays: true,
    });
  };

  /** @param {CustomEvent} event */
  const lost = ({ detail: { table, id, field, value, by } }) => {
    board.notice({
      text: say("lost", { name: nameOf(board, by) }),
      detail: String(value ?? ""),
      action: say("use-theirs"),
      act: () => model.set(table, id, field, value),
      stays: true,
    });
  };

  /** @param {CustomEvent} event */
  const caughtup = ({ detail: { after, operations } }) => {
    board.notice({ text: say(`caught-up-${after}`, { n: operations }) });
  };

  const presence = () => {
    const view = board.following && model.people.find(({ id }) => id === board.following)?.view;
    if (view) board.lookLike(view);
    board.draw();
  };

  const draw = () => board.draw();
  /** @type {[string, (event: any) => void][]} */
  const heard = [
    ["change", change],
    ["refused", refused],
    ["overwritten", overwritten],
    ["lost", lost],
    ["caughtup", caughtup],
    ["presence", presence],
    ["status", draw],
    ["can", draw],
  ];
  for (const [name, listener] of heard) model.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of heard) model.removeEventListener(name, listener);
  };
}

/** @param {import("./board.js").Board} board */
function forgetWhatIsGone(board) {
  for (const id of board.chosen) if (!board.model.row("moments", id)) board.chosen.delete(id);
  if (board.picked && !board.model.row(board.picked.table, board.picked.id)) board.pick(null, null);
}

/**
 * @param {import("./board.js").Board} board
 * @param {string} id
 */
export function nameOf(board, id) {
  return board.model.nameOf(id) ?? board.say("somebody");
}
