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
    if (detail.structure) forgetWhatIsGone(board, detail);
    // The layout holds rows: also where only their fields changed they are read anew, at the same places.
    if (detail.structure || detail.tables.has("episodes") || detail.tables.has("moments") || detail.tables.has("channels")) board.arrangeSoon();
    else board.draw();
  };

  /** @param {CustomEvent} event */
  const refused = ({ detail: { op, change: asked, reason } }) => {
    if (board.panel?.answers(op)) return;
    const text = written(asked);
    board.notice({ text: reason ?? say("queue-full"), detail: text, kind: "warning", stays: !!text });
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

/**
 * The words in a change, which stand nowhere else once it is refused.
 *
 * @param {import("../live/rows.js").Change | null} change
 */
function written(change) {
  if (!change) return "";
  const { text, title, name } = change.values ?? {};
  const value = change.do === "set" && TEXTS.has(change.field ?? "") ? change.value : undefined;
  const found = [text, title, name, value].find((one) => one !== undefined && one !== null);
  return typeof found === "string" ? found : "";
}

const TEXTS = new Set(["text", "title", "name", "notes"]);

/**
 * What I had hold of may be gone: then I have no longer, and hear whose doing it was.
 *
 * @param {import("./board.js").Board} board
 * @param {{ by?: string, ids: Set<string> | null, confirmed: boolean }} detail
 */
function forgetWhatIsGone(board, { by, ids, confirmed }) {
  const { dropped, lost } = letGo(board);
  // What I removed myself I know of; of what went while I was away nobody says by whom.
  if (!(dropped || lost) || !(by || (confirmed && !ids))) return;
  const text = board.say("gone-while-chosen", { name: nameOf(board, by ?? "") });
  board.announce(text);
  if (dropped) board.notice({ text, kind: "warning" });
}

/**
 * Let go of what is gone: what I type in, drag, have lifted or chosen.
 *
 * @param {import("./board.js").Board} board
 * @returns {{ dropped: boolean, lost: boolean }} whether it was in my hands; whether it was the one that was chosen
 */
function letGo(board) {
  const { model, dragging, editing, picked } = board;
  const gone = (/** @type {{ table: string, id: string } | null | undefined} */ row) => !!row?.id && !model.row(row.table, row.id);
  if (gone(editing.open)) editing.close(true);
  editing.keepPlace();
  const dropped = gone(dragging.drag?.what);
  if (dropped) dragging.cancel();
  const left = loosen(board);
  const lost = gone(picked);
  for (const id of board.chosen) if (!model.row("moments", id)) board.chosen.delete(id);
  if (gone(board.picked)) pickWritten(board);
  return { dropped: dropped || left, lost };
}

/** Whoever writes in the panel stays with the row they write in; else nothing is chosen. @param {import("./board.js").Board} board */
function pickWritten(board) {
  const at = board.panel?.writtenIn ?? null;
  board.pick(at?.table ?? null, at?.id ?? null);
}

/**
 * Of what is lifted, what is still there stays lifted, behind what is still there.
 *
 * @param {import("./board.js").Board} board
 * @returns {boolean} whether nothing of it is left
 */
function loosen({ model, dragging, layout }) {
  const { lifted } = dragging;
  if (!lifted) return false;
  lifted.ids = lifted.ids.filter((id) => model.row("moments", id));
  if (!lifted.ids.length || !model.row("episodes", lifted.episode)) return dragging.putDown();
  const stands = (/** @type {string} */ id) => model.row("moments", id)?.parent === lifted.episode && !lifted.ids.includes(id);
  if (lifted.after && !stands(lifted.after)) {
    const before = layout.columns.slice(0, layout.byMoment.get(lifted.after)?.index ?? 0).flatMap(({ moment }) => moment?.id ?? []);
    lifted.after = before.filter(stands).at(-1) ?? null;
  }
  return false;
}

/**
 * @param {import("./board.js").Board} board
 * @param {string} id
 */
export function nameOf(board, id) {
  if (id === board.model.you?.id) return board.say("yourself");
  return board.model.nameOf(id) ?? board.say("somebody");
}
